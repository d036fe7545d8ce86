import type { Tx } from '#db/connect.ts';
import { lockMeeting, meetingOfRequest, updateMeeting } from '#db/queries/meetings.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import { freeRoom } from '#db/queries/rooms-held.ts';
import type { Actor } from '#shared/actor.ts';
import { whyNotCompleteMeeting, whyNotGiveUpMeeting } from '#shared/bilaterals/policy.ts';
import { refuse } from '#shared/problem.ts';
import { policyTexts } from '#shared/requests/policy-texts.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx, Ending } from '../context.ts';
import { recordMeeting, tellMember } from './change-meeting.ts';

/**
 * A request that led to a meeting is over: withdrawn or declined before the meeting, it is cancelled and its room is
 * free; completed after it, the meeting was held. The request is locked and stays as its own step left it.
 */
export async function endMeeting(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  ending: Ending,
): Promise<boolean> {
  const meeting = request.kind === 'bilateral' ? await meetingOfRequest(tx, request.id) : undefined;
  if (!meeting) return false;
  await lockMeeting(tx, meeting.id);
  const { id, state: from, endsAt, timeZone } = meeting;
  if (ending === 'complete') {
    const because = whyNotCompleteMeeting(actor, endsAt, ctx.now(), timeZone);
    if (because) refuse('wrong-state', { because });
    if (!endsAt) return false;
    await updateMeeting(tx, id, { state: 'held' });
    await recordMeeting(ctx, tx, actor, request, id, { action: 'hold', from, to: 'held' });
    return true;
  }
  const because = whyNotGiveUpMeeting(actor, endsAt, ctx.now());
  if (because) refuse('wrong-state', { because });
  await freeRoom(tx, { meetingId: id });
  await updateMeeting(tx, id, { state: 'cancelled' });
  const reason = textsIn(policyTexts, 'ja').ended[ending];
  await recordMeeting(ctx, tx, actor, request, id, { action: 'cancel', from, to: 'cancelled', reason });
  await tellMember(ctx, tx, request, 'meeting.cancelled', actor);
  return true;
}
