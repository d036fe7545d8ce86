import { callsWhere } from '#db/queries/calls.ts';
import { keepReview } from '#db/queries/proposals.ts';
import type { Actor } from '#shared/actor.ts';
import type { ProposalId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { ProposalView, ReviewInput } from '#shared/proposals/contract.ts';
import { whyNotJudge } from '#shared/proposals/policy.ts';
import { proposalTexts } from '#shared/proposals/texts.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { openProposal, wholeProposal } from './open-proposal.ts';
import { recordProposal } from './record-proposal.ts';

/** Keeps the actor's own scores, one for every criterion of the call, and their comment. */
export function reviewProposal(
  ctx: Ctx,
  actor: Actor,
  id: ProposalId,
  { comment, scores }: ReviewInput,
): Promise<ProposalView> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  return ctx.database.write(actor, async (tx) => {
    const proposal = await openProposal(tx, actor, id);
    const because = whyNotJudge(actor, proposal);
    if (because) refuse('wrong-state', { because });
    const { callId } = proposal;
    const [call] = await callsWhere(tx, { id: callId }, { memberId: null }, null);
    const asked = (call?.criteria ?? []).map((one) => one.id as string).sort();
    const given = scores.map((one) => one.criterionId as string).sort();
    if (JSON.stringify(asked) !== JSON.stringify(given)) {
      const detail = textsIn(proposalTexts, actor.lang).allCriteria;
      refuse('invalid-input', { count: 1 }, { errors: [{ pointer: '/scores', detail }] });
    }
    await keepReview(tx, { callId, proposalId: id, accountId, comment, at: ctx.now() }, scores);
    await recordProposal(ctx, tx, actor, proposal, { action: 'score' });
    return wholeProposal(tx, actor, id);
  });
}
