import type { Day } from '#shared/time.ts';
import type { Fact } from './fact.ts';
import type { FindingIndex } from './finding-index.ts';
import { type FindingKind, strengthOf } from './finding-rules.ts';

/** Where sessions can be: open days with the minute at which each begins at the venue, rooms, and hours of the day. */
export type Board = {
  days: readonly { day: Day; midnight: number }[];
  rooms: readonly { id: string; venueId: string; zone: string }[];
  /** Minutes of the day between which sessions are placed. */
  opens: number;
  closes: number;
};
export type Opening = { roomId: string; venueId: string; zone: string; day: Day; from: number; to: number };

/** The hours in which the program itself places: the parts of the day that municipalities wish for. A hand may go beyond. */
export const PLACES_FROM = 9 * 60;
export const PLACES_UNTIL = 18 * 60;
export const QUARTER = 15;

/** What moving cannot mend, and what nobody can see from the times. */
const NOT_BY_MOVING: readonly FindingKind[] = ['no_go', 'missing_text', 'no_speaker'];

/** Every quarter of an hour at which a session of this length fits into the hours, day by day and room by room. */
export function openingsOf(board: Board, minutes: number): Opening[] {
  return board.days.flatMap(({ day, midnight }) =>
    board.rooms.flatMap(({ id, venueId, zone }) => {
      const found: Opening[] = [];
      for (let at = board.opens; at + minutes <= board.closes; at += QUARTER) {
        found.push({ roomId: id, venueId, zone, day, from: midnight + at, to: midnight + at + minutes });
      }
      return found;
    }),
  );
}

/** A fact as it would be at an opening. */
export function movedTo(fact: Fact, { roomId, venueId, zone, day, from, to }: Opening): Fact {
  return { ...fact, roomId, venueId, zone, day, from, to };
}

/**
 * The nearest time and room that settle a finding about a session: nothing is contradicted there that is not already,
 * and a wish is fulfilled when there is one; outside of the wishes only when it is outside of them already. Null when
 * there is none.
 */
export function nearestOpening(fact: Fact, board: Board, index: FindingIndex, settle: FindingKind): Opening | null {
  const away = (one: Opening) => Math.abs(one.from - fact.from) * 2 + (one.roomId === fact.roomId ? 0 : 1);
  const near = openingsOf(board, fact.to - fact.from)
    .filter((one) => one.from !== fact.from || one.roomId !== fact.roomId)
    .sort((a, b) => away(a) - away(b) || a.from - b.from || (a.roomId < b.roomId ? -1 : 1));
  const already = new Set(index.against(fact).map((one) => one.kind));
  already.delete(settle);
  let second: Opening | null = null;
  for (const one of near) {
    const wrong = index.against(movedTo(fact, one)).filter(({ kind }) => !NOT_BY_MOVING.includes(kind));
    const fresh = wrong.filter(({ kind }) => strengthOf(kind) === 'blocking' || !already.has(kind));
    if (fresh.length > 0) continue;
    if (!wrong.some(({ kind }) => kind === 'outside_wish')) return one;
    second ??= one;
  }
  return second;
}
