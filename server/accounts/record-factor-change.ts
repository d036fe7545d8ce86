import type { Tx } from '#db/connect.ts';
import { endSessionsOf } from '#db/queries/account-sessions.ts';
import type { AccountRow } from '#db/queries/accounts.ts';
import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import { writeHistory } from '#db/queries/history.ts';
import type { Actor } from '#shared/actor.ts';
import type { Ctx } from '../context.ts';

/** What follows each change of an account's second factor: other places are signed out, it is recorded, the person told. */
export async function recordFactorChange(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  { id, role, memberId }: AccountRow,
  action: string,
): Promise<void> {
  await endSessionsOf(tx, id, actor.sessionId);
  const entry = { subject: 'account', subjectId: id, action, memberId };
  await writeHistory(tx, { at: ctx.now(), actor: { accountId: actor.accountId, role }, ...entry });
  const mail = { template: 'account.second-factor-changed', params: { path: '/account' }, at: ctx.realNow() };
  await enqueueMail(tx, { to: [id], ...mail });
}
