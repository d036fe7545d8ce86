import { sql } from 'kysely';
import type { Tx } from '#db/connect.ts';
import { DEMO_CALLS, DEMO_CRITERIA, DEMO_QUESTION, DEMO_REASON } from './demo-call-texts.ts';
import { type Making, must } from './demo-making.ts';

const MADE_AT = new Date('2027-09-17T14:00:00Z');
/** How many of the open requests to speak answer the closed call. */
const PROPOSALS = 8;

/**
 * One open call and one that is closed, with proposals, two colleagues' scores, two decisions nobody has been told, and
 * one joint proposal. Written after everything else, on requests that are there.
 */
export async function seedCalls(tx: Tx, making: Making): Promise<void> {
  const { id: eventId } = must(making.events, 'cop32');
  const rooms = await tx
    .selectFrom('room')
    .select('id')
    .where('eventId', '=', eventId)
    .where('purpose', '=', 'session')
    .orderBy('position')
    .limit(2)
    .execute();
  const calls = DEMO_CALLS.map((call, nth) => ({
    ...call,
    id: making.id(MADE_AT),
    eventId,
    roomId: rooms[nth]?.id ?? null,
  }));
  await tx
    .insertInto('call')
    .values(calls.map((call) => ({ ...call, mostPerMember: 3, createdAt: call.opensAt })))
    .execute();
  const criteria = calls.flatMap(({ id: callId }) =>
    DEMO_CRITERIA.map((one, position) => ({ id: making.id(MADE_AT), callId, position, ...one })),
  );
  await tx.insertInto('callCriterion').values(criteria).execute();
  await tx
    .insertInto('callQuestion')
    .values(calls.map(({ id: callId }) => ({ id: making.id(MADE_AT), callId, position: 0, ...DEMO_QUESTION })))
    .execute();
  const closed = calls[1]?.id ?? '';
  const proposals = await propose(tx, making, eventId, closed);
  await judge(
    tx,
    closed,
    proposals,
    criteria.filter((one) => one.callId === closed).map((one) => one.id),
  );
}

async function propose(tx: Tx, making: Making, eventId: string, callId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string; memberId: string; place: number; at: Date }>`
    select id, member_id, row_number() over (partition by member_id order by submitted_at, id)::int as place,
      submitted_at as at from request
    where event_id = ${eventId} and kind = 'speaking' and state in ('submitted', 'in_triage') order by submitted_at, id
    limit ${PROPOSALS}`.execute(tx);
  const ids: string[] = [];
  for (const { id: requestId, memberId, place, at } of rows.filter((row) => row.place <= 3)) {
    await sql`update request set call_id = ${callId}, call_place = ${place},
      details = details || jsonb_build_object('callId', ${callId}::text) where id = ${requestId}`.execute(tx);
    const id = making.id(MADE_AT);
    await tx.insertInto('proposal').values({ id, eventId, callId, requestId, memberId, submittedAt: at }).execute();
    ids.push(id);
  }
  return ids;
}

async function judge(tx: Tx, callId: string, proposals: readonly string[], criteria: readonly string[]) {
  const staff = await tx
    .selectFrom('account')
    .select('id')
    .where('role', 'in', ['staff_coordinator', 'staff_triager'])
    .where('state', '=', 'active')
    .orderBy('role')
    .orderBy('id')
    .limit(2)
    .execute();
  const at = new Date('2027-09-22T02:00:00Z');
  for (const [nth, proposalId] of proposals.slice(0, -2).entries()) {
    for (const [who, { id: accountId }] of staff.entries()) {
      await tx.insertInto('proposalReview').values({ callId, proposalId, accountId, at }).execute();
      const scores = criteria.map((criterionId, place) => ({
        ...{ callId, proposalId, accountId, criterionId, points: 5 - ((nth + who + place) % 4) },
      }));
      await tx.insertInto('proposalScore').values(scores).execute();
    }
  }
  const [first, second, lead, part] = proposals;
  const decidedBy = staff[0]?.id;
  if (!decidedBy || !first || !second || !lead || !part) return;
  const decided = { decidedBy, decidedAt: at };
  await tx
    .updateTable('proposal')
    .set({ decision: 'accept', ...decided })
    .where('id', '=', first)
    .execute();
  const declined = { decision: 'decline', reason: DEMO_REASON, ...decided };
  await tx.updateTable('proposal').set(declined).where('id', '=', second).execute();
  await tx.updateTable('proposal').set({ leadId: lead }).where('id', '=', part).execute();
}
