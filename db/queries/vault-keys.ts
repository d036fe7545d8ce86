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
