import type { Ctx } from '../context.ts';
import type { Log } from '../log.ts';
import { moveToCurrentSecret } from './rotate-key.ts';
import { runApprovedPurges } from './run-purge.ts';

const EVERY_MS = 10 * 60_000;

/** At the start and from time to time: carries out what was approved, and moves keys to the installation's new secret. */
export function startVaultJobs(ctx: Ctx, log: Log) {
  let running: Promise<unknown> = Promise.resolve();
  const turn = async () => {
    try {
      const moved = await moveToCurrentSecret(ctx);
      if (moved > 0) log.info({ job: 'vault-keys', moved });
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
      await running;
    },
    stalled: () => false,
  };
}
