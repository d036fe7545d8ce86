import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';

export type LockedRoom = {
  id: string;
  slug: string;
  nameJa: string;
  nameEn: string;
  purpose: 'session' | 'meeting';
  timeZone: string;
};
/** What holds a room: exactly one of the two. */
export type Holder = { sessionId: string } | { meetingId: string };

/** Locks a room of an event, so that whoever wants it at the same time waits and then sees who has it. */
export async function lockRoom(tx: Tx, eventId: string, roomId: string): Promise<LockedRoom | undefined> {
  const row = await tx
    .selectFrom('room')
    .innerJoin('venue', 'venue.id', 'room.venueId')
    .select(['room.id', 'room.slug', 'room.nameJa', 'room.nameEn', 'room.purpose', 'venue.timeZone'])
    .where('room.eventId', '=', eventId)
    .where('room.id', '=', roomId)
    .forUpdate('room')
    .executeTakeFirst();
  return row as LockedRoom | undefined;
}

/** What a room is held for: its title, its public time and the whole time nobody else may have it. */
export type RoomHolder = {
  titleJa: string;
  titleEn: string;
  startsAt: Date;
  endsAt: Date;
  heldFrom: Date;
  heldTo: Date;
};

/**
 * What holds a room in a part of [from, to), set-up and tear-down included, except the asking holder itself; undefined
 * when it is free. Of several, the one whose public time is nearest.
 */
export async function holdsRoom(
  tx: Tx,
  roomId: string,
  from: Date,
  to: Date,
  except: Holder,
): Promise<RoomHolder | undefined> {
  const own = 'sessionId' in except ? except.sessionId : except.meetingId;
  const { rows } = await sql<RoomHolder>`
    select coalesce(s.title_ja, r.title_ja) as title_ja, coalesce(s.title_en, r.title_en) as title_en,
      lower(h.during) as starts_at, upper(h.during) as ends_at, lower(h.held) as held_from, upper(h.held) as held_to
    from room_hold h
    left join programme_session s on s.id = h.session_id
    left join meeting m on m.id = h.meeting_id
    left join request r on r.id = m.request_id
    where h.room_id = ${roomId} and h.held && tstzrange(${from}, ${to})
      and coalesce(h.session_id, h.meeting_id) <> ${own}
    order by not (h.during && tstzrange(${from}, ${to})), h.during limit 1`.execute(tx);
  return rows[0];
}

/**
 * Gives a room to a session or a meeting for the public time [from, to), in place of the one it had; the database adds
 * the session's set-up and tear-down. 23P01 when it is taken.
 */
export async function holdRoom(
  tx: Tx,
  eventId: string,
  holder: Holder,
  roomId: string,
  from: Date,
  to: Date,
): Promise<void> {
  await freeRoom(tx, holder);
  await tx
    .insertInto('roomHold')
    .values({ id: newId(), eventId, roomId, during: sql`tstzrange(${from}, ${to})`, ...holder })
    .execute();
}

/** Gives the room back, if there is one. */
export async function freeRoom(tx: Tx, holder: Holder): Promise<void> {
  const query = tx.deleteFrom('roomHold');
  await ('sessionId' in holder
    ? query.where('sessionId', '=', holder.sessionId)
    : query.where('meetingId', '=', holder.meetingId)
  ).execute();
}

/** When the rooms named are taken, set-up and tear-down included, and by what; without titles when the caller does not show them. */
export async function holdsOfRooms(
  db: Db,
  roomIds: readonly string[],
): Promise<{ roomId: string; startsAt: Date; endsAt: Date; sessionId: string | null; meetingId: string | null }[]> {
  if (roomIds.length === 0) return [];
  return db
    .selectFrom('roomHold')
    .select((eb) => [
      'roomId',
      'sessionId',
      'meetingId',
      eb.fn<Date>('lower', ['held']).as('startsAt'),
      eb.fn<Date>('upper', ['held']).as('endsAt'),
    ])
    .where('roomId', 'in', [...roomIds])
    .orderBy('roomId')
    .orderBy('during')
    .execute();
}
