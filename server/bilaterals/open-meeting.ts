import { insertMeeting, meetingOfRequest } from '#db/queries/meetings.ts';
import { lockRequest } from '#db/queries/requests.ts';
import type { Actor } from '#shared/actor.ts';
import type { MeetingView, OpenMeeting } from '#shared/bilaterals/contract.ts';
import { whyNotOpen } from '#shared/bilaterals/policy.ts';
import type { RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { giveTurn, readMeeting, recordMeeting, refuseUnknownCounterpart, tellMember } from './change-meeting.ts';

/** Working days that a counterpart is given before the desk asks again. */
export const COUNTERPART_DAYS = 10;

/** Begins to approach the counterpart of an approved request: from now on it is the counterpart's turn. */
export function openMeeting(ctx: Ctx, actor: Actor, requestId: RequestId, input: OpenMeeting): Promise<MeetingView> {
  return ctx.database.write(actor, async (tx) => {
    const request = (await lockRequest(tx, actor, requestId)) ?? refuse('not-found', {});
    if (request.kind === 'bilateral' && (await meetingOfRequest(tx, requestId))) refuse('already-exists', {});
    const because = whyNotOpen(actor, request);
    if (because) refuse('wrong-state', { because });
    await refuseUnknownCounterpart(tx, actor, input.counterpartId);

    const { eventId, memberId } = request;
    const id = await insertMeeting(tx, { eventId, memberId, requestId, ...input, createdAt: ctx.now() });
    await recordMeeting(ctx, tx, actor, request, id, { action: 'open', from: null, to: 'approaching' });
    await giveTurn(ctx, tx, actor, request, 'counterpart', 'approaching', COUNTERPART_DAYS);
    await tellMember(ctx, tx, request, 'meeting.approaching');
    return readMeeting(tx, id);
  });
}
