import { changesBetween } from '#shared/schedule/release-changes.ts';
import { ROOMS, released } from '#tests/support/builders/released.ts';
import { median } from './load.ts';
import type { Line } from './report.ts';
import type { Plan } from './rounds.ts';

/** How often longer the difference may take than writing both releases down once, which nobody can do without. */
const LIMIT = 1;

/** B13: what differs between two large releases, of which every tenth session has moved or says something else. */
export async function measureDifferences(_base: unknown, plan: Plan): Promise<Line[]> {
  const before = Array.from({ length: plan.sessions }, (_, index) => released({ room: index % ROOMS.length }));
  const after = structuredClone(before).map((one, index) =>
    index % 10 === 0 ? { ...one, title: { ...one.title, ja: `${one.title.ja}（改）` } } : one,
  );
  const ours: number[] = [];
  const yardstick: number[] = [];
  for (let round = 0; round < plan.rounds * 20; round += 1) {
    ours.push(time(() => difference(before, after, plan)));
    yardstick.push(time(() => JSON.stringify(before).length + JSON.stringify(after).length));
  }
  const [one, other] = [median(ours), median(yardstick)];
  const what = `difference of two releases of ${plan.sessions.toLocaleString('en')} sessions`;
  const note = `${one.toFixed(2)} ms of ${other.toFixed(2)} ms`;
  return [{ id: 'B13', what, value: one / other, limit: LIMIT, better: 'less', note }];
}

function difference(before: Parameters<typeof changesBetween>[0], after: typeof before, { blockedMs }: Plan): void {
  const found = changesBetween(before, after).length;
  if (found !== Math.ceil(after.length / 10)) throw new Error(`${found} sessions differ.`);
  for (const until = performance.now() + blockedMs; performance.now() < until; );
}

function time(work: () => unknown): number {
  const begins = performance.now();
  work();
  return performance.now() - begins;
}
