import { type Day, dayOf } from '#shared/time.ts';
import type { Commitment } from './commitment.ts';
import { allClashes } from './find-clashes.ts';
import { delegateOfHold } from './holder.ts';

/** Where a session or a meeting is: in which zone, and by whose clocks. */
export type Spot = { zone: string; timeZone: string };
export type Cover = { delegateId: string; from: Day; to: Day };
export type Finding = {
  /** The same as long as its cause is the same: the person and the two things, or the person and the day. */
  key: string;
  kind: 'two_places' | 'no_pass';
  delegateId: string;
  about: Commitment[];
};

/** Who would be in two places at once, each pair of commitments once a person. */
export function inTwoPlaces(commitments: readonly Commitment[]): Finding[] {
  return allClashes(commitments).flatMap(({ a, b, over }) =>
    over.flatMap((hold) => {
      const delegateId = delegateOfHold(hold);
      if (delegateId === null) return [];
      const key = ['two_places', delegateId, ...[a.id, b.id].sort()].join(':');
      return [{ key, kind: 'two_places' as const, delegateId, about: [a, b] }];
    }),
  );
}

/** Who has something to do in the Blue Zone on a day for which they hold no place there, each day once a person. */
export function withoutPass(
  commitments: readonly Commitment[],
  spots: ReadonlyMap<string, Spot>,
  covers: readonly Cover[],
): Finding[] {
  const found = new Map<string, Finding>();
  for (const commitment of commitments) {
    const spot = spots.get(commitment.id);
    if (spot?.zone !== 'blue') continue;
    const day = dayOf(commitment.startsAt, spot.timeZone);
    for (const hold of commitment.holds) {
      const delegateId = delegateOfHold(hold);
      if (delegateId === null || covers.some((one) => one.delegateId === delegateId && isIn(day, one))) continue;
      const key = ['no_pass', delegateId, day].join(':');
      const finding = found.get(key) ?? { key, kind: 'no_pass', delegateId, about: [] };
      finding.about.push(commitment);
      found.set(key, finding);
    }
  }
  return [...found.values()];
}

function isIn(day: Day, { from, to }: Cover): boolean {
  return from <= day && day <= to;
}
