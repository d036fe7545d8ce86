import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import { delegateName } from '#db/queries/authorities.ts';
import type { RequestId } from '#shared/ids.ts';

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
  subjectId: string;
  requestId: RequestId | null;
  reference: string | null;
  principal: { ja: string; en: string } | null;
};

const columns = sql`h.id, h.at, a.name as actor, h.actor_role, h.subject, h.action, h.from_state, h.to_state, h.reason, h.details,
  h.subject_id, h.request_id, (select s.details->>'reference' from history s
    where s.request_id = h.request_id and s.action = 'submit' order by s.at desc limit 1) as reference,
  case h.principal_kind
    when 'member' then (select json_build_object('ja', p.name_ja, 'en', p.name_en) from organisation p
      where p.id = h.principal_id)
    when 'delegate' then (select ${delegateName} from delegate d where d.id = h.principal_id) end as principal`;

/** What happened to a request, oldest first. Whether the reader may know of it is asked before. */
export async function historyOfRequest(db: Db, requestId: RequestId): Promise<HistoryRow[]> {
  const { rows } =
    await sql<HistoryRow>`/* hot */ select ${columns} from history h left join account a on a.id = h.actor_id
    where h.request_id = ${requestId} order by h.at, h.id`.execute(db);
  return rows;
}

/** Which part of the record to read. Everything given must fit; times are half-open. */
export type HistorySelection = {
  memberId?: string | null;
  actorId?: string | null;
  person?: string | undefined;
  thing?: string | undefined;
  subject?: string | undefined;
  actions?: readonly string[] | undefined;
  since?: Date | undefined;
  before?: Date | undefined;
};

/** The record of changes, latest first, as far as selected. Up to `limit` rows. */
export async function historyPage(
  db: Db,
  selection: HistorySelection,
  limit: number,
  after: { at: string; id: string } | null,
): Promise<(HistoryRow & { key: string })[]> {
  const where = conditions(selection);
  if (after) where.push(sql`(h.at, h.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<HistoryRow & { key: string }>`
    select ${columns}, to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as key
    from history h left join account a on a.id = h.actor_id
    where ${sql.join(where, sql` and `)} order by h.at desc, h.id desc limit ${limit}`.execute(db);
  return rows;
}

export type SealedRow = HistoryRow & { callId: string | null; seq: number | null };

/** The same for a file, with the number of each row's link and of its call. */
export async function historyForExport(db: Db, selection: HistorySelection, limit: number): Promise<SealedRow[]> {
  const { rows } = await sql<SealedRow>`select ${columns}, h.call_id, l.seq
    from history h left join account a on a.id = h.actor_id left join history_seal l on l.history_id = h.id
    where ${sql.join(conditions(selection), sql` and `)} order by h.at desc, h.id desc limit ${limit}`.execute(db);
  return rows;
}

function conditions({ memberId, actorId, person, thing, subject, actions, since, before }: HistorySelection) {
  const where: RawBuilder<unknown>[] = [sql`true`];
  if (memberId) where.push(sql`h.member_id = ${memberId}`);
  if (actorId) where.push(sql`h.actor_id = ${actorId}`);
  if (subject) where.push(sql`h.subject = ${subject}`);
  if (actions) where.push(sql`h.action = any(array[${sql.join(actions)}])`);
  if (since) where.push(sql`h.at >= ${since}`);
  if (before) where.push(sql`h.at < ${before}`);
  if (person) {
    const named = `%${person.replaceAll(/[\\%_]/g, '\\$&')}%`;
    where.push(sql`h.actor_id in (select p.id from account p where p.name ilike ${named} or p.name_en ilike ${named})`);
  }
  if (thing) where.push(aboutThing(thing));
  return where;
}

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Whoever reads the record only may not read requests: a reference is known by the row that says it was given. */
function aboutThing(thing: string): RawBuilder<unknown> {
  const id = thing.toLowerCase();
  if (ID.test(id)) return sql`(h.subject_id = ${id} or h.request_id = ${id} or h.call_id = ${id})`;
  return sql`h.request_id in (select s.request_id from history s
    where s.action = 'submit' and s.details->>'reference' = ${thing.toUpperCase()})`;
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
