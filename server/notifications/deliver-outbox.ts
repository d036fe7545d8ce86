import { claimMail, findMail, type Outcome, settleMail } from '#db/queries/outbox.ts';
import { theProgram } from '#server/who.ts';
import type { Ctx } from '../context.ts';
import { codeOfFailure, isPermanent, MOST_ATTEMPTS, waitAfter } from './back-off.ts';
import { whyNotSend, wordsToSend } from './compose-mail.ts';
import type { Mailer } from './send-mail.ts';

/** Longer than a mail server can keep us waiting, so that no second worker takes what is still on its way. */
const LEASE_MS = 90_000;
/** Few at a time: all of them must be done within the lease. */
const AT_ONCE = 2;

/** Sends what is due, and answers how many mails were taken; call it again until it answers 0. */
export async function deliverOutbox(ctx: Ctx, mailer: Mailer): Promise<number> {
  const now = ctx.realNow();
  const leaseUntil = new Date(now.getTime() + LEASE_MS);
  const ids = await ctx.database.write(theProgram, (tx) => claimMail(tx, now, leaseUntil, AT_ONCE));
  await Promise.all(
    ids.map(async (id) => {
      const outcome = await deliver(ctx, mailer, id);
      await ctx.database.write(theProgram, (tx) => settleMail(tx, id, leaseUntil, outcome));
    }),
  );
  return ids.length;
}

/** Whether a mail may go and what it says is settled in a transaction; it is sent outside of any. */
async function deliver(ctx: Ctx, mailer: Mailer, id: string): Promise<Outcome> {
  const entry = await ctx.database.read(theProgram, (db) => findMail(db, id));
  const reason = entry ? whyNotSend(entry) : 'gone';
  if (!entry || reason) return { state: 'dropped', lastError: reason ?? 'gone' };
  try {
    const words = await ctx.database.write(theProgram, (tx) => wordsToSend(ctx, tx, entry));
    await mailer.send({ ...words, id, to: entry.to });
    return { state: 'sent', sentAt: ctx.realNow(), lastError: null };
  } catch (error) {
    const lastError = codeOfFailure(error);
    if (isPermanent(error) || entry.attempts >= MOST_ATTEMPTS) return { state: 'dead', lastError };
    const runAt = new Date(ctx.realNow().getTime() + waitAfter(entry.attempts, Math.random()));
    return { state: 'ready', runAt, lastError };
  }
}
