import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import type { CallView } from '#shared/calls/contract.ts';

export type CallRow = {
  id: string;
  eventId: string;
  roomId: string | null;
  roomJa: string | null;
  roomEn: string | null;
  timeZone: string;
  titleJa: string;
  titleEn: string;
  guidanceJa: string;
  guidanceEn: string;
  opensAt: Date;
  closesAt: Date;
  mostPerMember: number | null;
  needsSignOff: boolean;
  scoresHidden: boolean;
  questions: CallView['questions'];
  criteria: CallView['criteria'];
  proposals: number;
  lateUntil: Date | null;
  version: number;
};

export type CallColumns = Pick<
  CallRow,
  | 'roomId'
  | 'titleJa'
  | 'titleEn'
  | 'guidanceJa'
  | 'guidanceEn'
  | 'opensAt'
  | 'closesAt'
  | 'mostPerMember'
  | 'needsSignOff'
  | 'scoresHidden'
>;

/** Whose proposals and whose leave to be late are counted: a municipality's, or everybody's when null. */
type Reader = { memberId: string | null };

/**
 * Calls with what hangs on them, in one statement: the latest closing first. `openedBy` leaves out those that open later.
 */
export async function callsWhere(
  db: Db,
  which: { eventId: string } | { id: string },
  { memberId }: Reader,
  openedBy: Date | null,
): Promise<CallRow[]> {
  const one = 'id' in which ? sql`c.id = ${which.id}` : sql`c.event_id = ${which.eventId}`;
  const opened = openedBy ? sql`and c.opens_at <= ${openedBy}` : sql``;
  const ofMember = memberId ? sql`and r.member_id = ${memberId}` : sql``;
  const late = memberId
    ? sql`(select x.until from call_exception x where x.call_id = c.id and x.member_id = ${memberId})`
    : sql`null::timestamptz`;
  const { rows } = await sql<CallRow>`select c.id, c.event_id, c.room_id, room.name_ja as room_ja,
      room.name_en as room_en, coalesce(v.time_zone, e.time_zone) as time_zone, c.title_ja, c.title_en, c.guidance_ja,
      c.guidance_en, c.opens_at, c.closes_at, c.most_per_member, c.needs_sign_off, c.scores_hidden, c.version,
      coalesce((select json_agg(json_build_object('id', q.id, 'kind', q.kind, 'required', q.required,
          'label', json_build_object('ja', q.label_ja, 'en', q.label_en), 'options', q.options) order by q.position)
        from call_question q where q.call_id = c.id), '[]') as questions,
      coalesce((select json_agg(json_build_object('id', k.id, 'weight', k.weight,
          'name', json_build_object('ja', k.name_ja, 'en', k.name_en),
          'note', json_build_object('ja', k.note_ja, 'en', k.note_en)) order by k.position)
        from call_criterion k where k.call_id = c.id), '[]') as criteria,
      (select count(*)::int from request r where r.call_id = c.id and r.state <> 'withdrawn' ${ofMember}) as proposals,
      ${late} as late_until
    from call c join event e on e.id = c.event_id left join room on room.id = c.room_id
      left join venue v on v.id = room.venue_id
    where ${one} ${opened} order by c.closes_at desc, c.id`.execute(db);
  return rows;
}

/** Locks a call against other changes; answers its version and its event. */
export function lockCall(tx: Tx, id: string) {
  return tx.selectFrom('call').select(['id', 'eventId', 'version']).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Adds a call. 23P01 (`call_one_at_a_time`) when another one stands open for the same room meanwhile. */
export async function insertCall(
  tx: Tx,
  row: CallColumns & { id: string; eventId: string; copiedFrom: string | null; createdAt: Date },
): Promise<void> {
  await tx.insertInto('call').values(row).execute();
}

/** Changes a locked call and raises its version. */
export async function updateCall(tx: Tx, id: string, change: CallColumns): Promise<void> {
  await tx
    .updateTable('call')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Removes a call. 23503 when it has proposals. */
export async function deleteCall(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('call').where('id', '=', id).execute();
}

export type QuestionRow = {
  id: string;
  kind: string;
  required: boolean;
  labelJa: string;
  labelEn: string;
  options: string;
};
export type CriterionRow = {
  id: string;
  weight: number;
  nameJa: string;
  nameEn: string;
  noteJa: string;
  noteEn: string;
};

/**
 * Makes the questions and criteria of a call these, in this order; what keeps its id stays the same one. 23514
 * (`call_parts_stay`) when there are proposals and more than words would change.
 */
export async function keepParts(
  tx: Tx,
  callId: string,
  questions: readonly QuestionRow[],
  criteria: readonly CriterionRow[],
): Promise<void> {
  const kept = (ids: readonly string[]) => (ids.length > 0 ? [...ids] : ['00000000-0000-0000-0000-000000000000']);
  const questionIds = kept(questions.map((one) => one.id));
  const criterionIds = kept(criteria.map((one) => one.id));
  await tx.deleteFrom('callQuestion').where('callId', '=', callId).where('id', 'not in', questionIds).execute();
  await tx.deleteFrom('callCriterion').where('callId', '=', callId).where('id', 'not in', criterionIds).execute();
  for (const [position, row] of questions.entries()) {
    const { id, ...columns } = row;
    await tx
      .insertInto('callQuestion')
      .values({ id, callId, position, ...columns })
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet({ position, ...columns })
          .where('callQuestion.callId', '=', callId),
      )
      .execute();
  }
  for (const [position, row] of criteria.entries()) {
    const { id, ...columns } = row;
    await tx
      .insertInto('callCriterion')
      .values({ id, callId, position, ...columns })
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet({ position, ...columns })
          .where('callCriterion.callId', '=', callId),
      )
      .execute();
  }
}

/** Whether anything was ever sent to a call: its questions and criteria then stay. */
export async function hasProposals(db: Db, callId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select exists (select from request where call_id = ${callId})
    or exists (select from proposal where call_id = ${callId}) as has`.execute(db);
  return rows[0]?.has ?? false;
}

/** Who may send to a call after its closing, the latest leave first. */
export async function exceptionsOf(db: Db, callId: string) {
  return db
    .selectFrom('callException as x')
    .innerJoin('organisation as o', 'o.id', 'x.memberId')
    .innerJoin('account as a', 'a.id', 'x.givenBy')
    .select(['x.memberId', 'o.nameJa', 'o.nameEn', 'x.until', 'x.reason', 'a.name as givenBy', 'x.givenAt'])
    .where('x.callId', '=', callId)
    .orderBy('x.givenAt', 'desc')
    .orderBy('x.memberId')
    .execute();
}

/** Gives a municipality leave to send until an instant, in place of the leave it had. */
export async function keepException(
  tx: Tx,
  row: { callId: string; memberId: string; until: Date; reason: string; givenBy: string; givenAt: Date },
): Promise<void> {
  const { callId, memberId, ...rest } = row;
  await tx
    .insertInto('callException')
    .values({ callId, memberId, ...rest })
    .onConflict((conflict) => conflict.columns(['callId', 'memberId']).doUpdateSet(rest))
    .execute();
}

/** Whether a municipality may still send to one of an event's calls at an instant. */
export async function someCallTakes(db: Db, eventId: string, memberId: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`select exists (select from call c where c.event_id = ${eventId}
    and c.opens_at <= ${now} and (c.closes_at > ${now} or exists (select from call_exception x
      where x.call_id = c.id and x.member_id = ${memberId} and x.until > ${now}))) as open`.execute(db);
  return rows[0]?.open ?? false;
}
