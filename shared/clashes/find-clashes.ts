import { type Commitment, overlaps } from './commitment.ts';

export type Clash = { a: Commitment; b: Commitment; over: string[] };

/** The clashes that `candidate` would cause; ending when the other starts is no clash. */
export function findClashes(candidate: Commitment, existing: readonly Commitment[]): Clash[] {
  return existing
    .filter((other) => other.id !== candidate.id && overlaps(candidate, other))
    .map((other) => ({ a: candidate, b: other, over: candidate.holds.filter((hold) => other.holds.includes(hold)) }))
    .filter((clash) => clash.over.length > 0);
}

/** Every clash among `commitments`, each once, by start: sweeps the day holder by holder instead of comparing all with all. */
export function allClashes(commitments: readonly Commitment[]): Clash[] {
  const byHold = new Map<string, Commitment[]>();
  for (const one of commitments) for (const hold of one.holds) byHold.set(hold, [...(byHold.get(hold) ?? []), one]);
  const found = new Map<string, Clash>();
  for (const [hold, held] of byHold) {
    const inOrder = held.toSorted((x, y) => x.startsAt.getTime() - y.startsAt.getTime() || x.id.localeCompare(y.id));
    inOrder.forEach((a, index) => {
      for (const b of inOrder.slice(index + 1)) {
        if (b.startsAt >= a.endsAt) break;
        const key = [a.id, b.id].sort().join(' ');
        const clash = found.get(key);
        if (clash) clash.over.push(hold);
        else found.set(key, { a, b, over: [hold] });
      }
    });
  }
  return [...found.values()].sort(
    (x, y) => x.a.startsAt.getTime() - y.a.startsAt.getTime() || x.a.id.localeCompare(y.a.id),
  );
}
