import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';

export type PersonOfFinding = {
  id: string;
  familyName: string;
  givenName: string;
  familyLatin: string;
  givenLatin: string;
  memberJa: string;
  memberEn: string;
  arrivesOn: string | null;
  leavesOn: string | null;
};
/** Where something with a room of ours is. */
export type SpotRow = {
  commitmentId: string;
  roomId: string | null;
  venueId: string;
  zone: 'blue' | 'green' | 'outside';
  timeZone: string;
};
export type CoverRow = { delegateId: string; from: string; to: string };

/** The delegates of an event with their municipality, removed ones left out. */
export async function peopleOfEvent(db: Db, eventId: string): Promise<PersonOfFinding[]> {
  return db
    .selectFrom('delegate')
    .innerJoin('organisation', 'organisation.id', 'delegate.memberId')
    .select(['delegate.id', 'delegate.familyName', 'delegate.givenName', 'delegate.familyLatin', 'delegate.givenLatin'])
    .select(['organisation.nameJa as memberJa', 'organisation.nameEn as memberEn'])
    .select(['delegate.arrivesOn', 'delegate.leavesOn'])
    .where('delegate.eventId', '=', eventId)
    .where('delegate.removedAt', 'is', null)
    .execute();
}

/** In which room, venue and zone each session, meeting and entry of others is, and by whose clocks. */
export async function spotsOfEvent(db: Db, eventId: string): Promise<SpotRow[]> {
  const { rows } = await sql<SpotRow>`
    select coalesce(h.session_id, h.meeting_id) as commitment_id, h.room_id, v.id as venue_id, v.zone, v.time_zone
    from room_hold h join room on room.id = h.room_id join venue v on v.id = room.venue_id
    where h.event_id = ${eventId}
    union all
    select o.id, null, v.id, v.zone, v.time_zone from outside_item o join venue v on v.id = o.venue_id
    where o.event_id = ${eventId}`.execute(db);
  return rows;
}

/** The days for which delegates hold a place in the Blue Zone. */
export async function blueDays(db: Db, eventId: string): Promise<CoverRow[]> {
  return db
    .selectFrom('pass')
    .innerJoin('passPool', 'passPool.id', 'pass.poolId')
    .select('pass.delegateId')
    .select([sql<string>`lower(pass.days)::text`.as('from'), sql<string>`(upper(pass.days) - 1)::text`.as('to')])
    .where('pass.eventId', '=', eventId)
    .where('pass.state', '<>', 'released')
    .where('passPool.zone', '=', 'blue')
    .execute();
}

/** The meetings to which nobody walks. */
export async function onlineMeetings(db: Db, eventId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('meeting')
    .select('id')
    .where('eventId', '=', eventId)
    .where('mode', '=', 'online')
    .execute();
  return rows.map((row) => row.id);
}
