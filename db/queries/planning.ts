import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import type { Planning } from '#shared/clashes/fact.ts';

/** What an event presumes when nobody has said anything else; minutes, and teams of interpreters. */
export const PRESUMED = { roomMinutes: 5, venueMinutes: 15, interpreterTeams: 1, version: 1 };

/** What an event presumes about ways and interpreters, the defaults where nobody has entered anything. */
export async function planningOf(db: Db, eventId: string): Promise<Planning & { version: number }> {
  const row = await db
    .selectFrom('eventPlanning')
    .select(['roomMinutes', 'venueMinutes', 'interpreterTeams', 'version'])
    .where('eventId', '=', eventId)
    .executeTakeFirst();
  const ways = await db
    .selectFrom('venueWay')
    .select(['venueA as a', 'venueB as b', 'minutes'])
    .where('eventId', '=', eventId)
    .orderBy('venueA')
    .orderBy('venueB')
    .execute();
  return { ...PRESUMED, ...row, ways };
}

/** Keeps what an event presumes if it is still at `version`; answers whether it was. */
export async function keepPlanning(tx: Tx, eventId: string, version: number, planning: Planning): Promise<boolean> {
  const { ways, ...values } = planning;
  const { rows } = await sql`
    insert into event_planning (event_id, room_minutes, venue_minutes, interpreter_teams, version)
    values (${eventId}, ${values.roomMinutes}, ${values.venueMinutes}, ${values.interpreterTeams}, ${version + 1})
    on conflict (event_id) do update set room_minutes = excluded.room_minutes, venue_minutes = excluded.venue_minutes,
      interpreter_teams = excluded.interpreter_teams, version = event_planning.version + 1
      where event_planning.version = ${version}
    returning version`.execute(tx);
  const [row] = rows as { version: number }[];
  if (row?.version !== version + 1) return false;
  await tx.deleteFrom('venueWay').where('eventId', '=', eventId).execute();
  const kept = ways.map(({ a, b, minutes }) => {
    const [venueA, venueB] = a < b ? [a, b] : [b, a];
    return { eventId, venueA, venueB, minutes };
  });
  if (kept.length > 0) await tx.insertInto('venueWay').values(kept).execute();
  return true;
}

/** The venues of an event by name, for saying how far they are from each other. */
export async function venuesOfEvent(db: Db, eventId: string) {
  return db
    .selectFrom('venue')
    .select(['id', 'nameJa', 'nameEn', 'zone', 'timeZone'])
    .where('eventId', '=', eventId)
    .orderBy('id')
    .execute();
}
