import type { Tx } from '#db/connect.ts';
import { type ProposalRecord, partsOfProposal, updateProposals } from '#db/queries/proposals.ts';
import { findRequest } from '#db/queries/requests.ts';
import { freeRoom } from '#db/queries/rooms-held.ts';
import { insertSession, lockSession, sessionById, sessionOfRequest, updateSession } from '#db/queries/sessions.ts';
import type { Actor } from '#shared/actor.ts';
import type { OrganisationId, ProposalId, RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { ProposalView } from '#shared/proposals/contract.ts';
import { whyNotJudge } from '#shared/proposals/policy.ts';
import { proposalTexts } from '#shared/proposals/texts.ts';
import { SpeakingDetails } from '#shared/requests/kinds/speaking.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import { sessionFrom } from '#shared/schedule/from-request.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { makeParts } from '../schedule/make-parts.ts';
import { readSession } from '../schedule/open-session.ts';
import { recordSession, slotDetails } from '../schedule/record-session.ts';
import { openProposal, wholeProposal } from './open-proposal.ts';

/** Makes a session to try out in the draft, before anything is decided. Nobody is told, and no release shows it. */
export function tryProposal(ctx: Ctx, actor: Actor, id: ProposalId): Promise<SessionView> {
  return ctx.database.write(actor, async (tx) => {
    const proposal = await openProposal(tx, actor, id);
    const because = whyNotJudge(actor, proposal);
    if (because) refuse('wrong-state', { because });
    const { eventId, memberId, requestId } = proposal;
    const there = requestId ? await sessionOfRequest(tx, requestId) : undefined;
    if (there || proposal.sessionId) refuse('already-exists', {});
    const proposers = await partsOfProposal(tx, { id });
    const details = SpeakingDetails.parse(proposers[0]?.details ?? {});
    const request = requestId ? await findRequest(tx, actor, requestId as RequestId) : undefined;
    const owner = { eventId, memberId: memberId as OrganisationId | null, requestId };
    const text = sessionFrom(details, request?.reference ?? '');
    const sessionId = await insertSession(tx, { ...owner, at: ctx.now(), trial: true }, text);
    await makeParts(tx, eventId, sessionId, proposers);
    await updateProposals(tx, [id], { sessionId });
    const session = await readSession(tx, sessionId);
    await recordSession(ctx, tx, actor, eventId, session, { action: 'add', to: 'planned' });
    return session;
  });
}

/** Takes the session away that was tried out. */
export function endTrial(ctx: Ctx, actor: Actor, id: ProposalId): Promise<ProposalView> {
  return ctx.database.write(actor, async (tx) => {
    const proposal = await openProposal(tx, actor, id);
    if (!(await dropTrial(ctx, tx, actor, proposal))) {
      refuse('wrong-state', { because: textsIn(proposalTexts, actor.lang).noTrial });
    }
    await updateProposals(tx, [id], { sessionId: null });
    return wholeProposal(tx, actor, id);
  });
}

/** Cancels the trial of a locked proposal and frees its room; answers whether there was one. */
export async function dropTrial(ctx: Ctx, tx: Tx, actor: Actor, proposal: ProposalRecord): Promise<boolean> {
  const { sessionId, eventId } = proposal;
  const found = sessionId ? await sessionById(tx, sessionId) : undefined;
  if (!sessionId || !found?.trial || found.state === 'cancelled') return false;
  await lockSession(tx, sessionId);
  const before = await readSession(tx, sessionId);
  await freeRoom(tx, { sessionId });
  await updateSession(tx, sessionId, { state: 'cancelled' });
  const change = {
    action: 'cancel',
    from: 'planned',
    to: 'cancelled',
    details: { before: slotDetails(before) },
  } as const;
  await recordSession(ctx, tx, actor, eventId, before, change);
  return true;
}

/** Makes the trial of a partner's proposal real: no request does it for them. */
export async function confirmPartnerTrial(ctx: Ctx, tx: Tx, actor: Actor, proposal: ProposalRecord): Promise<void> {
  const { sessionId, eventId } = proposal;
  const found = sessionId ? await sessionById(tx, sessionId) : undefined;
  if (!sessionId || !found?.trial) return;
  await lockSession(tx, sessionId);
  await updateSession(tx, sessionId, { trial: false });
  const session = await readSession(tx, sessionId);
  const change = { action: 'confirm', to: 'planned', details: slotDetails(session) } as const;
  await recordSession(ctx, tx, actor, eventId, session, change);
}
