import { DAY_PARTS, type WishedTime } from './kinds/speaking.ts';

/** At most this many times can be wished for. */
export const MOST_WISHES = 3;

const sameTime = (one: WishedTime, other: WishedTime) => one.day === other.day && one.part === other.part;

/** The rank of a time among the wishes, from 1, or 0 when it is none of them. */
export function rankOf(wishes: readonly WishedTime[], time: WishedTime): number {
  return wishes.findIndex((one) => sameTime(one, time)) + 1;
}

/** Adds a time as the last wish, or takes it back and lets the later ones move up; full wishes stay as they are. */
export function toggleWish(wishes: readonly WishedTime[], time: WishedTime): WishedTime[] {
  if (rankOf(wishes, time) > 0) return wishes.filter((one) => !sameTime(one, time));
  return wishes.length >= MOST_WISHES ? [...wishes] : [...wishes, time];
}

/** Where an arrow, Home or End leads from a time; days of rest are passed over. Null for any other key. */
export function stepInGrid(
  from: WishedTime,
  key: string,
  days: readonly { day: string; rest: boolean }[],
): WishedTime | null {
  const open = days.filter(({ rest }) => !rest).map(({ day }) => day);
  const row = open.indexOf(from.day);
  const column = DAY_PARTS.indexOf(from.part);
  const at = (nextRow: number, nextColumn: number): WishedTime => ({
    day: open[Math.min(Math.max(nextRow, 0), open.length - 1)] ?? from.day,
    part: DAY_PARTS[Math.min(Math.max(nextColumn, 0), DAY_PARTS.length - 1)] ?? from.part,
  });
  const moves: Readonly<Record<string, WishedTime>> = {
    ArrowUp: at(row - 1, column),
    ArrowDown: at(row + 1, column),
    ArrowLeft: at(row, column - 1),
    ArrowRight: at(row, column + 1),
    Home: at(row, 0),
    End: at(row, DAY_PARTS.length - 1),
  };
  return moves[key] ?? null;
}
