import { updateSession } from '#db/queries/sessions.ts';
import { refuseClashes } from '#server/clashes/refuse-clashes.ts';
import type { Actor } from '#shared/actor.ts';
import type { ProgrammeSessionId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { SessionInput, SessionView } from '#shared/schedule/contract.ts';
import { whyNotChange } from '#shared/schedule/policy.ts';
import type { Ctx } from '../context.ts';
import { followRequest } from './follow-request.ts';
import { openSession, readSession } from './open-session.ts';
import { recordSession } from './record-session.ts';
import { sessionText, writeParts } from './write-parts.ts';

/** Changes a session's texts, hosts and speakers. Whoever is new in a session that has a time must be free then. */
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
    await updateSession(tx, id, sessionText(input));
    const people = await writeParts(tx, actor, eventId, id, input);

    const present = onTheSpot(before.speakers);
    const added = people.filter((one) => onTheSpot(input.speakers).has(one.id) && !present.has(one.id));
    const candidate = before.slot && { ...timesOf(before.slot), id, kind: 'session' as const };
    const accepted = candidate ? await refuseClashes(tx, actor, candidate, added, input.override) : [];

    const session = await readSession(tx, id);
    const reason = accepted.length > 0 ? (input.override ?? null) : null;
    await recordSession(ctx, tx, actor, eventId, session, { action: 'change', reason, details: { accepted } });
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
