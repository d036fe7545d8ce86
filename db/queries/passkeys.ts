import type { Db, Tx } from '#db/connect.ts';
import type { AccountId, PasskeyId } from '#shared/ids.ts';

export type PasskeyRow = {
  id: PasskeyId;
  name: string;
  synced: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
};

/** The passkeys of an account, the oldest first. */
export function passkeysOf(db: Db, accountId: string): Promise<PasskeyRow[]> {
  return db
    .selectFrom('passkey')
    .select(['id', 'name', 'synced', 'createdAt', 'lastUsedAt'])
    .where('accountId', '=', accountId)
    .orderBy('createdAt')
    .orderBy('id')
    .$castTo<PasskeyRow>()
    .execute();
}

/** By which names a browser finds the passkeys of an account. */
export function credentialsOf(db: Db, accountId: string) {
  return db
    .selectFrom('passkey')
    .select(['credentialId', 'transports'])
    .where('accountId', '=', accountId)
    .orderBy('number')
    .execute();
}

export type KnownPasskey = { id: PasskeyId; accountId: AccountId; publicKey: Buffer; signCount: number };

/** The passkey that a browser names, whosever it is; undefined when nobody has it. */
export async function findPasskey(db: Db, credentialId: Buffer): Promise<KnownPasskey | undefined> {
  const row = await db
    .selectFrom('passkey')
    .select(['id', 'accountId', 'publicKey', 'signCount'])
    .where('credentialId', '=', credentialId)
    .executeTakeFirst();
  return row as KnownPasskey | undefined;
}

export type NewPasskey = {
  id: PasskeyId;
  accountId: string;
  name: string;
  credentialId: Buffer;
  publicKey: Buffer;
  signCount: number;
  transports: string;
  synced: boolean;
  createdAt: Date;
};

/**
 * Adds a passkey in the first free place; false when all are taken. 23505 when somebody has it already. Call it with
 * the account's row locked.
 */
export async function insertPasskey(tx: Tx, passkey: NewPasskey, most: number): Promise<boolean> {
  const taken = await tx.selectFrom('passkey').select('number').where('accountId', '=', passkey.accountId).execute();
  const numbers = new Set(taken.map((row) => row.number));
  const number = Array.from({ length: most }, (_, at) => at + 1).find((one) => !numbers.has(one));
  if (number === undefined) return false;
  await tx
    .insertInto('passkey')
    .values({ ...passkey, number })
    .execute();
  return true;
}

/**
 * Notes that a passkey has signed, with the count it says. False when it said as much before: of several at once with
 * the same count exactly one gets true. Those that do not count always say 0.
 */
export async function countPasskeyUse(tx: Tx, id: PasskeyId, signCount: number, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('passkey')
    .set({ signCount, lastUsedAt: at })
    .where('id', '=', id)
    .where('signCount', signCount === 0 ? '=' : '<', signCount)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Removes one passkey of an account; false when it has none with this id. */
export async function removePasskeyOf(tx: Tx, accountId: string, id: PasskeyId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('passkey')
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Removes every passkey of an account. */
export async function removePasskeysOf(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('passkey').where('accountId', '=', accountId).execute();
}
