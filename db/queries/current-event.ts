import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { EventId } from '#shared/ids.ts';

/**
 * The event the desk works on: of those not over on `day`, the first whose work has begun, else the first to come;
 * when all are over, the one that ended last; undefined without any. An event merely announced draws nobody's work.
 */
export async function currentEvent(db: Db, day: string) {
  const row = await db
    .selectFrom('event')
    .select(['id', 'slug', 'shortName', 'nameJa', 'nameEn', 'cityJa', 'cityEn', 'startsOn', 'endsOn', 'timeZone'])
    .orderBy((order) => order.or([order('phase', 'in', ['closed', 'purged']), order('endsOn', '<', day)]))
    .orderBy(sql`case when phase in ('closed', 'purged') or ends_on < ${day} then starts_on end`, 'desc')
    .orderBy((order) => order('phase', '=', 'announced'))
    .orderBy('startsOn')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, id: row.id as EventId };
}
