import type { Tx } from '#db/connect.ts';
import { lockDelegates } from '#db/queries/delegate-locks.ts';
import { holdRoom, type LockedRoom, lockRoom } from '#db/queries/rooms-held.ts';
import { updateSession } from '#db/queries/sessions.ts';
import { refuseClashes } from '#server/clashes/refuse-clashes.ts';
import { tasksFollow } from '#server/requests/tasks/follow-session.ts';
import type { Actor } from '#shared/actor.ts';
import type { ProgrammeSessionId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { PlaceSession, SessionView } from '#shared/schedule/contract.ts';
import { whyNotPlace } from '#shared/schedule/policy.ts';
import { schedulePolicyTexts } from '#shared/schedule/policy-texts.ts';
import { textsIn } from '#shared/text.ts';
import { dayOf } from '#shared/time.ts';
import type { Ctx } from '../context.ts';
import { refuseField, refuseOutsideDays, refuseTaken } from './fit-room.ts';
import { followRequest, tellMember } from './follow-request.ts';
import { openSession, readSession } from './open-session.ts';
import { recordSession, slotDetails } from './record-session.ts';

/**
 * Puts a session into a room at a time, or moves it. Locks in the order request, session, room, speakers, so that two
 * colleagues who want one room, or one speaker, wait for each other and the later one sees who has it.
 */
export function placeSession(
  ctx: Ctx,
  actor: Actor,
  id: ProgrammeSessionId,
  version: number,
  input: PlaceSession,
): Promise<SessionView> {
  const startsAt = new Date(input.startsAt);
  const endsAt = new Date(startsAt.getTime() + input.minutes * 60_000);
  return ctx.database.write(actor, async (tx) => {
    const { eventId, request, before } = await openSession(tx, actor, id, version);
    const because = whyNotPlace(actor, before, request);
    if (because) refuse('wrong-state', { because });
    const room = await roomFor(tx, actor, eventId, input.roomId);
    await refuseOutsideDays(tx, actor, eventId, room, startsAt, endsAt);
    await refuseTaken(tx, actor, room.id, startsAt, endsAt, { sessionId: id }, before);

    const speakers = before.speakers.flatMap((one) => (one.delegateId && one.role !== 'video' ? [one.delegateId] : []));
    const people = await lockDelegates(tx, eventId, speakers);
    const accepted = await refuseClashes(tx, actor, { id, kind: 'session', startsAt, endsAt }, people, input.override);

    await holdRoom(tx, eventId, { sessionId: id }, room.id, startsAt, endsAt);
    await updateSession(tx, id, { minutes: input.minutes });
    const session = await readSession(tx, id);
    const reason = accepted.length > 0 ? (input.override ?? null) : null;
    const tasks = await tasksFollow(tx, request, session.trial ? null : dayOf(startsAt, room.timeZone));
    const details = { ...slotDetails(session), before: slotDetails(before), accepted, ...(request ? { tasks } : {}) };
    await recordSession(ctx, tx, actor, eventId, session, { action: 'place', reason, details });
    await followRequest(ctx, tx, actor, request, session);
    const moved = JSON.stringify(slotDetails(before)) !== JSON.stringify(slotDetails(session));
    if (moved) await tellMember(ctx, tx, request, before.slot ? 'session.moved' : 'session.placed', session);
    return session;
  });
}

async function roomFor(tx: Tx, actor: Actor, eventId: string, roomId: string): Promise<LockedRoom> {
  const words = textsIn(schedulePolicyTexts, actor.lang);
  const room = await lockRoom(tx, eventId, roomId);
  if (!room) return refuseField('/roomId', words.noRoom);
  return room.purpose === 'session' ? room : refuseField('/roomId', words.meetingRoom);
}
