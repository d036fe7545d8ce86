import type { Tx } from '#db/connect.ts';
import { type DelegateRow, lockDelegates } from '#db/queries/delegate-locks.ts';
import { replaceParticipants, updateMeeting } from '#db/queries/meetings.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import { freeRoom, holdRoom, lockRoom } from '#db/queries/rooms-held.ts';
import { refuseClashes } from '#server/clashes/refuse-clashes.ts';
import { advance, setStage } from '#server/requests/advance.ts';
import { refuseField, refuseOutsideDays, refuseTaken } from '#server/schedule/fit-room.ts';
import type { Actor } from '#shared/actor.ts';
import type { ArrangeMeeting, MeetingView } from '#shared/bilaterals/contract.ts';
import { whyNotArrangeMeeting } from '#shared/bilaterals/policy.ts';
import { bilateralPolicyTexts } from '#shared/bilaterals/policy-texts.ts';
import type { MeetingId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { openForChange, readMeeting, recordMeeting, refuseUnknownCounterpart, tellMember } from './change-meeting.ts';

/**
 * Sets what both sides agreed, or agreed anew: time, place and our participants. Locks in the order request, meeting,
 * room, participants, the same as for sessions, so that a person or a room promised twice is seen.
 */
export function arrangeMeeting(
  ctx: Ctx,
  actor: Actor,
  id: MeetingId,
  version: number,
  input: ArrangeMeeting,
): Promise<MeetingView> {
  const startsAt = new Date(input.startsAt);
  const endsAt = new Date(startsAt.getTime() + input.minutes * 60_000);
  return ctx.database.write(actor, async (tx) => {
    const { request, before } = await openForChange(tx, actor, id, version);
    const because = whyNotArrangeMeeting(actor, before, request);
    if (because) refuse('wrong-state', { because });
    await refuseUnknownCounterpart(tx, actor, input.counterpartId);
    if (input.roomId) await refuseUnfitRoom(tx, actor, request.eventId, input.roomId, startsAt, endsAt, id);
    const people = await participants(tx, request, input.delegateIds);
    const accepted = await refuseClashes(tx, actor, { id, kind: 'meeting', startsAt, endsAt }, people, input.override);

    const state = isPlaced(input) ? 'placed' : 'agreed';
    await updateMeeting(tx, id, { ...columnsOf(input), state }, { startsAt, endsAt });
    await replaceParticipants(tx, { id, memberId: request.memberId }, [...new Set<string>(input.delegateIds)]);
    if (input.roomId) await holdRoom(tx, request.eventId, { meetingId: id }, input.roomId, startsAt, endsAt);
    else await freeRoom(tx, { meetingId: id });

    const meeting = await readMeeting(tx, id);
    await recordMeeting(ctx, tx, actor, request, id, {
      ...{ action: 'arrange', from: before.state, to: state },
      reason: accepted.length > 0 ? (input.override ?? null) : null,
      details: { ...arrangement(meeting), before: arrangement(before), accepted },
    });
    if (request.state === 'approved') await advance(ctx, tx, actor, request, 'fulfil', { also: { stage: state } });
    else await setStage(ctx, tx, actor, request, state);
    const { version: _old, ...then } = before;
    const { version: _new, ...now } = meeting;
    if (JSON.stringify(then) !== JSON.stringify(now)) {
      await tellMember(ctx, tx, request, before.startsAt === null ? 'meeting.arranged' : 'meeting.moved');
    }
    return meeting;
  });
}

/** A meeting online needs no place; one in person is only placed when people know where to go. */
function isPlaced({ mode, roomId, place }: ArrangeMeeting): boolean {
  return mode === 'online' || roomId !== null || place.ja !== '' || place.en !== '';
}

async function refuseUnfitRoom(
  tx: Tx,
  actor: Actor,
  eventId: string,
  roomId: string,
  startsAt: Date,
  endsAt: Date,
  meetingId: string,
): Promise<void> {
  const room = await lockRoom(tx, eventId, roomId);
  if (!room) return refuseField('/roomId', textsIn(bilateralPolicyTexts, actor.lang).noRoom);
  await refuseOutsideDays(tx, actor, eventId, room, startsAt, endsAt);
  await refuseTaken(tx, actor, room.id, startsAt, endsAt, { meetingId });
}

/** Locks the participants, and refuses whoever is not the municipality's own. */
async function participants(
  tx: Tx,
  request: RequestRecord,
  ids: ArrangeMeeting['delegateIds'],
): Promise<DelegateRow[]> {
  const people = (await lockDelegates(tx, request.eventId, ids)).filter((one) => one.memberId === request.memberId);
  const strangers = ids.filter((id) => !people.some((one) => one.id === id));
  if (strangers.length > 0) refuse('not-in-delegation', {}, { delegateIds: strangers });
  return people;
}

function columnsOf({ counterpartId, counterpartPerson, mode, place, language }: ArrangeMeeting) {
  return { counterpartId, counterpartPerson, mode, placeJa: place.ja, placeEn: place.en, language };
}

function arrangement({ startsAt, endsAt, room, mode, delegates, counterpart }: MeetingView): Record<string, unknown> {
  const ids = { roomId: room?.id ?? null, counterpartId: counterpart.id, delegateIds: delegates.map((one) => one.id) };
  return startsAt === null ? {} : { startsAt, endsAt, mode, ...ids };
}
