import type { Db, Tx } from '#db/connect.ts';
import type { DelegateId } from '#shared/ids.ts';
import type { RequestRecord } from './requests.ts';

/** Those of the named persons who are not the municipality's own delegates at the event. */
export async function strangersAmong(
  db: Db,
  request: Pick<RequestRecord, 'memberId' | 'eventId'>,
  ids: readonly DelegateId[],
): Promise<DelegateId[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('delegate')
    .select('id')
    .where('id', 'in', [...ids])
    .where('memberId', '=', request.memberId)
    .where('eventId', '=', request.eventId)
    .execute();
  const own = new Set(rows.map((row) => row.id));
  return ids.filter((id) => !own.has(id));
}

/** Makes the persons beside a request the same as those its answers name, in that order. */
export async function replaceDelegates(
  tx: Tx,
  request: Pick<RequestRecord, 'id' | 'memberId'>,
  ids: readonly DelegateId[],
): Promise<void> {
  await tx.deleteFrom('requestDelegate').where('requestId', '=', request.id).execute();
  if (ids.length === 0) return;
  await tx
    .insertInto('requestDelegate')
    .values(
      ids.map((delegateId, position) => ({ requestId: request.id, memberId: request.memberId, delegateId, position })),
    )
    .execute();
}
