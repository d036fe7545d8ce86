import { type Measured, measure, median, type Target } from './load.ts';

export type Plan = {
  rounds: number;
  /** How long one measurement lasts. */
  ms: number;
  sizes: readonly number[];
  submissions: number;
  sessions: number;
  /** An artificial fault: so long each call blocks the program, in milliseconds. */
  blockedMs: number;
};

const WARM_MS = 1_500;

export type Compared = { ours: Measured; bare: Measured; ratio: number };

/** Measures both in turns, so that whatever else the machine does meets both; answers the medians. */
export async function compare(
  { ours, bare }: { ours: Target; bare: Target },
  atOnce: number,
  plan: Plan,
  stop: { ms: number } | { calls: number } = { ms: plan.ms },
): Promise<Compared> {
  const fault = plan.blockedMs > 0 ? { blockedMs: plan.blockedMs } : null;
  const all: { ours: Measured[]; bare: Measured[] } = { ours: [], bare: [] };
  // Code that has not run often enough is not yet compiled: neither is measured cold.
  if ('ms' in stop) for (const target of [ours, bare]) await measure(target, atOnce, { ms: WARM_MS }, null);
  for (let round = 0; round < plan.rounds; round += 1) {
    all.ours.push(await measure(ours, atOnce, stop, fault));
    all.bare.push(await measure(bare, atOnce, stop, null));
  }
  const middle = (runs: readonly Measured[]): Measured => ({
    rate: median(runs.map((one) => one.rate)),
    p95: median(runs.map((one) => one.p95)),
  });
  const [one, other] = [middle(all.ours), middle(all.bare)];
  return { ours: one, bare: other, ratio: one.rate / other.rate };
}

export function rates({ ours, bare }: Compared): string {
  return `${ours.rate.toFixed(0)}/s of ${bare.rate.toFixed(0)}/s`;
}
