import { lockProposals, updateProposals } from '#db/queries/proposals.ts';
import type { Actor } from '#shared/actor.ts';
import type { CallId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import { problemWords } from '#shared/problem-texts.ts';
import type { DecideAnswer, DecideInput } from '#shared/proposals/contract.ts';
import { whyNotJudge } from '#shared/proposals/policy.ts';
import { wholeCall } from '../calls/read-calls.ts';
import type { Ctx } from '../context.ts';
import { recordProposal } from './record-proposal.ts';

/**
 * Decides on many and holds it back: nothing of the requests changes, so that nothing can be told from them. Each is
 * judged on its own; what was told, or has moved on, is refused with the reason.
 */
export function decideProposals(
  ctx: Ctx,
  actor: Actor,
  callId: CallId,
  { items, decision, reason }: DecideInput,
): Promise<DecideAnswer> {
  const by = actor.accountId ?? refuse('not-signed-in', {});
  const decided = decision
    ? { decision, reason, decidedBy: by, decidedAt: ctx.now() }
    : { decision, reason: '', decidedBy: null, decidedAt: null };
  return ctx.database.write(actor, async (tx) => {
    await wholeCall(ctx, tx, actor, callId);
    const found = await lockProposals(tx, [...new Set<string>(items.map((one) => one.id))]);
    const answer: DecideAnswer = { done: [], refused: [] };
    for (const { id, version } of items) {
      const proposal = found.find((one) => one.id === id && one.callId === callId);
      const detail = !proposal
        ? problemWords('not-found', {}, actor.lang).detail
        : proposal.version !== version
          ? problemWords('changed-meanwhile', {}, actor.lang).detail
          : whyNotJudge(actor, proposal);
      if (!proposal || detail !== null) {
        answer.refused.push({ id, detail: detail ?? '' });
        continue;
      }
      await updateProposals(tx, [id], decided);
      const act = { action: 'decide', from: proposal.decision, to: decision, reason: reason || null };
      await recordProposal(ctx, tx, actor, proposal, act);
      answer.done.push({ id, version: version + 1 });
    }
    return answer;
  });
}
