import type { Tx } from '#db/connect.ts';
import { endTokensOf } from '#db/queries/access-tokens.ts';
import { chooseMailCode, dropRecoveryCodes, dropTotp } from '#db/queries/account-factors.ts';
import { endSessionsOf } from '#db/queries/account-sessions.ts';
import type { AccountRow } from '#db/queries/accounts.ts';
import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import { type HistoryEntry, writeHistory } from '#db/queries/history.ts';
import { removePasskeysOf } from '#db/queries/passkeys.ts';

/**
 * Takes every second factor away from an account whose row is locked, and whatever was opened with one: sessions, and
 * the access tokens, of which nobody can say who holds them once a device is lost. The password stays.
 */
export async function takeFactorAway(
  tx: Tx,
  actor: HistoryEntry['actor'],
  { id, memberId }: AccountRow,
  { at, realAt, details }: { at: Date; realAt: Date; details?: Record<string, string> },
): Promise<void> {
  await dropTotp(tx, id);
  await dropRecoveryCodes(tx, id);
  await removePasskeysOf(tx, id);
  await chooseMailCode(tx, id, false);
  await endTokensOf(tx, id);
  await endSessionsOf(tx, id, null);
  const entry = {
    subject: 'account',
    subjectId: id,
    action: 'reset-factor',
    memberId,
    ...(details ? { details } : {}),
  };
  await writeHistory(tx, { at, actor, ...entry });
  const mail = { template: 'account.second-factor-reset', params: { path: '/sign-in' }, at: realAt };
  await enqueueMail(tx, { to: [id], ...mail });
}
