/** Times when a party could meet, found from what is known. Everything in instants, half-open. */
export type Span = { startsAt: Date; endsAt: Date };
export type RoomBusy = Span & { roomId: string };
export type Candidate = Span & { roomIds: string[] };

const STEP_MS = 15 * 60_000;

/**
 * The times of the asked length inside the wished windows when nobody of the party is promised elsewhere, best first:
 * with a free room before without, earlier wishes before later ones, and at most two per window so that the choice is wide.
 */
export function candidates(
  windows: readonly Span[],
  minutes: number,
  busy: readonly Span[],
  rooms: readonly string[],
  roomBusy: readonly RoomBusy[],
): Candidate[] {
  const length = minutes * 60_000;
  const found = windows.flatMap((window, rank) => {
    const fitting: (Candidate & { rank: number })[] = [];
    for (let start = window.startsAt.getTime(); start + length <= window.endsAt.getTime(); start += STEP_MS) {
      const span = { startsAt: new Date(start), endsAt: new Date(start + length) };
      if (busy.some((one) => meets(one, span))) continue;
      fitting.push({
        ...span,
        rank,
        roomIds: rooms.filter((room) => !roomBusy.some((one) => one.roomId === room && meets(one, span))),
      });
    }
    // Two that do not overlap: the second begins when the first has ended.
    const [first] = fitting;
    const second = first && fitting.find((one) => one.startsAt >= first.endsAt);
    return [first, second].filter((one) => one !== undefined);
  });
  return found
    .toSorted(
      (a, b) =>
        Number(b.roomIds.length > 0) - Number(a.roomIds.length > 0) ||
        a.rank - b.rank ||
        a.startsAt.getTime() - b.startsAt.getTime(),
    )
    .map(({ rank: _, ...candidate }) => candidate);
}

/** Whether two spans share a moment; ending when the other begins is no sharing. */
export function meets(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}
