import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';

/** A delegate as their own page greets them, or undefined once they have left. */
export function delegateOnPage(db: Db, delegateId: string) {
  return db
    .selectFrom('delegate')
    .innerJoin('organisation', 'organisation.id', 'delegate.memberId')
    .select(['delegate.eventId', 'familyName', 'givenName', 'titleJa', 'titleEn', 'level'])
    .select(['organisation.nameJa as memberJa', 'organisation.nameEn as memberEn'])
    .where('delegate.id', '=', delegateId)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
}

export type ViewingRow = { at: Date; name: string | null; actorRole: string; details: unknown };

/** Who has looked at a delegate's passport data, the latest first. */
export async function viewingRows(db: Db, delegateId: string): Promise<ViewingRow[]> {
  const { rows } = await sql<ViewingRow>`
    select h.at, a.name, h.actor_role, h.details from history h left join account a on a.id = h.actor_id
    where h.subject = 'delegate' and h.subject_id = ${delegateId} and h.action = 'identity.revealed'
    order by h.at desc, h.id desc limit 200`.execute(db);
  return rows;
}
