import type { Tx } from '#db/connect.ts';
import { writeHistory } from '#db/queries/history.ts';
import { type ProposalRecord, partsOfProposal, updateProposals } from '#db/queries/proposals.ts';
import { findRequest } from '#db/queries/requests.ts';
import { sessionById } from '#db/queries/sessions.ts';
import type { Actor } from '#shared/actor.ts';
import type { ProposalId, RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { ProposalView } from '#shared/proposals/contract.ts';
import { whyNotJoin } from '#shared/proposals/policy.ts';
import { proposalTexts } from '#shared/proposals/texts.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { subjectOf } from '../requests/advance.ts';
import { makeParts } from '../schedule/make-parts.ts';
import { openProposals, wholeProposal } from './open-proposal.ts';
import { recordProposal } from './record-proposal.ts';

const OPEN_AGAIN = { decision: null, reason: '', decidedBy: null, decidedAt: null } as const;

/** Makes one joint proposal: the parts follow the one that leads. What was held back for a part is open again. */
export function joinProposals(
  ctx: Ctx,
  actor: Actor,
  id: ProposalId,
  version: number,
  partIds: readonly ProposalId[],
): Promise<ProposalView> {
  const others = [...new Set<string>(partIds)].filter((one) => one !== id);
  return ctx.database.write(actor, async (tx) => {
    const { lead, parts } = await open(tx, actor, id, version, others);
    const because = others.length === 0 ? textsIn(proposalTexts, actor.lang).alone : whyNotJoin(actor, lead, parts);
    if (because) refuse('wrong-state', { because });
    await updateProposals(tx, others, { ...OPEN_AGAIN, leadId: id });
    await updateProposals(tx, [id], {});
    await writeBoth(ctx, tx, actor, [lead, ...parts], 'join', { lead: id, parts: others });
    await partsFollow(tx, lead);
    return wholeProposal(tx, actor, id);
  });
}

/** Takes a joint proposal apart, as long as its session has no place. */
export function partProposals(ctx: Ctx, actor: Actor, id: ProposalId, version: number): Promise<ProposalView> {
  const words = textsIn(proposalTexts, actor.lang);
  return ctx.database.write(actor, async (tx) => {
    const view = await wholeProposal(tx, actor, id);
    const others = view.parts.map((one) => one.id as string);
    const { lead, parts } = await open(tx, actor, id, version, others);
    if (parts.length === 0) refuse('wrong-state', { because: words.alone });
    if (view.session?.startsAt) refuse('wrong-state', { because: words.placed });
    if (lead.toldAt) refuse('wrong-state', { because: words.told });
    await updateProposals(tx, others, { leadId: null });
    await updateProposals(tx, [id], {});
    await writeBoth(ctx, tx, actor, [lead, ...parts], 'unjoin', { lead: id, parts: others });
    await partsFollow(tx, lead);
    return wholeProposal(tx, actor, id);
  });
}

async function open(tx: Tx, actor: Actor, id: string, version: number, others: readonly string[]) {
  const { proposals } = await openProposals(tx, actor, [id, ...others]);
  const lead = proposals.find((one) => one.id === id) ?? refuse('not-found', {});
  if (lead.version !== version) refuse('changed-meanwhile', {}, { current: await wholeProposal(tx, actor, id) });
  return { lead, parts: proposals.filter((one) => one.id !== id) };
}

/** For each municipality in the record of its own request, without saying who else; for the office at the proposal. */
async function writeBoth(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  proposals: readonly ProposalRecord[],
  action: 'join' | 'unjoin',
  details: Record<string, unknown>,
): Promise<void> {
  for (const proposal of proposals) {
    const request = proposal.requestId ? await findRequest(tx, actor, proposal.requestId as RequestId) : undefined;
    if (request) await writeHistory(tx, { at: ctx.now(), actor, ...subjectOf(request), action });
    await recordProposal(ctx, tx, actor, proposal, { action, details });
  }
}

/** A session made already gets the hosts and speakers of all who propose it now. */
async function partsFollow(tx: Tx, { id, sessionId, eventId }: ProposalRecord): Promise<void> {
  const session = sessionId ? await sessionById(tx, sessionId) : undefined;
  if (session?.state === 'planned') await makeParts(tx, eventId, session.id, await partsOfProposal(tx, { id }));
}
