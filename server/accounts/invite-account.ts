import type { Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { findAccount, findAccountByEmail, insertAccount, memberExists } from '#db/queries/accounts.ts';
import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import { writeHistory } from '#db/queries/history.ts';
import type { AccountView, InviteAccount } from '#shared/accounts/contract.ts';
import { accountFieldTexts } from '#shared/accounts/field-texts.ts';
import { isMemberRole, whyNotInvite } from '#shared/accounts/policy.ts';
import type { Actor } from '#shared/actor.ts';
import { scopeOf } from '#shared/permission.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { limitTries } from './limit-tries.ts';
import { presentAccount } from './present.ts';

/** Invites a person by mail. Inviting again whoever has not accepted yet sends a new link. */
export function inviteAccount(ctx: Ctx, actor: Actor, input: InviteAccount): Promise<AccountView> {
  const reason = whyNotInvite(actor, input);
  if (reason) refuse('not-allowed', { because: reason });

  return ctx.database.write(actor, async (tx) => {
    await refuseMisfit(tx, actor, input);
    // A manager hears of the own municipality's people alone: whether somebody else knows an address is not to be learnt.
    const sees = scopeOf(actor.role, 'account.manage') === 'all' ? undefined : input.memberId;
    if (sees !== undefined) await limitTries(tx, 'invitation', actor.accountId ?? '', ctx.realNow());
    const before = await findAccountByEmail(tx, input.email, sees);
    const again = before?.state === 'invited' && before.role === input.role && before.memberId === input.memberId;
    if (before && !again) refuse('already-exists', {});
    const id = before?.id ?? newId();
    if (!before) await insertAccount(tx, { id, ...input });
    const params = { path: '/invitation', link: 'invitation' };
    const { memberId } = input;
    await enqueueMail(tx, { to: [id], template: 'account.invitation', params, memberId, at: ctx.realNow() });
    const entry = { subject: 'account', subjectId: id, action: 'invite', to: 'invited', memberId };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry, details: { role: input.role } });
    return presentAccount((await findAccount(tx, id)) ?? refuse('not-found', {}));
  });
}

async function refuseMisfit(tx: Tx, actor: Actor, { role, memberId }: InviteAccount): Promise<void> {
  const say = textsIn(accountFieldTexts, actor.lang);
  const misfit = (detail: string) =>
    refuse('invalid-input', { count: 1 }, { errors: [{ pointer: '/memberId', detail }] });
  if (!isMemberRole(role) && memberId !== null) misfit(say.memberNotForOffice);
  if (isMemberRole(role) && (memberId === null || !(await memberExists(tx, memberId)))) misfit(say.memberNeeded);
}
