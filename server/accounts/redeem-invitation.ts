import type { z } from 'zod';
import { findAccount, lockAccountAtTheDoor, updateAccount } from '#db/queries/accounts.ts';
import { writeHistory } from '#db/queries/history.ts';
import { findLink, spendLink } from '#db/queries/sign-in-links.ts';
import { atTheDoor } from '#server/who.ts';
import type { RedeemInvitation } from '#shared/accounts/contract.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { hashOfToken } from '../secret-token.ts';
import { hashPassword } from './password.ts';
import { refuseWeakPassword } from './refuse-weak-password.ts';
import { type Caller, type SignedIn, startSession } from './start-session.ts';

/** Accepts an invitation: the invited person chooses name and password, and is signed in. */
export async function redeemInvitation(
  ctx: Ctx,
  actor: Actor,
  caller: Caller,
  { token, name, password }: z.output<typeof RedeemInvitation>,
): Promise<SignedIn> {
  const hash = hashOfToken(token);
  const now = ctx.realNow();
  // Looked at before the costly hash, so that nobody makes us hash with a made-up link.
  const invited = await ctx.database.read(atTheDoor, async (db) => {
    const id = await findLink(db, hash, 'invitation', now);
    return id === undefined ? undefined : findAccount(db, id);
  });
  if (!invited) refuse('link-not-valid', {});
  refuseWeakPassword(invited, name, password, actor.lang);
  const passwordHash = await hashPassword(password);

  return ctx.database.write(atTheDoor, async (tx) => {
    const accountId = await spendLink(tx, hash, 'invitation', now);
    if (!accountId) refuse('link-not-valid', {});
    const account = await lockAccountAtTheDoor(tx, accountId);
    if (account?.state !== 'invited') refuse('link-not-valid', {});
    await updateAccount(tx, accountId, { name, passwordHash, state: 'active', version: account.version + 1 });
    await writeHistory(tx, {
      at: ctx.now(),
      actor: { accountId, role: account.role },
      subject: 'account',
      subjectId: accountId,
      action: 'accept-invitation',
      from: 'invited',
      to: 'active',
      memberId: account.memberId,
    });
    return startSession(ctx, tx, caller, accountId, 'invitation');
  });
}
