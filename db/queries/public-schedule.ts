import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import { PublicSession } from '#shared/schedule/contract.ts';

export type PublicEvent = {
  id: string;
  slug: string;
  shortName: string;
  nameJa: string;
  nameEn: string;
  cityJa: string;
  cityEn: string;
  countryJa: string;
  countryEn: string;
  venueJa: string;
  venueEn: string;
  pavilionJa: string;
  pavilionEn: string;
  startsOn: string;
  endsOn: string;
  timeZone: string;
};
export type PublicDay = { day: string; themeJa: string; themeEn: string; rest: boolean; sessions: number };
export type PublicRelease = {
  id: string;
  number: number;
  commentJa: string;
  commentEn: string;
  releasedAt: Date;
};

/**
 * An event with its days and its latest release, or null when the event has none: until then the public knows nothing
 * of its programme. Everything the public pages read is here, and none of it comes from the draft.
 */
export async function latestRelease(
  db: Db,
  slug: string,
): Promise<{ event: PublicEvent; days: PublicDay[]; release: PublicRelease } | null> {
  const { rows } = await sql<
    PublicEvent & { days: PublicDay[] } & Omit<PublicRelease, 'id'> & { releaseId: string }
  >`/* hot */
    select e.id, e.slug, e.short_name, e.name_ja, e.name_en, e.city_ja, e.city_en, e.country_ja, e.country_en,
      e.venue_ja, e.venue_en, e.pavilion_ja, e.pavilion_en, e.starts_on, coalesce(e.actual_ends_on, e.ends_on) as ends_on,
      e.time_zone, r.id as release_id, r.number, r.comment_ja, r.comment_en, r.released_at,
      (select json_agg(json_build_object('day', d.day, 'themeJa', coalesce(ed.theme_ja, ''),
          'themeEn', coalesce(ed.theme_en, ''), 'rest', coalesce(ed.rest, false), 'sessions', d.sessions) order by d.day)
        from (select day, sum(n)::int as sessions from (
            select day, 0 as n from event_day where event_id = e.id
            union all select day, 1 from released_session where release_id = r.id) every group by day) d
        left join event_day ed on ed.event_id = e.id and ed.day = d.day) as days
    from event e
    join lateral (select * from release where event_id = e.id order by number desc limit 1) r on true
    where e.slug = ${slug}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { releaseId, number, commentJa, commentEn, releasedAt, days, ...event } = row;
  return { event, days: days ?? [], release: { id: releaseId, number, commentJa, commentEn, releasedAt } };
}

/** What a release shows on one day, by time and room. */
export async function releasedDay(db: Db, releaseId: string, day: string): Promise<PublicSession[]> {
  const { rows } = await sql<{ content: PublicSession }>`/* hot */
    select content from released_session where release_id = ${releaseId} and day = ${day}::date
    order by starts_at, (content->'room'->>'position')::int, session_id`.execute(db);
  return rows.map((row) => PublicSession.parse(row.content));
}

/** One session of a release, or null. */
export async function releasedSession(db: Db, releaseId: string, sessionId: string): Promise<PublicSession | null> {
  const { rows } = await sql<{ content: PublicSession }>`/* hot */
    select content from released_session where release_id = ${releaseId} and session_id = ${sessionId}::uuid`.execute(
    db,
  );
  return rows[0] ? PublicSession.parse(rows[0].content) : null;
}

/** Everything a release shows, by time. */
export async function releasedAll(db: Db, releaseId: string): Promise<PublicSession[]> {
  const { rows } = await sql<{ content: PublicSession }>`/* hot */
    select content from released_session where release_id = ${releaseId} order by starts_at, session_id`.execute(db);
  return rows.map((row) => PublicSession.parse(row.content));
}

/** An event as the public may know it before there is a release, or null. */
export async function publicEvent(db: Db, slug: string): Promise<PublicEvent | null> {
  const { rows } = await sql<PublicEvent>`/* hot */
    select id, slug, short_name, name_ja, name_en, city_ja, city_en, country_ja, country_en, venue_ja, venue_en,
      pavilion_ja, pavilion_en, starts_on, coalesce(actual_ends_on, ends_on) as ends_on, time_zone
    from event where slug = ${slug}`.execute(db);
  return rows[0] ?? null;
}
