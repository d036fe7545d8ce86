import { lockRoom } from '#db/queries/rooms-held.ts';
import { updateSession } from '#db/queries/sessions.ts';
import { refuseClashes } from '#server/clashes/refuse-clashes.ts';
import type { Actor } from '#shared/actor.ts';
import type { ProgrammeSessionId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { SessionInput, SessionView } from '#shared/schedule/contract.ts';
import { whyNotBlock, whyNotChange } from '#shared/schedule/policy.ts';
import type { Ctx } from '../context.ts';
import { refuseTaken } from './fit-room.ts';
import { followRequest } from './follow-request.ts';
import { openSession, readSession } from './open-session.ts';
import { recordSession } from './record-session.ts';
import { sessionText, writeParts } from './write-parts.ts';

/**
 * Changes a session's texts, hosts and speakers, or fills a block with a session. Whoever is new in a session that has
 * a time must be free then, and so must the room for its set-up and tear-down.
 */
export function changeSession(
  ctx: Ctx,
  actor: Actor,
  id: ProgrammeSessionId,
  version: number,
  input: SessionInput,
): Promise<SessionView> {
  return ctx.database.write(actor, async (tx) => {
    const { eventId, request, before } = await openSession(tx, actor, id, version);
    const because = whyNotChange(actor, before);
    if (because) refuse('wrong-state', { because });
    const blocked = whyNotBlock(actor, before, input);
    if (blocked) refuse('wrong-state', { because: blocked });
    const { slot } = before;
    if (slot && (await lockRoom(tx, eventId, slot.roomId))) {
      const { startsAt, endsAt } = timesOf(slot);
      await refuseTaken(tx, actor, slot.roomId, startsAt, endsAt, { sessionId: id }, input);
    }
    await updateSession(tx, id, sessionText(input));
    const people = await writeParts(tx, actor, eventId, id, input);

    const present = onTheSpot(before.speakers);
    const added = people.filter((one) => onTheSpot(input.speakers).has(one.id) && !present.has(one.id));
    const candidate = before.slot && { ...timesOf(before.slot), id, kind: 'session' as const };
    const accepted = candidate ? await refuseClashes(tx, actor, candidate, added, input.override) : [];

    const session = await readSession(tx, id);
    const reason = accepted.length > 0 ? (input.override ?? null) : null;
    const filled = before.kind === 'block' && session.kind === 'session';
    const details = { accepted, ...(before.kind === session.kind ? {} : { kind: session.kind, filled }) };
    await recordSession(ctx, tx, actor, eventId, session, { action: 'change', reason, details });
    await followRequest(ctx, tx, actor, request, session);
    return session;
  });
}

function onTheSpot(speakers: readonly { delegateId: string | null; role: string }[]): Set<string> {
  return new Set(speakers.flatMap((one) => (one.delegateId !== null && one.role !== 'video' ? [one.delegateId] : [])));
}

function timesOf(slot: { startsAt: string; endsAt: string }) {
  return { startsAt: new Date(slot.startsAt), endsAt: new Date(slot.endsAt) };
}
