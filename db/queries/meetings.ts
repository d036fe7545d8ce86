import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import type { BilateralRow, MeetingView } from '#shared/bilaterals/contract.ts';

export type MeetingRow = {
  id: string;
  eventId: string;
  requestId: string;
  reference: string;
  memberId: string;
  memberJa: string;
  memberEn: string;
  counterpartId: string;
  counterpartJa: string;
  counterpartEn: string;
  countryJa: string;
  countryEn: string;
  counterpartZone: string | null;
  counterpartPerson: string;
  state: MeetingView['state'];
  startsAt: Date | null;
  endsAt: Date | null;
  timeZone: string;
  mode: MeetingView['mode'];
  roomId: string | null;
  roomJa: string | null;
  roomEn: string | null;
  area: string | null;
  placeJa: string;
  placeEn: string;
  language: string;
  version: number;
  delegates: {
    id: string;
    familyName: string;
    givenName: string;
    titleJa: string;
    titleEn: string;
    level: string;
  }[];
};

/** One meeting, cancelled or not; undefined when there is none. */
export async function meetingById(db: Db, id: string): Promise<MeetingRow | undefined> {
  return (await rowsWhere(db, sql`m.id = ${id}`))[0];
}

/** The meeting that a request has now, or undefined: a cancelled one no longer counts. */
export async function meetingOfRequest(db: Db, requestId: string): Promise<MeetingRow | undefined> {
  return (await rowsWhere(db, sql`m.request_id = ${requestId} and m.state <> 'cancelled'`))[0];
}

/** The meetings of an event that are not cancelled. */
export async function meetingsOfEvent(db: Db, actor: Actor, eventId: string): Promise<MeetingRow[]> {
  const own = isMember(actor) ? sql`and m.member_id = ${actor.memberId}` : sql``;
  return rowsWhere(db, sql`m.event_id = ${eventId} and m.state <> 'cancelled' ${own}`);
}

/** Times are shown by the room's clocks, or by the event's where there is no room of ours. */
async function rowsWhere(db: Db, which: RawBuilder<unknown>): Promise<MeetingRow[]> {
  const { rows } = await sql<MeetingRow>`
    select m.id, m.event_id, m.request_id, coalesce(r.reference, '') as reference, m.member_id,
      o.name_ja as member_ja, o.name_en as member_en, m.counterpart_id, c.name_ja as counterpart_ja,
      c.name_en as counterpart_en, c.country_ja, c.country_en, c.time_zone as counterpart_zone, m.counterpart_person,
      m.state, lower(m.during) as starts_at, upper(m.during) as ends_at, coalesce(v.time_zone, e.time_zone) as time_zone,
      m.mode, h.room_id, room.name_ja as room_ja, room.name_en as room_en, room.area, m.place_ja, m.place_en,
      m.language, m.version,
      coalesce((select json_agg(json_build_object('id', d.id, 'familyName', d.family_name, 'givenName', d.given_name,
          'titleJa', d.title_ja, 'titleEn', d.title_en, 'level', d.level) order by md.position)
        from meeting_delegate md join delegate d on d.id = md.delegate_id where md.meeting_id = m.id), '[]') as delegates
    from meeting m
    join event e on e.id = m.event_id
    join request r on r.id = m.request_id
    join organisation o on o.id = m.member_id
    join organisation c on c.id = m.counterpart_id
    left join room_hold h on h.meeting_id = m.id
    left join room on room.id = h.room_id
    left join venue v on v.id = room.venue_id
    where ${which} order by m.id`.execute(db);
  return rows;
}

export type BilateralRequestRow = {
  id: string;
  eventId: string;
  reference: string;
  version: number;
  state: string;
  turn: BilateralRow['turn'];
  dueAt: Date | null;
  memberId: string;
  memberJa: string;
  memberEn: string;
  titleJa: string;
  titleEn: string;
  details: unknown;
};

function requestRows(db: Db, actor: Actor) {
  const query = db
    .selectFrom('request')
    .innerJoin('organisation', 'organisation.id', 'request.memberId')
    .select(['request.id', 'request.eventId', 'request.version', 'request.state', 'request.turn', 'request.dueAt'])
    .select(['request.memberId', 'organisation.nameJa as memberJa', 'organisation.nameEn as memberEn'])
    .select(['request.titleJa', 'request.titleEn', 'request.details'])
    .select((eb) => eb.fn.coalesce('request.reference', sql<string>`''`).as('reference'))
    .where('request.kind', '=', 'bilateral')
    .where('request.state', '<>', 'draft');
  return isMember(actor) ? query.where('request.memberId', '=', actor.memberId) : query;
}

/** The requests for meetings that were sent, a municipality's own only: open ones first, by when they are due. */
export async function bilateralRequests(db: Db, actor: Actor, eventId: string): Promise<BilateralRequestRow[]> {
  const rows = await requestRows(db, actor)
    .where('request.eventId', '=', eventId)
    .orderBy(sql`request.closed_at is not null`)
    .orderBy('request.dueAt')
    .orderBy('request.id')
    .execute();
  return rows as BilateralRequestRow[];
}

/** One request for a meeting that the actor may know of, or undefined. */
export async function bilateralRequest(db: Db, actor: Actor, id: string): Promise<BilateralRequestRow | undefined> {
  const row = await requestRows(db, actor).where('request.id', '=', id).executeTakeFirst();
  return row as BilateralRequestRow | undefined;
}

/** Locks a meeting until the transaction ends. */
export async function lockMeeting(tx: Tx, id: string) {
  return tx.selectFrom('meeting').select(['id', 'version']).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Begins a meeting and answers its id. 23505 when the request has one already. */
export async function insertMeeting(
  tx: Tx,
  meeting: {
    eventId: string;
    memberId: string;
    requestId: string;
    counterpartId: string;
    counterpartPerson: string;
    createdAt: Date;
  },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('meeting')
    .values({ id, ...meeting, state: 'approaching' })
    .execute();
  return id;
}

export type MeetingChange = {
  state?: MeetingView['state'];
  counterpartId?: string;
  counterpartPerson?: string;
  mode?: MeetingView['mode'];
  placeJa?: string;
  placeEn?: string;
  language?: string;
};

/** Changes a locked meeting and raises its version; `times` is half-open. */
export async function updateMeeting(
  tx: Tx,
  id: string,
  change: MeetingChange,
  times?: { startsAt: Date; endsAt: Date },
): Promise<void> {
  await tx
    .updateTable('meeting')
    .set((eb) => ({
      ...change,
      ...(times ? { during: sql<string>`tstzrange(${times.startsAt}, ${times.endsAt})` } : {}),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Makes the participants of a meeting these, in this order. */
export async function replaceParticipants(
  tx: Tx,
  meeting: { id: string; memberId: string },
  delegateIds: readonly string[],
): Promise<void> {
  await tx.deleteFrom('meetingDelegate').where('meetingId', '=', meeting.id).execute();
  if (delegateIds.length === 0) return;
  const { id: meetingId, memberId } = meeting;
  const rows = delegateIds.map((delegateId, position) => ({ meetingId, memberId, delegateId, position }));
  await tx.insertInto('meetingDelegate').values(rows).execute();
}
