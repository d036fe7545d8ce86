import { lockAccount } from '#db/queries/accounts.ts';
import { spendLink } from '#db/queries/sign-in-links.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { hashOfToken } from '../secret-token.ts';
import { type Caller, type SignedIn, startSession } from './start-session.ts';

/** Signs in with a mailed link, which is spent by this and by nothing else. */
export function redeemSignInLink(
  ctx: Ctx,
  actor: Actor,
  caller: Caller,
  { token }: { token: string },
): Promise<SignedIn> {
  return ctx.database.write(actor, async (tx) => {
    const accountId = await spendLink(tx, hashOfToken(token), 'sign_in', ctx.realNow());
    if (!accountId) refuse('link-not-valid', {});
    const account = await lockAccount(tx, accountId);
    if (account?.state !== 'active') refuse('link-not-valid', {});
    return startSession(ctx, tx, caller, accountId);
  });
}
