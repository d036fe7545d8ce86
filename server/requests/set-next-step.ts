import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { whyNotArrange } from '#shared/requests/policy.ts';
import { riskAt } from '#shared/requests/risk.ts';
import { changeBeside } from './advance.ts';
import { changeRequest } from './change-request.ts';
import { laterThanNow } from './desk-steps.ts';
import { tellMember } from './tell.ts';

type NextStep = { dueAt: string; nextStep: string; turn: 'member' | 'desk' | 'counterpart' };

/** Says whose turn it is, for what and by when, without changing the state; a municipality whose turn it is gets mail. */
export function setNextStep(
  ctx: Ctx,
  actor: Actor,
  id: RequestId,
  version: number,
  input: NextStep,
): Promise<RequestView> {
  return changeRequest(ctx, actor, id, version, async (tx, request) => {
    const because = whyNotArrange(actor, request);
    if (because) refuse('wrong-state', { because });
    const dueAt = laterThanNow(ctx, actor, input.dueAt);
    const change = {
      turn: input.turn,
      nextStep: input.nextStep,
      dueAt,
      riskAt: riskAt(request.kind, request.state, dueAt),
    };
    const details = { turn: input.turn, dueAt: dueAt.toISOString() };
    const after = await changeBeside(ctx, tx, actor, request, change, { action: 'next_step', details });
    if (input.turn === 'member') await tellMember(ctx, tx, actor, after, 'request.question', { dueAt });
  });
}
