import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import type { QueueQuery } from '#shared/requests/contract.ts';
import { mostUsualDays } from '#shared/requests/risk.ts';
import { searchWords } from '#shared/requests/search.ts';
import { filtersOf } from './queue-filter.ts';
import { holdsWords } from './queue-search.ts';
import { rowJoins, rowJson } from './request-row.ts';

/** Where a page ends: the clock its order was made with, which part of the list, and the last row's place in it. */
export type QueueCursor = { now: Date; part: number; key: string; id: string };
export type QueuePage = { items: string; last: QueueCursor | null };

/** A part of a list, in its own order; parts follow each other. */
type Part = { part: number; key: RawBuilder<unknown>; where: RawBuilder<unknown>; descending: boolean };

/**
 * One page of requests as JSON text (an array of `RequestRow`), built by PostgreSQL in one statement, and where the
 * next page begins. For the office: open ones, overdue first and then by the last moment to act; or the closed ones,
 * latest first; or the drafts this colleague files for municipalities. For a municipality: its own, latest first.
 */
export async function listQueue(
  db: Db,
  actor: Actor,
  query: QueueQuery,
  now: Date,
  after: QueueCursor | null,
): Promise<QueuePage> {
  const clock = after?.now ?? now;
  const parts = partsOf(actor, query, clock).filter(({ part }) => after === null || part >= after.part);
  // A cursor that belongs to another list names a part that this one has not.
  if (parts.length === 0) return { items: '[]', last: null };
  const words = searchWords(query.q ?? '');
  const searched = words.length > 0 ? sql` and ${await holdsWords(db, actor, words)}` : sql``;
  const filters = sql`${filtersOf(actor, query, clock)}${searched}`;
  const keys = parts.map((part, index) => keysOf(part, index, filters, query.limit + 1, after));
  const all = parts.map((_, index) => sql`select * from part_${sql.lit(index)}`);
  // Searching is planned anew each time: how rare the words are decides which way is quick.
  const hot = query.q === undefined ? sql.raw('/* hot */ ') : sql.raw('/* fresh */ ');
  const descending = parts[0]?.descending ?? false;
  const order = (alias: string) =>
    sql.raw(`${alias}.part, ${alias}.key ${descending ? 'desc' : ''}, ${alias}.id ${descending ? 'desc' : ''}`);
  const { rows } = await sql<{
    items: string;
    more: boolean;
    part: number | null;
    key: string | null;
    id: string | null;
  }>`${hot}with ${sql.join(keys)}, keys as materialized (
      select * from (${sql.join(all, sql` union all `)}) k order by ${order('k')} limit ${sql.lit(query.limit + 1)}
    ), page as (
      select k.*, row_number() over (order by ${order('k')}) as place from keys k
    ), last as (
      select part, to_char(key at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as key, id from page where place = ${sql.lit(query.limit)}
    )
    select coalesce(json_agg(${rowJson(actor)} order by page.place), '[]')::text as items,
      (select count(*) > ${sql.lit(query.limit)} from keys) as more,
      (select part from last) as part, (select key from last) as key, (select id from last) as id
    from page join request r on r.id = page.id ${rowJoins(actor)}
    where page.place <= ${sql.lit(query.limit)}`.execute(db);
  const [found] = rows;
  if (!found) return { items: '[]', last: null };
  const { items, more, part, key, id } = found;
  return { items, last: more && part !== null && key && id ? { now: clock, part, key, id } : null };
}

/** The keys of one part; it is looked at only when the parts before it have not filled the page. */
function keysOf(part: Part, index: number, filters: RawBuilder<unknown>, limit: number, after: QueueCursor | null) {
  const direction = sql.raw(part.descending ? ' desc' : '');
  const beyond = sql.raw(part.descending ? '<' : '>');
  const wanted: RawBuilder<unknown>[] = [filters, part.where];
  if (after?.part === part.part) {
    wanted.push(sql`(${part.key}, r.id) ${beyond} (${after.key}::timestamptz, ${after.id}::uuid)`);
  }
  if (index > 0) wanted.push(sql`(select count(*) from part_${sql.lit(index - 1)}) < ${sql.lit(limit)}`);
  return sql`part_${sql.lit(index)} as materialized (
      select ${sql.lit(part.part)}::int as part, ${part.key} as key, r.id from request r
      where ${sql.join(wanted, sql` and `)}
      order by ${part.key}${direction}, r.id${direction} limit ${sql.lit(limit)})`;
}

function partsOf(actor: Actor, query: QueueQuery, now: Date): Part[] {
  if (isMember(actor)) {
    const where = query.closed ? sql`r.closed_at is not null` : sql`true`;
    return [{ part: 0, key: sql`r.created_at`, where, descending: true }];
  }
  if (query.closed) return [{ part: 0, key: sql`r.closed_at`, where: sql`r.closed_at is not null`, descending: true }];
  if (query.state?.length === 1 && query.state[0] === 'draft') {
    const where = sql`r.state = 'draft' and r.filed_for_by = ${actor.accountId}`;
    return [{ part: 0, key: sql`r.created_at`, where, descending: true }];
  }
  const open = sql`r.closed_at is null and r.state <> 'draft'`;
  // What is not overdue is at most the usual days past its risk: said here too, so that the index begins there.
  const earliest = new Date(now.getTime() - mostUsualDays * 86_400_000);
  const overdue = sql`${open} and r.due_at < ${now} and r.risk_at < ${now}`;
  const others = sql`${open} and r.due_at >= ${now} and r.risk_at >= ${earliest}`;
  return [
    { part: 0, key: sql`r.risk_at`, where: overdue, descending: false },
    { part: 1, key: sql`r.risk_at`, where: others, descending: false },
  ].filter(({ part }) => query.group === undefined || (query.group === 'overdue') === (part === 0));
}
