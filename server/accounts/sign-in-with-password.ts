import type { z } from 'zod';
import { lockAccountAtTheDoor, readPasswordHash } from '#db/queries/accounts.ts';
import { atTheDoor } from '#server/who.ts';
import type { SignInWithPassword } from '#shared/accounts/contract.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { forgiveTries, limitTries } from './limit-tries.ts';
import { passwordFits } from './password.ts';
import { type Caller, type SignedIn, startSession } from './start-session.ts';

/** Signs in. An unknown address, a wrong password and a suspended account are told apart by nobody. */
export async function signInWithPassword(
  ctx: Ctx,
  _actor: Actor,
  caller: Caller,
  { email, password }: z.output<typeof SignInWithPassword>,
): Promise<SignedIn> {
  const now = ctx.realNow();
  const account = await ctx.database.write(atTheDoor, async (tx) => {
    await limitTries(tx, 'password', email, now);
    return readPasswordHash(tx, { email });
  });
  const fits = await passwordFits(password, account?.passwordHash);
  if (!fits || !account) refuse('wrong-credentials', {});

  return ctx.database.write(atTheDoor, async (tx) => {
    const locked = await lockAccountAtTheDoor(tx, account.id);
    // The password may have been changed while it was being compared.
    const stillFits = locked?.state === 'active' && locked.passwordHash === account.passwordHash;
    if (!stillFits) refuse('wrong-credentials', {});
    await forgiveTries(tx, 'password', email, now);
    return startSession(ctx, tx, caller, account.id, 'password');
  });
}
