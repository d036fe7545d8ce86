import { updateMeeting } from '#db/queries/meetings.ts';
import { freeRoom } from '#db/queries/rooms-held.ts';
import { advance } from '#server/requests/advance.ts';
import type { Actor } from '#shared/actor.ts';
import type { MeetingView } from '#shared/bilaterals/contract.ts';
import { whyNotCancelMeeting } from '#shared/bilaterals/policy.ts';
import type { MeetingId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { giveTurn, openForChange, readMeeting, recordMeeting, tellMember } from './change-meeting.ts';

/** Working days in which the desk finds another counterpart or another time. */
const DESK_DAYS = 5;

/** Cancels a meeting: the room is free, and the request is the desk's again. */
export function cancelMeeting(
  ctx: Ctx,
  actor: Actor,
  id: MeetingId,
  version: number,
  { reason }: { reason: string },
): Promise<MeetingView> {
  return ctx.database.write(actor, async (tx) => {
    const { request, before } = await openForChange(tx, actor, id, version);
    const because = whyNotCancelMeeting(actor, before);
    if (because) refuse('wrong-state', { because });
    await freeRoom(tx, { meetingId: id });
    await updateMeeting(tx, id, { state: 'cancelled' });
    await recordMeeting(ctx, tx, actor, request, id, { action: 'cancel', from: before.state, to: 'cancelled', reason });
    if (request.state === 'fulfilled') {
      await advance(ctx, tx, actor, request, 'take_back', { reason, also: { stage: null } });
    } else if (request.state === 'approved') {
      await giveTurn(ctx, tx, actor, request, 'desk', null, DESK_DAYS);
    }
    await tellMember(ctx, tx, request, 'meeting.cancelled');
    return readMeeting(tx, id);
  });
}
