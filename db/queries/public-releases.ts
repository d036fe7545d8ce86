import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { PublicSession } from '#shared/schedule/contract.ts';
import { releasedAll } from './public-schedule.ts';

/** What an event's release of a number shows, or null when there is no such release. */
export async function releasedByNumber(db: Db, slug: string, number: number): Promise<PublicSession[] | null> {
  const { rows } = await sql<{ id: string }>`/* hot */
    select r.id from release r join event e on e.id = r.event_id
    where e.slug = ${slug} and r.number = ${number}`.execute(db);
  return rows[0] ? releasedAll(db, rows[0].id) : null;
}

/** The number of the last release made by an instant; of the first of all when none was made by then; null without any. */
export async function releaseStandingAt(db: Db, eventId: string, instant: Date): Promise<number | null> {
  const { rows } = await sql<{ number: number }>`/* hot */
    select number from release where event_id = ${eventId}
    order by (released_at <= ${instant}) desc, case when released_at <= ${instant} then -number else number end
    limit 1`.execute(db);
  return rows[0]?.number ?? null;
}
