import { setTimeout as wait } from 'node:timers/promises';
import type { Ctx } from '../context.ts';
import type { Log } from '../log.ts';
import { keepYearlyCheck } from './keep-yearly-check.ts';

/** How often it is looked at, in milliseconds: so long after midnight, at most, whoever nobody has confirmed is in. */
const EVERY_MS = 15 * 60_000;

/** Keeps the yearly check of accounts, until stopped. */
export function startYearlyCheck(ctx: Ctx, log: Log): { stop: () => Promise<void>; stalled: () => boolean } {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      await keepYearlyCheck(ctx).catch((error: unknown) =>
        log.warn({ problem: 'yearly-check', name: error instanceof Error ? error.name : typeof error }),
      );
      await wait(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
    stalled: () => false,
  };
}
