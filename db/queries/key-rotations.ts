import type { Db, Tx } from '#db/connect.ts';

/** The change of all keys that has begun and is not done, or undefined. Role `reveal`. */
export function openRotation(db: Db) {
  return db.selectFrom('keyRotation').select(['id', 'upToKey']).where('doneAt', 'is', null).executeTakeFirst();
}

/** Begins a change of every key there is by now. 23505 when one has begun already. */
export async function beginRotation(tx: Tx, id: string, at: Date): Promise<void> {
  const { last } = await tx
    .selectFrom('vaultKey')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('keyRotation')
    .values({ id, upToKey: last ?? 0, begunAt: at })
    .execute();
}

export async function endRotation(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('keyRotation').set({ doneAt: at }).where('id', '=', id).where('doneAt', 'is', null).execute();
}

/** How many delegates' cells are sealed with keys. Role `reveal`. */
export async function countSealedBy(db: Db, keyIds: readonly number[]): Promise<number> {
  if (keyIds.length === 0) return 0;
  const { count } = await db
    .selectFrom('identityVault')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('keyId', 'in', [...keyIds])
    .where('state', '=', 'kept')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Locks the living keys of a municipality at an event, so that one change of them goes after the other. */
export function lockKeys(tx: Tx, { eventId, memberId }: { eventId: string; memberId: string }) {
  return tx
    .selectFrom('vaultKey')
    .select(['id', 'kekId', 'state'])
    .where('eventId', '=', eventId)
    .where('memberId', '=', memberId)
    .where('live', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute();
}
