import type { z } from 'zod';
import { answerCheck } from '#db/queries/account-checks.ts';
import { endSessionsOf } from '#db/queries/account-sessions.ts';
import { findAccount, lockAccount, updateAccount } from '#db/queries/accounts.ts';
import { writeHistory } from '#db/queries/history.ts';
import { checkTexts } from '#shared/accounts/check-texts.ts';
import type { CheckVerdict } from '#shared/accounts/contract.ts';
import { whyNotAnswerCheck } from '#shared/accounts/policy.ts';
import { yearlyCheckAt } from '#shared/accounts/yearly-check.ts';
import type { Actor } from '#shared/actor.ts';
import type { AccountId } from '#shared/ids.ts';
import { scopeOf } from '#shared/permission.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { forgetActors } from './find-actor.ts';
import { presentAccount } from './present.ts';

/** Answers for an account in the yearly check. Whoever is not kept is suspended and signed out everywhere. */
export async function answerAccountCheck(
  ctx: Ctx,
  actor: Actor,
  id: AccountId,
  version: number,
  verdict: z.output<typeof CheckVerdict>,
): Promise<void> {
  const now = ctx.now();
  const { year, isOpen } = yearlyCheckAt(now);
  const say = textsIn(checkTexts, actor.lang);
  await ctx.database.write(actor, async (tx) => {
    const account = await lockAccount(tx, id);
    const reaches = scopeOf(actor.role, 'account.manage') === 'all' || account?.memberId === actor.memberId;
    if (!account || !reaches) refuse('not-found', {});
    const reason = whyNotAnswerCheck(actor, id);
    if (reason) refuse('not-allowed', { because: reason });
    if (account.version !== version) {
      const current = (await findAccount(tx, id)) ?? refuse('not-found', {});
      refuse('changed-meanwhile', {}, { current: presentAccount(current) });
    }
    const answer = { verdict, at: now, by: actor.accountId };
    const asked = isOpen && (await answerCheck(tx, { accountId: id, year }, answer));
    if (!asked) refuse('wrong-state', { because: say.notAsked });
    const suspends = verdict === 'suspend' && account.state === 'active';
    if (suspends) {
      await updateAccount(tx, id, { state: 'suspended', version: version + 1 });
      await endSessionsOf(tx, id, null);
    }
    await writeHistory(tx, {
      ...{ at: now, actor, subject: 'account', subjectId: id, action: `check-${verdict}` },
      ...(suspends ? { from: account.state, to: 'suspended' } : {}),
      memberId: account.memberId,
      details: { year },
    });
  });
  forgetActors();
}
