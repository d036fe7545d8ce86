import type { z } from 'zod';
import { endTokensOf } from '#db/queries/access-tokens.ts';
import { endSessionsOf } from '#db/queries/account-sessions.ts';
import { findAccount, lockAccountAtTheDoor, readPasswordHash, updateAccount } from '#db/queries/accounts.ts';
import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import { writeHistory } from '#db/queries/history.ts';
import { atTheDoor } from '#server/who.ts';
import type { ChangePassword } from '#shared/accounts/contract.ts';
import { accountFieldTexts } from '#shared/accounts/field-texts.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { forgiveTries, limitTries } from './limit-tries.ts';
import { hashPassword, passwordFits } from './password.ts';
import { refuseWeakPassword } from './refuse-weak-password.ts';
import { renewSession } from './renew-session.ts';
import type { Caller, SignedIn } from './start-session.ts';

/**
 * Changes the actor's password, which takes the present one, ends their sessions everywhere else, and tells them by
 * mail. Access tokens go on, because programs never knew the password, unless the person wants them ended too.
 */
export async function changePassword(
  ctx: Ctx,
  actor: Actor,
  caller: Caller,
  { current, password, endTokens }: z.output<typeof ChangePassword>,
): Promise<SignedIn> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  const kept = await ctx.database.write(atTheDoor, async (tx) => {
    await limitTries(tx, 'password', accountId, ctx.realNow());
    return (await readPasswordHash(tx, { id: accountId }))?.passwordHash;
  });
  if (!(await passwordFits(current, kept))) refuse('wrong-credentials', {});
  if (current === password) {
    const detail = textsIn(accountFieldTexts, actor.lang).passwordSame;
    refuse('invalid-input', { count: 1 }, { errors: [{ pointer: '/password', detail }] });
  }
  const account = (await ctx.database.read(actor, (db) => findAccount(db, accountId))) ?? refuse('not-signed-in', {});
  refuseWeakPassword(account, account.name, password, actor.lang);
  const passwordHash = await hashPassword(password);

  return ctx.database.write(atTheDoor, async (tx) => {
    const account = await lockAccountAtTheDoor(tx, accountId);
    if (!account || account.passwordHash !== kept) refuse('wrong-credentials', {});
    await updateAccount(tx, accountId, { passwordHash });
    await endSessionsOf(tx, accountId, actor.sessionId);
    const ended = endTokens ? await endTokensOf(tx, accountId) : 0;
    const details = ended > 0 ? { endedTokens: ended } : {};
    const entry = { subject: 'account', subjectId: accountId, action: 'change-password', memberId: actor.memberId };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry, details });
    await forgiveTries(tx, 'password', accountId, ctx.realNow());
    const mail = { template: 'account.password-changed', params: { path: '/account' }, at: ctx.realNow() };
    await enqueueMail(tx, { to: [accountId], ...mail });
    return renewSession(ctx, tx, caller, actor);
  });
}
