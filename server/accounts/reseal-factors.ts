import { replaceTotpSecret, totpSecrets } from '#db/queries/account-factors.ts';
import type { Ctx } from '../context.ts';
import { theProgram } from '../who.ts';
import { openWithAny, sealSecret } from './seal-secret.ts';
import { cellOf, secretsOf } from './spend-code.ts';

/**
 * Seals the keys of all authenticator apps with the present secret of the installation, so that the former one may be
 * forgotten. Answers how many. Recovery codes are hashes and cannot be moved: the former secret is theirs.
 */
export async function resealFactors(ctx: Ctx): Promise<number> {
  const found = await ctx.database.read(theProgram, totpSecrets);
  let moved = 0;
  for (const { accountId, secret } of found) {
    const cell = cellOf(accountId);
    const fresh = sealSecret(ctx.settings.appSecret, cell, openWithAny(secretsOf(ctx.settings), cell, secret));
    // Somebody who has just used their app has had it sealed anew already.
    if (await ctx.database.write(theProgram, (tx) => replaceTotpSecret(tx, accountId, secret, fresh))) moved += 1;
  }
  return moved;
}
