import type { z } from 'zod';
import { lockAccountAtTheDoor, readPasswordHash } from '#db/queries/accounts.ts';
import { atTheDoor } from '#server/who.ts';
import type { StepUp } from '#shared/accounts/contract.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { forgiveTries, limitTries } from './limit-tries.ts';
import { passwordFits } from './password.ts';
import { proveByCode } from './prove-second-factor.ts';
import { renewSession } from './renew-session.ts';
import type { Caller, SignedIn } from './start-session.ts';

/** Proves once more, in the middle of a session, who is sitting there: with the password or with a code. */
export async function stepUp(
  ctx: Ctx,
  actor: Actor,
  caller: Caller,
  { by, secret }: z.output<typeof StepUp>,
): Promise<SignedIn> {
  if (by === 'code') return proveByCode(ctx, actor, caller, secret);
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  const kept = await ctx.database.write(atTheDoor, async (tx) => {
    await limitTries(tx, 'password', accountId, ctx.realNow());
    return (await readPasswordHash(tx, { id: accountId }))?.passwordHash;
  });
  if (!(await passwordFits(secret, kept))) refuse('wrong-credentials', {});
  return ctx.database.write(atTheDoor, async (tx) => {
    const account = await lockAccountAtTheDoor(tx, accountId);
    if (account?.state !== 'active' || account.passwordHash !== kept) refuse('wrong-credentials', {});
    await forgiveTries(tx, 'password', accountId, ctx.realNow());
    return renewSession(ctx, tx, caller, actor);
  });
}
