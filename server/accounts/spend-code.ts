import type { Tx } from '#db/connect.ts';
import { findTotp, spendRecoveryCode, spendTotpStep } from '#db/queries/account-factors.ts';
import type { SecondFactor } from '#db/queries/account-sessions.ts';
import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import { trySignInCode } from '#db/queries/sign-in-codes.ts';
import { MAIL_CODE_LENGTH, RECOVERY_CODE_LENGTH, TOTP_DIGITS } from '#shared/code.ts';
import type { AccountId, SessionId } from '#shared/ids.ts';
import type { Ctx } from '../context.ts';
import { hashOfCode } from '../secret-token.ts';
import { openSecret } from './seal-secret.ts';
import { fittingStep } from './totp.ts';

/** The cell in which an account's key is kept. */
export const cellOf = (accountId: string) => ({ table: 'account_totp', column: 'secret', row: accountId });

/**
 * Spends a code, whichever kind it is by its length, and answers the kind; null when it does not fit or has been used.
 * Call it with the account's row locked. A mailed code counts only for the session that asked for it.
 */
export async function spendCode(
  ctx: Ctx,
  tx: Tx,
  { accountId, sessionId }: { accountId: AccountId; sessionId: SessionId | null },
  code: string,
): Promise<SecondFactor | null> {
  const now = ctx.realNow();
  const { appSecret } = ctx.settings;
  if (code.length === TOTP_DIGITS) {
    const totp = await findTotp(tx, accountId, 'active');
    const step = totp && fittingStep(openSecret(appSecret, cellOf(accountId), totp.secret), code, now, totp.lastStep);
    return step && (await spendTotpStep(tx, accountId, step)) ? 'totp' : null;
  }
  if (code.length === MAIL_CODE_LENGTH && sessionId) {
    return (await trySignInCode(tx, sessionId, hashOfCode(appSecret, sessionId, code), now)) ? 'mail' : null;
  }
  if (code.length !== RECOVERY_CODE_LENGTH) return null;
  if (!(await spendRecoveryCode(tx, accountId, hashOfCode(appSecret, accountId, code), now))) return null;
  await enqueueMail(tx, {
    to: [accountId],
    template: 'account.recovery-code-used',
    params: { path: '/account' },
    at: now,
  });
  return 'recovery';
}
