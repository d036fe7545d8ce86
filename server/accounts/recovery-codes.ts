import { randomInt } from 'node:crypto';
import type { Tx } from '#db/connect.ts';
import { keepRecoveryCodes } from '#db/queries/account-factors.ts';
import { findAccount, lockAccount } from '#db/queries/accounts.ts';
import { atTheDoor } from '#server/who.ts';
import type { Actor } from '#shared/actor.ts';
import { CODE_LETTERS, inGroups, RECOVERY_CODE_LENGTH, RECOVERY_CODES } from '#shared/code.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { hashOfCode } from '../secret-token.ts';
import { recordFactorChange } from './record-factor-change.ts';

/** Makes new recovery codes; the old ones are over. They are answered once and kept as hashes. */
export async function renewRecoveryCodes(ctx: Ctx, actor: Actor): Promise<string[]> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  return ctx.database.write(atTheDoor, async (tx) => {
    await lockAccount(tx, accountId);
    const account = (await findAccount(tx, accountId)) ?? refuse('not-signed-in', {});
    if (account.totpAt === null && account.passkeys === 0) refuse('wrong-state', {});
    await recordFactorChange(ctx, tx, actor, account, 'renew-recovery-codes');
    return writeRecoveryCodes(ctx, tx, accountId);
  });
}

/** Puts new codes in the place of the old ones and answers them as they are shown. */
export async function writeRecoveryCodes(ctx: Ctx, tx: Tx, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  const hashes = codes.map((code) => hashOfCode(ctx.settings.appSecret, accountId, code));
  await keepRecoveryCodes(tx, accountId, hashes, ctx.realNow());
  return codes.map(inGroups);
}

function newCode(): string {
  return Array.from({ length: RECOVERY_CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
}
