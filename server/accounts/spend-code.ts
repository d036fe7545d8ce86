import type { Tx } from '#db/connect.ts';
import { findTotp, spendRecoveryCode, spendTotpStep } from '#db/queries/account-factors.ts';
import type { SecondFactor } from '#db/queries/account-sessions.ts';
import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import { trySignInCode } from '#db/queries/sign-in-codes.ts';
import { MAIL_CODE_LENGTH, RECOVERY_CODE_LENGTH, TOTP_DIGITS } from '#shared/code.ts';
import type { AccountId, SessionId } from '#shared/ids.ts';
import type { Ctx } from '../context.ts';
import { hashOfCode } from '../secret-token.ts';
import { openWithAny, sealSecret } from './seal-secret.ts';
import { fittingStep } from './totp.ts';

/** The secrets codes may have been kept under: the former one counts while it is being changed. */
export function secretsOf({ appSecret, formerSecret }: Ctx['settings']): string[] {
  return [appSecret, ...(formerSecret ? [formerSecret] : [])];
}

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
    const key = totp && openWithAny(secretsOf(ctx.settings), cellOf(accountId), totp.secret);
    const step = totp && key ? fittingStep(key, code, now, totp.lastStep) : null;
    if (!key || step === null) return null;
    // Sealed anew each time, so that it moves to the present secret while the former one is still known.
    const secret = sealSecret(appSecret, cellOf(accountId), key);
    return (await spendTotpStep(tx, accountId, step, secret)) ? 'totp' : null;
  }
  if (code.length === MAIL_CODE_LENGTH && sessionId) {
    return (await trySignInCode(tx, sessionId, hashOfCode(appSecret, sessionId, code), now)) ? 'mail' : null;
  }
  if (code.length !== RECOVERY_CODE_LENGTH) return null;
  const hashes = secretsOf(ctx.settings).map((secret) => hashOfCode(secret, accountId, code));
  if (!(await spendRecoveryCode(tx, accountId, hashes, now))) return null;
  await enqueueMail(tx, {
    to: [accountId],
    template: 'account.recovery-code-used',
    params: { path: '/account' },
    at: now,
  });
  return 'recovery';
}
