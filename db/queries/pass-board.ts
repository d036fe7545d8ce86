import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';

/** An event as boards and plans need it, or undefined. */
export async function eventForBoard(db: Db, slug: string) {
  return db
    .selectFrom('event')
    .select(['id', 'slug', 'shortName', 'startsOn', 'timeZone'])
    .select((eb) => eb.fn.coalesce('actualEndsOn', 'endsOn').as('endsOn'))
    .where('slug', '=', slug)
    .executeTakeFirst();
}

/** An event's pools in the board's order. */
export async function poolsOf(db: Db, eventId: string) {
  return db
    .selectFrom('passPool')
    .select(['id', 'route', 'zone', 'nameJa', 'nameEn', 'places', 'position', 'version'])
    .select([sql<string>`lower(days)::text`.as('from'), sql<string>`(upper(days) - 1)::text`.as('to')])
    .where('eventId', '=', eventId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Pass requests that still wish or have places, by the time of submission. */
export async function openPassRequests(db: Db, eventId: string) {
  return db
    .selectFrom('request')
    .select(['id', 'reference', 'memberId', 'titleJa', 'titleEn', 'details', 'state', 'submittedAt', 'version'])
    .where('eventId', '=', eventId)
    .where('kind', '=', 'pass')
    .where('closedAt', 'is', null)
    .where('state', '<>', 'draft')
    .orderBy('submittedAt')
    .orderBy('id')
    .execute();
}

/** The municipalities with a delegation to the event or a request for passes, by their reading; and who of them speaks. */
export async function boardMembers(db: Db, eventId: string) {
  const { rows } = await sql<{ id: string; nameJa: string; nameEn: string; speaks: boolean }>`
    select o.id, o.name_ja, o.name_en,
      exists (select from programme_session s left join session_host h on h.session_id = s.id
        where s.event_id = ${eventId} and s.state = 'planned' and (s.member_id = o.id or h.organisation_id = o.id))
      or exists (select from request r where r.event_id = ${eventId} and r.member_id = o.id
        and r.kind = 'speaking' and r.state in ('approved', 'fulfilled', 'completed')) as speaks
    from organisation o
    join membership m on m.organisation_id = o.id
    where exists (select from delegation d where d.event_id = ${eventId} and d.member_id = o.id)
      or exists (select from request r where r.event_id = ${eventId} and r.member_id = o.id and r.kind = 'pass'
        and r.closed_at is null and r.state <> 'draft')
      or exists (select from pass p where p.event_id = ${eventId} and p.member_id = o.id and p.state <> 'released')
    order by o.kana, o.id`.execute(db);
  return rows;
}
