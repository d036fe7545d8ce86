import { setTimeout as wait } from 'node:timers/promises';
import { sealerState } from '#db/queries/history-seal.ts';
import type { Ctx } from '../context.ts';
import type { Log } from '../log.ts';
import { theProgram } from '../who.ts';
import { sealHistory } from './seal-history.ts';

const POLL_MS = 1_000;
/** How often, at most, the head is written into the log, in milliseconds. */
const HEAD_EVERY_MS = 3_600_000;

export type Sealer = { stop: () => Promise<void>; stalled: () => boolean };

/**
 * Seals the record of changes as it grows, until stopped; what was written before the stop is sealed too. Once an hour
 * the head of the chain goes into the log, so that it is kept where nobody who can change the database can change it.
 */
export function startSealer(ctx: Ctx, log: Log): Sealer {
  const stopping = new AbortController();
  let thorough = true;
  let toldAt = Number.NEGATIVE_INFINITY;
  let told = '';

  const round = async () => {
    for (;;) {
      const { more } = await sealHistory(ctx.database, ctx.realNow(), { thorough });
      if (!more) break;
    }
    thorough = false;
  };
  const tell = async () => {
    const now = ctx.realNow().getTime();
    if (now - toldAt < HEAD_EVERY_MS) return;
    const head = await ctx.database.read(theProgram, sealerState);
    if (!head || head.hash === told) return;
    log.info({ historyHead: `${head.seq}:${head.hash}` });
    told = head.hash;
    toldAt = now;
  };
  const warn = (error: unknown) => log.warn({ problem: 'history-seal', name: nameOf(error) });
  const run = async () => {
    while (!stopping.signal.aborted) {
      await round().then(tell).catch(warn);
      await wait(POLL_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
    await round().catch(warn);
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

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
