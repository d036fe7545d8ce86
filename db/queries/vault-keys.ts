import { sql } from 'kysely';
import { type DataKey, newKeyBytes, unwrapKey, type VaultSecret, wrapKey } from '#db/cells.ts';
import type { Db, Tx } from '#db/connect.ts';

export type KeyOwner = { eventId: string; memberId: string };
type KeyRow = { id: number; kekId: string; wrapped: Buffer };

/** No secret that we have wraps this key: the installation's secret was changed without the former one. */
export class KeyOutOfReach extends Error {
  override readonly name = 'KeyOutOfReach';
}

/** The key of a municipality's people at an event in use now, or undefined before the first passport. Role `reveal`. */
export async function activeKey(
  db: Db,
  secrets: readonly VaultSecret[],
  owner: KeyOwner,
): Promise<DataKey | undefined> {
  const row = await keyRows(db)
    .where('vaultKey.eventId', '=', owner.eventId)
    .where('vaultKey.memberId', '=', owner.memberId)
    .where('vaultKey.state', '=', 'active')
    .executeTakeFirst();
  return row && unwrapped(secrets, row);
}

/** The key with this number, or undefined when it has been destroyed. Role `reveal`. */
export async function keyById(db: Db, secrets: readonly VaultSecret[], id: number): Promise<DataKey | undefined> {
  const row = await keyRows(db).where('vaultKey.id', '=', id).executeTakeFirst();
  return row && unwrapped(secrets, row);
}

function keyRows(db: Db) {
  return db
    .selectFrom('vaultKey')
    .innerJoin('vaultKeyBytes', 'vaultKeyBytes.keyId', 'vaultKey.id')
    .select(['vaultKey.id', 'vaultKey.kekId', 'vaultKeyBytes.wrapped'])
    .$castTo<KeyRow>();
}

/** The data key of a row. Throws KeyOutOfReach, or CellRejected when the wrapping was tampered with. */
export function unwrapped(secrets: readonly VaultSecret[], { id, kekId, wrapped }: KeyRow): DataKey {
  const secret = secrets.find((one) => one.kekId === kekId);
  if (!secret) throw new KeyOutOfReach(`data key ${id} is wrapped by ${kekId}`);
  return unwrapKey(secret, id, wrapped);
}

/** Makes a key for a municipality's people at an event, unless somebody was first; answers the one in use. */
export async function makeKey(tx: Tx, secrets: readonly VaultSecret[], owner: KeyOwner, at: Date): Promise<DataKey> {
  const [secret] = secrets;
  if (!secret) throw new KeyOutOfReach('no secret');
  const made = await tx
    .insertInto('vaultKey')
    .values({ ...owner, kekId: secret.kekId, createdAt: at })
    .onConflict((conflict) =>
      conflict.columns(['eventId', 'memberId']).where('state', '=', sql.lit('active')).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!made) {
    const there = await activeKey(tx, secrets, owner);
    if (!there) throw new KeyOutOfReach('the key in use has no bytes');
    return there;
  }
  const key = { id: made.id, bytes: newKeyBytes() };
  await tx
    .insertInto('vaultKeyBytes')
    .values({ keyId: key.id, wrapped: wrapKey(secret, key) })
    .execute();
  return key;
}

/** The keys that still exist of one municipality at an event, or of all: number, owner and the secret that wraps each. */
export function livingKeys(db: Db, owner?: KeyOwner) {
  let query = db
    .selectFrom('vaultKey')
    .select(['id', 'eventId', 'memberId', 'kekId', 'state'])
    .where('live', '=', true)
    .orderBy('id');
  if (owner) query = query.where('eventId', '=', owner.eventId).where('memberId', '=', owner.memberId);
  return query.execute();
}

/** Takes a key out of use; it opens what it has sealed until it is destroyed. */
export async function retireKey(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable('vaultKey')
    .set({ state: 'retired' })
    .where('id', '=', id)
    .where('state', '=', 'active')
    .execute();
}

/** Destroys a key for good: its bytes go, and no backup of the rest opens again. 23503 while a cell still needs it. */
export async function destroyKey(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.deleteFrom('vaultKeyBytes').where('keyId', '=', id).execute();
  await tx
    .updateTable('vaultKey')
    .set({ state: 'destroyed', live: false, destroyedAt: at })
    .where('id', '=', id)
    .execute();
}
