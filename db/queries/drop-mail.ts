import type { Tx } from '#db/connect.ts';

/** Drops mail that is still waiting under a key, for every recipient; false when there was none left to drop. */
export async function dropMail(tx: Tx, dedupeKey: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set({ state: 'dropped' })
    .where('dedupeKey', 'like', `${dedupeKey.replaceAll(/[\\%_]/g, '\\$&')}:%`)
    .where('state', '=', 'ready')
    .where('leaseUntil', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
