import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { Lang } from '#shared/lang.ts';
import type { Parties } from '#shared/schedule/release-recipients.ts';

type Party = { sessionId: string; memberId: string };

/** The municipalities that have a part in each session of an event's draft: asked for it, host it, send a speaker. */
export async function partiesOfDraft(db: Db, eventId: string): Promise<Parties> {
  const { rows } = await sql<Party>`
    select distinct party.session_id, party.member_id from (
      select id as session_id, member_id from programme_session where event_id = ${eventId} and member_id is not null
      union all select h.session_id, h.organisation_id from session_host h
        join programme_session p on p.id = h.session_id where p.event_id = ${eventId}
      union all select s.session_id, d.member_id from session_speaker s
        join programme_session p on p.id = s.session_id join delegate d on d.id = s.delegate_id
        where p.event_id = ${eventId}) party
    join membership m on m.organisation_id = party.member_id
    order by party.session_id, party.member_id`.execute(db);
  return gathered(rows);
}

/** Those that had a part in each session of the latest release of an event, its public hosts included. */
export async function partiesOfLatest(db: Db, eventId: string): Promise<Parties> {
  const { rows } = await sql<Party>`
    with latest as (select id from release where event_id = ${eventId} order by number desc limit 1)
    select session_id, member_id from released_party where release_id = (select id from latest)
    union select rs.session_id, m.organisation_id from released_session rs
      cross join lateral jsonb_array_elements(rs.content->'hosts') h
      join membership m on m.organisation_id = (h->>'id')::uuid
      where rs.release_id = (select id from latest)
    order by 1, 2`.execute(db);
  return gathered(rows);
}

/** An officer or manager who is told about their municipality's sessions. */
export type Officer = { accountId: string; memberId: string; name: string; lang: Lang };

/** The active officers and managers of municipalities, by name. */
export async function officersOf(db: Db, memberIds: readonly string[]): Promise<Officer[]> {
  if (memberIds.length === 0) return [];
  const rows = await db
    .selectFrom('account')
    .select(['id as accountId', 'memberId', 'name', 'lang'])
    .where('memberId', 'in', [...memberIds])
    .where('state', '=', 'active')
    .where('role', 'in', ['member_editor', 'member_manager'])
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows as Officer[];
}

/** The names of organisations, by id. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, { ja: string; en: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'nameJa', 'nameEn'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, { ja: row.nameJa, en: row.nameEn }]));
}

function gathered(rows: readonly Party[]): Parties {
  const parties = new Map<string, string[]>();
  for (const { sessionId, memberId } of rows) parties.set(sessionId, [...(parties.get(sessionId) ?? []), memberId]);
  return parties;
}
