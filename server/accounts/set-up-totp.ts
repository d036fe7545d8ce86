import { activateTotp, dropRecoveryCodes, dropTotp, findTotp, keepPendingTotp } from '#db/queries/account-factors.ts';
import { findAccount, lockAccount } from '#db/queries/accounts.ts';
import { atTheDoor } from '#server/who.ts';
import { whyNotDropTotp, whyNotSetUpTotp } from '#shared/accounts/policy.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { forgiveTries, limitTries } from './limit-tries.ts';
import { recordFactorChange } from './record-factor-change.ts';
import { writeRecoveryCodes } from './recovery-codes.ts';
import { renewSession } from './renew-session.ts';
import { openWithAny, sealSecret } from './seal-secret.ts';
import { cellOf, secretsOf } from './spend-code.ts';
import { type Caller, recordStep, type SignedIn } from './start-session.ts';
import { fittingStep, newTotpKey, totpAddress } from './totp.ts';

const PENDING_MS = 30 * 60_000;

/** Shows a new key. It counts for nothing until a code of it has been typed; an app set up before works until then. */
export async function beginTotp(ctx: Ctx, actor: Actor): Promise<{ key: string; address: string }> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  const key = newTotpKey();
  return ctx.database.write(atTheDoor, async (tx) => {
    const account = (await findAccount(tx, accountId)) ?? refuse('not-signed-in', {});
    const reason = whyNotSetUpTotp(actor.lang, account);
    if (reason) refuse('not-allowed', { because: reason });
    const secret = sealSecret(ctx.settings.appSecret, cellOf(accountId), key);
    await keepPendingTotp(tx, accountId, secret, ctx.realNow());
    await recordStep(ctx, tx, account, 'begin-totp');
    return { key, address: totpAddress(key, account.email) };
  });
}

/** The first code proves that the app has the key: it is asked for from now on, and recovery codes come with it. */
export async function confirmTotp(
  ctx: Ctx,
  actor: Actor,
  caller: Caller,
  { code }: { code: string },
): Promise<SignedIn & { recoveryCodes: string[] }> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  const now = ctx.realNow();
  const done = await ctx.database.write(atTheDoor, async (tx) => {
    await lockAccount(tx, accountId);
    await limitTries(tx, 'code', accountId, now);
    const account = (await findAccount(tx, accountId)) ?? refuse('not-signed-in', {});
    const pending = await findTotp(tx, accountId, 'pending');
    if (!pending || now.getTime() - pending.createdAt.getTime() > PENDING_MS) refuse('wrong-state', {});
    const key = openWithAny(secretsOf(ctx.settings), cellOf(accountId), pending.secret);
    const step = fittingStep(key, code, now, null);
    if (step === null) return null;
    await forgiveTries(tx, 'code', accountId, now);
    await activateTotp(tx, accountId, step, now);
    const recoveryCodes = await writeRecoveryCodes(ctx, tx, accountId);
    await recordFactorChange(ctx, tx, actor, account, 'set-up-totp');
    return { ...(await renewSession(ctx, tx, caller, actor, 'totp')), recoveryCodes };
  });
  return done ?? refuse('wrong-code', {});
}

/** Asks for no code of an app any more; the recovery codes go too, unless a passkey needs them. */
export async function endTotp(ctx: Ctx, actor: Actor): Promise<void> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  await ctx.database.write(atTheDoor, async (tx) => {
    await lockAccount(tx, accountId);
    const account = (await findAccount(tx, accountId)) ?? refuse('not-signed-in', {});
    const reason = whyNotDropTotp(actor.lang, account);
    if (reason) refuse('wrong-state', { because: reason });
    if (account.totpAt === null) refuse('wrong-state', {});
    await dropTotp(tx, accountId);
    if (account.passkeys === 0) await dropRecoveryCodes(tx, accountId);
    await recordFactorChange(ctx, tx, actor, account, 'end-totp');
  });
}
