import { freeRoom } from '#db/queries/rooms-held.ts';
import { updateSession } from '#db/queries/sessions.ts';
import { tasksFollow } from '#server/requests/tasks/follow-session.ts';
import type { Actor } from '#shared/actor.ts';
import type { ProgrammeSessionId } from '#shared/ids.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import type { Ctx } from '../context.ts';
import { followRequest, tellMember } from './follow-request.ts';
import { openSession, readSession } from './open-session.ts';
import { recordSession, slotDetails } from './record-session.ts';

/** Takes a session off the grid; its request is work again. A session without a place stays as it is. */
export function unplaceSession(ctx: Ctx, actor: Actor, id: ProgrammeSessionId, version: number): Promise<SessionView> {
  return ctx.database.write(actor, async (tx) => {
    const { eventId, request, before } = await openSession(tx, actor, id, version);
    if (before.slot === null) return before;
    await freeRoom(tx, { sessionId: id });
    await updateSession(tx, id, {});
    await tasksFollow(tx, request, null);
    const session = await readSession(tx, id);
    const details = { before: slotDetails(before) };
    await recordSession(ctx, tx, actor, eventId, session, { action: 'unplace', details });
    await followRequest(ctx, tx, actor, request, session);
    await tellMember(ctx, tx, request, 'session.unplaced', session);
    return session;
  });
}
