import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { RoomView } from '#shared/events/contract.ts';

export type RoomRow = {
  id: string;
  venueId: string;
  slug: string;
  nameJa: string;
  nameEn: string;
  area: string;
  capacity: number | null;
  purpose: RoomView['purpose'];
  position: number;
  version: number;
  timeZone: string;
};

/** The days of an event with their themes; every day of it when nobody has set any. */
export async function daysOfEvent(db: Db, eventId: string) {
  const { rows } = await sql<{ day: string; themeJa: string; themeEn: string; rest: boolean }>`
    select day, theme_ja, theme_en, rest from event_day where event_id = ${eventId}
    union all
    select day::date, '', '', false
    from event, generate_series(starts_on, coalesce(actual_ends_on, ends_on), interval '1 day') day
    where id = ${eventId} and not exists (select from event_day where event_id = ${eventId})
    order by day`.execute(db);
  return rows;
}

/** The rooms of an event in the order they are shown. */
export async function roomsOfEvent(db: Db, eventId: string): Promise<RoomRow[]> {
  const rows = await db
    .selectFrom('room')
    .innerJoin('venue', 'venue.id', 'room.venueId')
    .select(['room.id', 'room.venueId', 'room.slug', 'room.nameJa', 'room.nameEn', 'room.area', 'room.capacity'])
    .select(['room.purpose', 'room.position', 'room.version', 'venue.timeZone'])
    .where('room.eventId', '=', eventId)
    .orderBy('room.position')
    .orderBy('room.id')
    .execute();
  return rows as RoomRow[];
}

/** The names of a room and its clocks, or undefined. */
export async function roomById(db: Db, id: string) {
  return db
    .selectFrom('room')
    .innerJoin('venue', 'venue.id', 'room.venueId')
    .select(['room.nameJa', 'room.nameEn', 'venue.timeZone'])
    .where('room.id', '=', id)
    .executeTakeFirst();
}

/** The IANA zone whose clocks an event shows. */
export async function timeZoneOfEvent(db: Db, id: string): Promise<string> {
  const { timeZone } = await db.selectFrom('event').select('timeZone').where('id', '=', id).executeTakeFirstOrThrow();
  return timeZone;
}

/** What an event is called in a word. */
export async function shortNameOfEvent(db: Db, id: string): Promise<string> {
  const { shortName } = await db.selectFrom('event').select('shortName').where('id', '=', id).executeTakeFirstOrThrow();
  return shortName;
}
