import { lockDelegates } from '#db/queries/delegate-locks.ts';
import { lockRequest } from '#db/queries/requests.ts';
import { insertSession, replaceParts, sessionOfRequest } from '#db/queries/sessions.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import { SpeakingDetails } from '#shared/requests/kinds/speaking.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import { sessionFrom, speakersFrom } from '#shared/schedule/from-request.ts';
import { whyNotMakeSession } from '#shared/schedule/policy.ts';
import type { Ctx } from '../context.ts';
import { readSession } from './open-session.ts';
import { recordSession } from './record-session.ts';

/** Makes a session of an approved request to speak: what the municipality wrote becomes the draft's beginning. */
export function addSessionOfRequest(ctx: Ctx, actor: Actor, id: RequestId): Promise<SessionView> {
  return ctx.database.write(actor, async (tx) => {
    const request = (await lockRequest(tx, actor, id)) ?? refuse('not-found', {});
    if (request.kind === 'speaking' && (await sessionOfRequest(tx, id))) refuse('already-exists', {});
    const because = whyNotMakeSession(actor, request);
    if (because) refuse('wrong-state', { because });

    const details = SpeakingDetails.parse(request.details);
    const { eventId, memberId } = request;
    const text = sessionFrom(details, request.reference ?? '');
    const sessionId = await insertSession(tx, { eventId, memberId, requestId: id, at: ctx.now() }, text);
    const named = details.speakers.flatMap((one) => (one.delegateId === null ? [] : [one.delegateId]));
    const there = (await lockDelegates(tx, eventId, named)).filter((one) => one.memberId === memberId);
    const speakers = speakersFrom(details, new Set(there.map((one) => one.id)));
    await replaceParts(tx, sessionId, { hostIds: [memberId], speakers });

    const session = await readSession(tx, sessionId);
    await recordSession(ctx, tx, actor, eventId, session, { action: 'add', to: 'planned' });
    return session;
  });
}
