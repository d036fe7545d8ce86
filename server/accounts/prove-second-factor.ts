import { lockAccount } from '#db/queries/accounts.ts';
import { atTheDoor } from '#server/who.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { forgiveTries, limitTries } from './limit-tries.ts';
import { renewSession } from './renew-session.ts';
import { spendCode } from './spend-code.ts';
import type { Caller, SignedIn } from './start-session.ts';

/** The second step of signing in: a code of the app, of the sheet of recovery codes, or of a mail. */
export async function proveSecondFactor(
  ctx: Ctx,
  actor: Actor,
  caller: Caller,
  { code }: { code: string },
): Promise<SignedIn> {
  if (!actor.accountId) refuse('not-signed-in', {});
  if (actor.owes !== 'code') refuse('wrong-state', {});
  return proveByCode(ctx, actor, caller, code);
}

/** Spends a code and renews the session. A try that fails is counted, so it is refused only after it has been kept. */
export async function proveByCode(ctx: Ctx, actor: Actor, caller: Caller, code: string): Promise<SignedIn> {
  const { accountId, sessionId } = actor;
  if (!accountId) refuse('not-signed-in', {});
  const now = ctx.realNow();
  const proved = await ctx.database.write(atTheDoor, async (tx) => {
    await lockAccount(tx, accountId);
    await limitTries(tx, 'code', accountId, now);
    // A mailed code is for signing in only: whoever sits at somebody's open browser may well read their mail there.
    const factor = await spendCode(ctx, tx, { accountId, sessionId: actor.owes === 'code' ? sessionId : null }, code);
    if (!factor) return null;
    await forgiveTries(tx, 'code', accountId, now);
    return renewSession(ctx, tx, caller, actor, factor);
  });
  return proved ?? refuse('wrong-code', {});
}
