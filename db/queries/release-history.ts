import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import { PublicSession } from '#shared/schedule/contract.ts';

/** One release with all it shows. */
export type ReleaseContent = {
  id: string;
  eventId: string;
  number: number;
  commentJa: string;
  commentEn: string;
  releasedAt: Date;
  sessions: PublicSession[];
};

/** The releases of an event from a number on, the oldest first, each with its whole content. */
export async function releasesFrom(db: Db, slug: string, number: number): Promise<ReleaseContent[]> {
  const { rows } = await sql<Omit<ReleaseContent, 'sessions'> & { sessions: unknown[] }>`/* hot */
    select r.id, r.event_id, r.number, r.comment_ja, r.comment_en, r.released_at,
      (select coalesce(json_agg(s.content order by s.starts_at, s.session_id), '[]') from released_session s
        where s.release_id = r.id) as sessions
    from release r join event e on e.id = r.event_id
    where e.slug = ${slug} and r.number >= ${number} order by r.number`.execute(db);
  return rows.map((row) => ({ ...row, sessions: row.sessions.map((content) => PublicSession.parse(content)) }));
}
