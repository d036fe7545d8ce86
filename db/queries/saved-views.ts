import type { Db, Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import type { ViewId } from '#shared/ids.ts';
import type { SavedView } from '#shared/requests/contract.ts';

/** A colleague's own saved views of the queue, in the order they were saved. */
export async function viewsOf(db: Db, accountId: string): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('savedView')
    .select(['id', 'name', 'query'])
    .where('accountId', '=', accountId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows as SavedView[];
}

/** Saves a view behind the others; null when there is one of that name already. */
export async function insertView(
  tx: Tx,
  accountId: string,
  view: { name: string; query: string },
): Promise<ViewId | null> {
  const row = await tx
    .insertInto('savedView')
    .values({ id: newId(), accountId, ...view })
    .onConflict((conflict) => conflict.columns(['accountId', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return (row?.id as ViewId | undefined) ?? null;
}

/** Removes a colleague's own view; false when it is not theirs. */
export async function deleteView(tx: Tx, accountId: string, id: ViewId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('savedView')
    .where('id', '=', id)
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
