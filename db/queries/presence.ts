import type { Db, Tx } from '#db/connect.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';

/** Notes that a person has the request open (wall clock) and has seen everything up to `seenAt` (the desk's clock). */
export async function markPresent(
  tx: Tx,
  requestId: RequestId,
  accountId: string,
  seenAt: Date,
  presentAt: Date,
): Promise<void> {
  await tx
    .insertInto('requestSeen')
    .values({ requestId, accountId, seenAt, presentAt })
    .onConflict((conflict) => conflict.columns(['requestId', 'accountId']).doUpdateSet({ seenAt, presentAt }))
    .execute();
}

/** The names of the others who had it open since an instant. A municipality is told of its own colleagues only. */
export async function othersPresent(db: Db, actor: Actor, requestId: RequestId, since: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('requestSeen')
    .innerJoin('account', 'account.id', 'requestSeen.accountId')
    .select('account.name')
    .where('requestSeen.requestId', '=', requestId)
    .where('requestSeen.presentAt', '>=', since)
    .where('account.id', '<>', actor.accountId)
    .$if(isMember(actor), (query) => query.where('account.memberId', '=', actor.memberId))
    .orderBy('account.name')
    .orderBy('account.id')
    .execute();
  return rows.map((row) => row.name);
}
