/** The public time of a session within the time for which its room is kept: from ≤ startsAt < endsAt ≤ to. */
export type PaddedTime = { from: Date; startsAt: Date; endsAt: Date; to: Date };
export const TIME_PARTS = ['time', 'setup', 'teardown'] as const;
export type TimePart = (typeof TIME_PARTS)[number];

/** The time for which a room is kept for [startsAt, endsAt), with so many minutes before and after. */
export function paddedTime(
  startsAt: Date,
  endsAt: Date,
  { setupMinutes, teardownMinutes }: { setupMinutes: number; teardownMinutes: number },
): PaddedTime {
  const moved = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);
  return { from: moved(startsAt, -setupMinutes), startsAt, endsAt, to: moved(endsAt, teardownMinutes) };
}

/**
 * Which part of one use of a room is in the way of which part of another, the public times before the rest; both
 * `time` when nothing overlaps, because then there is nothing to explain.
 */
export function partsInTheWay(own: PaddedTime, other: PaddedTime): { own: TimePart; other: TimePart } {
  for (const mine of TIME_PARTS) {
    for (const theirs of TIME_PARTS) {
      const [a, b] = [partOf(own, mine), partOf(other, theirs)];
      if (a.from < b.to && b.from < a.to) return { own: mine, other: theirs };
    }
  }
  return { own: 'time', other: 'time' };
}

function partOf({ from, startsAt, endsAt, to }: PaddedTime, part: TimePart): { from: Date; to: Date } {
  if (part === 'setup') return { from, to: startsAt };
  return part === 'time' ? { from: startsAt, to: endsAt } : { from: endsAt, to };
}
