import type { Tx } from '#db/connect.ts';
import { endSessionsOf } from '#db/queries/account-sessions.ts';
import type { AccountRow } from '#db/queries/accounts.ts';
import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import { writeHistory } from '#db/queries/history.ts';
import type { Actor } from '#shared/actor.ts';
import type { Ctx } from '../context.ts';

type FactorMail =
  | 'account.second-factor-changed'
  | 'account.passkey-added'
  | 'account.passkey-removed'
  | 'account.issuer-changed';

/** What follows each change of an account's second factor: other places are signed out, it is recorded, the person told. */
export async function recordFactorChange(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  { id, role, memberId }: AccountRow,
  action: string,
  { template, details }: { template: FactorMail; details?: Record<string, string> } = {
    template: 'account.second-factor-changed',
  },
): Promise<void> {
  await endSessionsOf(tx, id, actor.sessionId);
  const entry = { subject: 'account', subjectId: id, action, memberId, ...(details ? { details } : {}) };
  await writeHistory(tx, { at: ctx.now(), actor: { accountId: actor.accountId, role }, ...entry });
  await enqueueMail(tx, { to: [id], template, params: { path: '/account' }, at: ctx.realNow() });
}
