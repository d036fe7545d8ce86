import { findAccount } from '#db/queries/accounts.ts';
import { writeHistory } from '#db/queries/history.ts';
import { keepSignOffRule, signOffRule } from '#db/queries/sign-offs.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { SignOffRuleShape } from '#shared/requests/contract.ts';
import { signOffTexts } from '#shared/requests/sign-off-texts.ts';
import { textsIn } from '#shared/text.ts';
import { refuseField } from './field-error.ts';

/** Whether the actor's municipality sends nothing without its own approval. */
export async function readSignOffRule(ctx: Ctx, actor: Actor): Promise<SignOffRuleShape> {
  const memberId = actor.memberId ?? refuse('not-found', {});
  return (await ctx.database.read(actor, (db) => signOffRule(db, memberId))) as SignOffRuleShape;
}

/** Sets the rule of the actor's municipality. Only one of its active managers can be the approver. */
export function changeSignOffRule(ctx: Ctx, actor: Actor, rule: SignOffRuleShape): Promise<SignOffRuleShape> {
  const memberId = actor.memberId ?? refuse('not-found', {});
  return ctx.database.write(actor, async (tx) => {
    if (rule.approverId !== null) {
      const approver = await findAccount(tx, rule.approverId);
      const fits = approver?.memberId === memberId && approver.role === 'member_manager' && approver.state === 'active';
      if (!fits) refuseField('/approverId', textsIn(signOffTexts, actor.lang).approverUnfit);
    }
    const before = await signOffRule(tx, memberId);
    await keepSignOffRule(tx, memberId, rule);
    const entry = { subject: 'organisation', subjectId: memberId, action: 'sign-off.rule', memberId };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry, details: { before, ...rule } });
    return rule;
  });
}
