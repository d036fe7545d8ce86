import type { Tx } from '#db/connect.ts';
import { roomById } from '#db/queries/draft-schedule.ts';
import { lockRequest, type RequestRecord } from '#db/queries/requests.ts';
import { lockSession, sessionOfRequest, updateSession } from '#db/queries/sessions.ts';
import { tasksFollow } from '#server/requests/tasks/follow-session.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestAction } from '#shared/requests/lifecycle.ts';
import { dayOf } from '#shared/time.ts';
import type { Ctx } from '../context.ts';
import { followRequest, tellMember } from './follow-request.ts';
import { readSession } from './open-session.ts';
import { recordSession, slotDetails } from './record-session.ts';

/** A request to speak is approved: the session that was tried out for it is real from now on, and told of. */
export async function confirmTrial(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  action: RequestAction,
): Promise<RequestRecord> {
  if (action !== 'approve' || request.kind !== 'speaking') return request;
  const found = await sessionOfRequest(tx, request.id);
  if (!found?.trial) return request;
  await lockSession(tx, found.id);
  await updateSession(tx, found.id, { trial: false });
  const session = await readSession(tx, found.id);
  const room = session.slot ? await roomById(tx, session.slot.roomId) : undefined;
  await tasksFollow(tx, request, session.slot && room ? dayOf(session.slot.startsAt, room.timeZone) : null);
  const change = { action: 'confirm', to: 'planned', details: slotDetails(session) } as const;
  await recordSession(ctx, tx, actor, request.eventId, session, change);
  await followRequest(ctx, tx, actor, request, session);
  if (session.slot) await tellMember(ctx, tx, request, 'session.placed', session);
  return (await lockRequest(tx, actor, request.id)) ?? request;
}
