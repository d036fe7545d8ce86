import type { z } from 'zod';
import { endSessionsOf } from '#db/queries/account-sessions.ts';
import { type AccountState, findAccount, lockAccount, lockActiveAdmins, updateAccount } from '#db/queries/accounts.ts';
import { writeHistory } from '#db/queries/history.ts';
import type { AccountView, ChangeAccount } from '#shared/accounts/contract.ts';
import { whyNotChangeAccount, whyNotLoseAdmin } from '#shared/accounts/policy.ts';
import type { Actor } from '#shared/actor.ts';
import type { AccountId } from '#shared/ids.ts';
import { scopeOf } from '#shared/permission.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { forgetActors } from './find-actor.ts';
import { presentAccount } from './present.ts';

/** Changes a role, suspends, or lets back in. Whoever is changed is signed out everywhere. */
export async function changeAccount(
  ctx: Ctx,
  actor: Actor,
  id: AccountId,
  version: number,
  input: z.output<typeof ChangeAccount>,
): Promise<AccountView> {
  const changed = await ctx.database.write(actor, async (tx) => {
    // Always before the account itself: two administrators changing each other must lock in the same order.
    const admins = await lockActiveAdmins(tx);
    const account = await lockAccount(tx, id);
    const reaches = scopeOf(actor.role, 'account.manage') === 'all' || account?.memberId === actor.memberId;
    if (!account || !reaches) refuse('not-found', {});
    const loses = account.role === 'staff_admin' && (input.role !== 'staff_admin' || input.state !== 'active');
    const reason = whyNotChangeAccount(actor, account, input) ?? (loses ? whyNotLoseAdmin(actor, id, admins) : null);
    if (reason) refuse('not-allowed', { because: reason });
    const before = (await findAccount(tx, id)) ?? refuse('not-found', {});
    if (before.version !== version) refuse('changed-meanwhile', {}, { current: presentAccount(before) });

    // Whoever has never accepted an invitation has nothing to sign in with, and is let in by accepting one.
    const state: AccountState = input.state === 'active' && !account.hasPassword ? 'invited' : input.state;
    await updateAccount(tx, id, { role: input.role, state, version: version + 1 });
    await endSessionsOf(tx, id, null);
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'account', subjectId: id, action: 'change' },
      ...{ from: account.state, to: state, memberId: account.memberId },
      details: { roleBefore: account.role, role: input.role },
    });
    return { ...before, role: input.role, state, version: version + 1 };
  });
  forgetActors();
  return presentAccount(changed);
}
