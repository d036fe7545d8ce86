import { freeRoom } from '#db/queries/rooms-held.ts';
import { updateSession } from '#db/queries/sessions.ts';
import { tasksEnd } from '#server/requests/tasks/follow-session.ts';
import type { Actor } from '#shared/actor.ts';
import type { ProgrammeSessionId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import { whyNotChange } from '#shared/schedule/policy.ts';
import type { Ctx } from '../context.ts';
import { followRequest, tellMember } from './follow-request.ts';
import { openSession, readSession } from './open-session.ts';
import { recordSession, slotDetails } from './record-session.ts';

/** Cancels a session: the room is free, the request is work again, and the next release says so to the public. */
export function cancelSession(
  ctx: Ctx,
  actor: Actor,
  id: ProgrammeSessionId,
  version: number,
  { reason }: { reason: string },
): Promise<SessionView> {
  return ctx.database.write(actor, async (tx) => {
    const { eventId, request, before } = await openSession(tx, actor, id, version);
    const because = whyNotChange(actor, before);
    if (because) refuse('wrong-state', { because });
    await freeRoom(tx, { sessionId: id });
    await updateSession(tx, id, { state: 'cancelled' });
    await tasksEnd(ctx, tx, request);
    const session = await readSession(tx, id);
    await recordSession(ctx, tx, actor, eventId, session, {
      ...{ action: 'cancel', from: 'planned', to: 'cancelled', reason },
      details: { before: slotDetails(before) },
    });
    await followRequest(ctx, tx, actor, request, session, reason);
    await tellMember(ctx, tx, request, 'session.cancelled', session);
    return session;
  });
}
