import { lockAccountAtTheDoor } from '#db/queries/accounts.ts';
import { spendLink } from '#db/queries/sign-in-links.ts';
import { atTheDoor } from '#server/who.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { hashOfToken } from '../secret-token.ts';
import { type Caller, type SignedIn, startSession } from './start-session.ts';

/** Signs in with a mailed link, which is spent by this and by nothing else. */
export function redeemSignInLink(
  ctx: Ctx,
  _actor: Actor,
  caller: Caller,
  { token }: { token: string },
): Promise<SignedIn> {
  return ctx.database.write(atTheDoor, async (tx) => {
    const accountId = await spendLink(tx, hashOfToken(token), 'sign_in', ctx.realNow());
    if (!accountId) refuse('link-not-valid', {});
    const account = await lockAccountAtTheDoor(tx, accountId);
    if (account?.state !== 'active') refuse('link-not-valid', {});
    return startSession(ctx, tx, caller, accountId, 'link');
  });
}
