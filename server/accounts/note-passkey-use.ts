import type { Tx } from '#db/connect.ts';
import { findAccount } from '#db/queries/accounts.ts';
import { countPasskeyUse, type KnownPasskey } from '#db/queries/passkeys.ts';
import type { Ctx } from '../context.ts';
import { recordStep } from './start-session.ts';

/**
 * Notes that a passkey has signed. False when its count does not go on from the one before: somebody has a copy of it,
 * which goes into the record. Call it with the account's row locked, and let the transaction stand.
 */
export async function notePasskeyUse(ctx: Ctx, tx: Tx, passkey: KnownPasskey, signCount: number): Promise<boolean> {
  if (await countPasskeyUse(tx, passkey.id, signCount, ctx.realNow())) return true;
  const account = await findAccount(tx, passkey.accountId);
  if (account) await recordStep(ctx, tx, account, 'passkey-refused', { passkey: passkey.id });
  return false;
}
