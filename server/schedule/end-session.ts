import type { Tx } from '#db/connect.ts';
import { timeZoneOfEvent } from '#db/queries/draft-schedule.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import { freeRoom } from '#db/queries/rooms-held.ts';
import { lockSession, sessionOfRequest, updateSession } from '#db/queries/sessions.ts';
import { tasksEnd } from '#server/requests/tasks/follow-session.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import { policyTexts } from '#shared/requests/policy-texts.ts';
import { whyNotCompleteSession, whyNotGiveUpSession } from '#shared/schedule/policy.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx, Ending } from '../context.ts';
import { tellMember } from './follow-request.ts';
import { readSession } from './open-session.ts';
import { recordSession, slotDetails } from './record-session.ts';

/**
 * A request that became a session is over: withdrawn or declined before the session, it is cancelled and its room is
 * free; completing it waits for its end. The request is locked and stays as its own step left it.
 */
export async function endSession(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  ending: Ending,
): Promise<boolean> {
  const session = request.kind === 'speaking' ? await sessionOfRequest(tx, request.id) : undefined;
  if (!session) return false;
  if (ending === 'complete') {
    const zone = await timeZoneOfEvent(tx, request.eventId);
    const because = whyNotCompleteSession(actor, session.endsAt, ctx.now(), zone);
    return because ? refuse('wrong-state', { because }) : false;
  }
  const because = whyNotGiveUpSession(actor, session.endsAt, ctx.now());
  if (because) refuse('wrong-state', { because });

  await lockSession(tx, session.id);
  const before = await readSession(tx, session.id);
  await freeRoom(tx, { sessionId: session.id });
  await updateSession(tx, session.id, { state: 'cancelled' });
  await tasksEnd(ctx, tx, request);
  await recordSession(ctx, tx, actor, request.eventId, before, {
    ...{ action: 'cancel', from: 'planned', to: 'cancelled', reason: textsIn(policyTexts, 'ja').ended[ending] },
    details: { before: slotDetails(before) },
  });
  await tellMember(ctx, tx, request, 'session.cancelled', before, actor);
  return true;
}
