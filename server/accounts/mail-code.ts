import { chooseMailCode } from '#db/queries/account-factors.ts';
import { firstFactorOf } from '#db/queries/account-sessions.ts';
import { findAccount, lockAccount } from '#db/queries/accounts.ts';
import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import { atTheDoor } from '#server/who.ts';
import { whyNotMailCode } from '#shared/accounts/policy.ts';
import type { Actor } from '#shared/actor.ts';
import { MAIL_CODE_LENGTH } from '#shared/code.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { forgiveTries, limitTries } from './limit-tries.ts';
import { recordFactorChange } from './record-factor-change.ts';
import { renewSession } from './renew-session.ts';
import { spendCode } from './spend-code.ts';
import { type Caller, recordStep, type SignedIn } from './start-session.ts';

/**
 * Mails a code to whoever is at the second step, or is choosing mailed codes for the time to come. Not to whoever came
 * by a mailed link: the same mailbox twice is one factor.
 */
export async function mailCode(ctx: Ctx, actor: Actor): Promise<void> {
  const { accountId, sessionId, owes } = actor;
  if (!accountId || !sessionId) refuse('not-signed-in', {});
  if (owes === 'set-up' || (owes === null && actor.aal === 2)) refuse('wrong-state', {});
  const at = ctx.realNow();
  await ctx.database.write(atTheDoor, async (tx) => {
    const account = (await findAccount(tx, accountId)) ?? refuse('not-signed-in', {});
    const byLink = (await firstFactorOf(tx, sessionId)) === 'link';
    const reason = whyNotMailCode(actor.lang, account, byLink);
    if (reason) refuse('wrong-state', { because: reason });
    await limitTries(tx, 'mail-code', accountId, at);
    const params = { path: '/sign-in', session: sessionId };
    await enqueueMail(tx, { to: [accountId], template: 'account.sign-in-code', params, at });
    await recordStep(ctx, tx, account, 'mail-code');
  });
}

/** Asks for a mailed code at every sign-in from now on, once the person has shown that such a mail arrives. */
export async function beginMailCode(
  ctx: Ctx,
  actor: Actor,
  caller: Caller,
  { code }: { code: string },
): Promise<SignedIn> {
  const { accountId, sessionId } = actor;
  if (!accountId || !sessionId) refuse('not-signed-in', {});
  const done = await ctx.database.write(atTheDoor, async (tx) => {
    await lockAccount(tx, accountId);
    await limitTries(tx, 'code', accountId, ctx.realNow());
    const account = (await findAccount(tx, accountId)) ?? refuse('not-signed-in', {});
    const reason = whyNotMailCode(actor.lang, account, false);
    if (reason) refuse('wrong-state', { because: reason });
    const fits = code.length === MAIL_CODE_LENGTH && (await spendCode(ctx, tx, { accountId, sessionId }, code));
    if (!fits) return null;
    await forgiveTries(tx, 'code', accountId, ctx.realNow());
    await chooseMailCode(tx, accountId, true);
    await recordFactorChange(ctx, tx, actor, account, 'begin-mail-code');
    return renewSession(ctx, tx, caller, actor, 'mail');
  });
  return done ?? refuse('wrong-code', {});
}

/** Asks for no mailed code any more. */
export async function endMailCode(ctx: Ctx, actor: Actor): Promise<void> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  await ctx.database.write(atTheDoor, async (tx) => {
    await lockAccount(tx, accountId);
    const account = (await findAccount(tx, accountId)) ?? refuse('not-signed-in', {});
    if (!account.mailCode) refuse('wrong-state', {});
    await chooseMailCode(tx, accountId, false);
    await recordFactorChange(ctx, tx, actor, account, 'end-mail-code');
  });
}
