import { resealFactors } from '../accounts/reseal-factors.ts';
import type { Ctx } from '../context.ts';
import type { Log } from '../log.ts';
import { moveToCurrentSecret } from './rotate-keys.ts';
import { runApprovedPurges } from './run-purge.ts';

const EVERY_MS = 10 * 60_000;

/** At the start and from time to time: carries out what was approved, and moves keys to the installation's new secret. */
export function startVaultJobs(ctx: Ctx, log: Log) {
  let running: Promise<unknown> = Promise.resolve();
  const stopping = new AbortController();
  const turn = async () => {
    try {
      const { keys } = await moveToCurrentSecret(ctx, { signal: stopping.signal });
      if (keys > 0) log.info({ job: 'vault-keys', moved: keys });
      if (ctx.settings.formerSecret !== null) await resealFactors(ctx);
      await runApprovedPurges(ctx);
    } catch (error) {
      log.warn({ problem: 'vault', name: error instanceof Error ? error.name : typeof error });
    }
  };
  const begin = () => {
    running = turn();
  };
  const timer = setInterval(begin, EVERY_MS);
  timer.unref();
  begin();
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
    stalled: () => false,
  };
}
