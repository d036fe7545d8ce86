/** One session somebody starred, or no longer does; `at` is when, in milliseconds of that device's clock. */
export type Favourite = { id: string; on: boolean; at: number };

/** When and where a favourite is. Instants in milliseconds, half-open. */
export type FavouriteSlot = { id: string; start: number; end: number; hall: string; off: boolean };

export type FavouriteClash = {
  first: string;
  second: string;
  /** Both at once, or too little time for the way from one hall to the other. */
  kind: 'overlap' | 'way';
  /** Minutes of the overlap, or minutes between the two. */
  minutes: number;
};

/** How many minutes one needs from a room of one hall to a room of another. */
export const WAY_MINUTES = 10;
/** More than anybody can go to; what is beyond is not kept. */
export const MOST_FAVOURITES = 300;
const MINUTE = 60_000;

/** The hall of a room by its area, as venues name them: B2 of B2-14. Empty when the area says nothing. */
export function hallOf(area: string): string {
  return /^([A-Za-z]+\d*)-/.exec(area.trim())?.[1]?.toUpperCase() ?? '';
}

/** Which favourites nobody can go to both of, in order of time. Cancelled ones clash with nothing; touching is fine. */
export function favouriteClashes(slots: readonly FavouriteSlot[]): FavouriteClash[] {
  const planned = slots.filter(({ off }) => !off).sort((a, b) => a.start - b.start || a.end - b.end);
  const clashes: FavouriteClash[] = [];
  planned.forEach((first, at) => {
    for (const second of planned.slice(at + 1)) {
      const between = second.start - first.end;
      if (between >= WAY_MINUTES * MINUTE) break;
      const pair = { first: first.id, second: second.id };
      if (between < 0) {
        const shared = Math.min(first.end, second.end) - second.start;
        clashes.push({ ...pair, kind: 'overlap', minutes: Math.round(shared / MINUTE) });
      } else if (first.hall && second.hall && first.hall !== second.hall) {
        clashes.push({ ...pair, kind: 'way', minutes: Math.round(between / MINUTE) });
      }
    }
  });
  return clashes;
}

/**
 * Favourites of two places as one: of each session the later word counts, and of two at the same moment the star, so
 * that nothing is lost by chance. Ordered by id; beyond the most that are kept, the oldest words go, removals first.
 */
export function mergeFavourites(one: readonly Favourite[], other: readonly Favourite[]): Favourite[] {
  const merged = new Map<string, Favourite>();
  for (const favourite of [...one, ...other]) {
    const known = merged.get(favourite.id);
    if (!known || favourite.at > known.at || (favourite.at === known.at && favourite.on)) {
      merged.set(favourite.id, favourite);
    }
  }
  const kept = [...merged.values()]
    .sort((a, b) => Number(b.on) - Number(a.on) || b.at - a.at)
    .slice(0, MOST_FAVOURITES);
  return kept.sort((a, b) => (a.id < b.id ? -1 : 1));
}
