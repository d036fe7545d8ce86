import { partsOfProposal } from '#db/queries/proposals.ts';
import { lockRequest } from '#db/queries/requests.ts';
import { insertSession, sessionOfRequest } from '#db/queries/sessions.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import { SpeakingDetails } from '#shared/requests/kinds/speaking.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import { sessionFrom } from '#shared/schedule/from-request.ts';
import { whyNotMakeSession } from '#shared/schedule/policy.ts';
import type { Ctx } from '../context.ts';
import { makeParts } from './make-parts.ts';
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
    const joint = request.callId ? await partsOfProposal(tx, { requestId: id }) : [];
    await makeParts(tx, eventId, sessionId, joint.length > 0 ? joint : [{ organisationId: memberId, details }]);

    const session = await readSession(tx, sessionId);
    await recordSession(ctx, tx, actor, eventId, session, { action: 'add', to: 'planned' });
    return session;
  });
}
