import { setTimeout as wait } from 'node:timers/promises';
import { countMail } from '#db/queries/outbox.ts';
import { theProgram } from '#server/who.ts';
import type { Ctx } from '../context.ts';
import type { Log } from '../log.ts';
import { deliverOutbox } from './deliver-outbox.ts';
import { openMailer } from './send-mail.ts';

const POLL_MS = 2_000;
/** Mail that has waited so much longer than it should says that nobody is sending, in milliseconds. */
const STALLED_MS = 10 * 60_000;
export type MailWorker = {
  /** Answers when the mail on its way has gone. */
  stop: () => Promise<void>;
  stalled: () => Promise<boolean>;
};

/** Sends mail as it comes, until stopped. Without a mail server it does nothing, and mail waits to be read on screen. */
export function startMailWorker(ctx: Ctx, log: Log): MailWorker {
  const mailer = openMailer(ctx);
  if (!mailer) return { stop: async () => {}, stalled: async () => false };
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      const taken = await deliverOutbox(ctx, mailer).catch((error: unknown) => {
        log.warn({ problem: 'outbox', name: error instanceof Error ? error.name : typeof error });
        return 0;
      });
      if (taken === 0) await wait(POLL_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
      mailer.close();
    },
    async stalled() {
      const { oldestDue } = await ctx.database.read(theProgram, countMail);
      return oldestDue !== null && ctx.realNow().getTime() - oldestDue.getTime() > STALLED_MS;
    },
  };
}
