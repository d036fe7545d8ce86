import { type RawBuilder, sql } from 'kysely';
import { type Actor, isMember } from '#shared/actor.ts';
import type { QueueQuery } from '#shared/requests/contract.ts';

const DAY = 86_400_000;

/** The conditions of a list on a request aliased `r`: whose it may be, the event, and the address but for its words. */
export function filtersOf(actor: Actor, query: QueueQuery, now: Date): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`r.event_id = (select id from event where slug = ${query.event})`];
  if (isMember(actor)) all.push(sql`r.member_id = ${actor.memberId}`);
  if (query.kind?.length) all.push(oneOf('r.kind', query.kind));
  if (query.state?.length) all.push(oneOf('r.state', query.state));
  if (query.member?.length) all.push(oneOf('r.member_id', query.member));
  if (query.owner === 'none') all.push(sql`r.owner_id is null`);
  else if (query.owner) all.push(sql`r.owner_id = ${query.owner === 'me' ? actor.accountId : query.owner}`);
  if (query.turn) all.push(sql`r.turn = ${query.turn}`);
  if (query.head !== undefined) all.push(sql`r.head_of_government = ${query.head}`);
  if (query.group) all.push(groupIs(query.group, now));
  return sql.join(all, sql` and `);
}

function oneOf(column: string, values: readonly string[]): RawBuilder<unknown> {
  const name = sql.raw(column);
  // One value as an equation keeps the order of an index usable.
  return values.length === 1 ? sql`${name} = ${values[0]}` : sql`${name} in (${sql.join(values)})`;
}

function groupIs(group: NonNullable<QueueQuery['group']>, now: Date): RawBuilder<unknown> {
  const soon = new Date(now.getTime() + 3 * DAY);
  switch (group) {
    case 'overdue':
      return sql`r.due_at < ${now}`;
    case 'at_risk':
      return sql`r.due_at >= ${now} and r.risk_at <= ${now}`;
    case 'watch':
      return sql`r.due_at >= ${now} and r.risk_at > ${now} and r.risk_at <= ${soon}`;
    case 'on_track':
      return sql`r.due_at >= ${now} and r.risk_at > ${soon}`;
  }
}
