import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { OrganisationId, RequestId } from '#shared/ids.ts';

export type HistoryRow = {
  id: string;
  at: Date;
  actor: string | null;
  actorRole: string;
  subject: string;
  action: string;
  fromState: string | null;
  toState: string | null;
  reason: string | null;
  details: Record<string, unknown>;
};

const columns = sql`h.id, h.at, a.name as actor, h.actor_role, h.subject, h.action, h.from_state, h.to_state, h.reason, h.details`;

/** What happened to a request, oldest first. Whether the reader may know of it is asked before. */
export async function historyOfRequest(db: Db, requestId: RequestId): Promise<HistoryRow[]> {
  const { rows } =
    await sql<HistoryRow>`/* hot */ select ${columns} from history h left join account a on a.id = h.actor_id
    where h.request_id = ${requestId} order by h.at, h.id`.execute(db);
  return rows;
}

/** The record of changes, latest first: of one municipality, or with null of everything. Up to `limit` rows. */
export async function historyPage(
  db: Db,
  memberId: OrganisationId | null,
  limit: number,
  after: { at: string; id: string } | null,
): Promise<(HistoryRow & { key: string })[]> {
  const where: RawBuilder<unknown>[] = [sql`true`];
  if (memberId) where.push(sql`h.member_id = ${memberId}`);
  if (after) where.push(sql`(h.at, h.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<HistoryRow & { key: string }>`
    select ${columns}, to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as key
    from history h left join account a on a.id = h.actor_id
    where ${sql.join(where, sql` and `)} order by h.at desc, h.id desc limit ${limit}`.execute(db);
  return rows;
}

/** What one bulk act of one person changed on a request: the row's details, or undefined. */
export async function bulkChange(
  db: Db,
  requestId: RequestId,
  bulk: string,
  accountId: string,
): Promise<Record<string, unknown> | undefined> {
  const row = await db
    .selectFrom('history')
    .select('details')
    .where('requestId', '=', requestId)
    .where('actorId', '=', accountId)
    .where(sql<string>`details->>'bulk'`, '=', bulk)
    .executeTakeFirst();
  return row?.details as Record<string, unknown> | undefined;
}

/** Whether a bulk act on these requests can be taken back for at least one: nothing of it was given up. */
export async function bulkTakesBack(db: Db, requestIds: readonly string[], bulk: string): Promise<boolean> {
  const row = await db
    .selectFrom('history')
    .select('id')
    .where('requestId', 'in', [...requestIds])
    .where(sql<string>`details->>'bulk'`, '=', bulk)
    .where(sql<boolean>`details->>'givenUp' is null`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
