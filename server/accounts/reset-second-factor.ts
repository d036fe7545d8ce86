import type { Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { findAccount, lockAccount } from '#db/queries/accounts.ts';
import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import {
  expireFactorResets,
  factorResetExists,
  insertFactorReset,
  lockFactorReset,
  openFactorResets,
  otherAdmins,
  settleFactorReset,
} from '#db/queries/factor-resets.ts';
import { writeHistory } from '#db/queries/history.ts';
import { atTheDoor } from '#server/who.ts';
import type { FactorResetAnswer, FactorResetView } from '#shared/accounts/contract.ts';
import { whyNotApproveReset, whyNotResetFactor } from '#shared/accounts/policy.ts';
import { isOfficeRole } from '#shared/accounts/second-factor.ts';
import type { Actor } from '#shared/actor.ts';
import type { AccountId, FactorResetId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { forgetActors } from './find-actor.ts';
import { takeFactorAway } from './take-factor-away.ts';

const HOURS_MS = 3_600_000;
const APPROVED_WITHIN_MS = 24 * HOURS_MS;

/**
 * Takes a lost second factor away: from a member's account at once, from one of the office's when a second
 * administrator approves within a day. The password stays as it is; access tokens go too.
 */
export async function resetSecondFactor(ctx: Ctx, actor: Actor, id: AccountId): Promise<FactorResetAnswer> {
  const requestedBy = actor.accountId ?? refuse('not-signed-in', {});
  const at = ctx.realNow();
  // Looked for as the actor first: at the door every account is there.
  if (!(await ctx.database.read(actor, (db) => findAccount(db, id)))) refuse('not-found', {});
  const answer = await ctx.database.write(atTheDoor, async (tx): Promise<FactorResetAnswer> => {
    await lockAccount(tx, id);
    const account = (await findAccount(tx, id)) ?? refuse('not-found', {});
    const reason = whyNotResetFactor(actor, account);
    if (reason) refuse('not-allowed', { because: reason });
    if (!isOfficeRole(account.role)) {
      await takeFactorAway(tx, actor, account, { at: ctx.now(), realAt: at });
      return { state: 'done' };
    }
    await expireFactorResets(tx, at);
    const resetId = newId();
    const endsAt = new Date(at.getTime() + APPROVED_WITHIN_MS);
    await insertFactorReset(tx, { id: resetId, accountId: id, requestedBy, requestedAt: at, endsAt });
    const entry = { subject: 'account', subjectId: id, action: 'ask-factor-reset', details: { reset: resetId } };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry });
    const others = await otherAdmins(tx, [requestedBy, id]);
    await enqueueMail(tx, { to: others, template: 'account.reset-asked', params: { path: '/desk/accounts' }, at });
    // Whoever still has the factor must hear that somebody says it is lost.
    await enqueueMail(tx, { to: [id], template: 'account.reset-asked-for-you', params: { path: '/account' }, at });
    return { state: 'waiting' };
  });
  forgetActors();
  return answer;
}

/** The second administrator's word: the reset happens. */
export async function approveFactorReset(ctx: Ctx, actor: Actor, id: FactorResetId): Promise<void> {
  const by = actor.accountId ?? refuse('not-signed-in', {});
  const at = ctx.realNow();
  await ctx.database.write(atTheDoor, async (tx) => {
    const asked = await lockOpen(tx, id, at);
    const reason = whyNotApproveReset(actor, asked);
    if (reason) refuse('not-allowed', { because: reason });
    await lockAccount(tx, asked.accountId);
    const account = (await findAccount(tx, asked.accountId)) ?? refuse('not-found', {});
    await settleFactorReset(tx, id, { by, outcome: 'approved', at });
    const details = { reset: id, askedBy: asked.requestedBy };
    await takeFactorAway(tx, actor, account, { at: ctx.now(), realAt: at, details });
  });
  forgetActors();
}

/** Takes a reset back that has not been approved: any administrator may, also the one whose account it is. */
export async function withdrawFactorReset(ctx: Ctx, actor: Actor, id: FactorResetId): Promise<void> {
  const by = actor.accountId ?? refuse('not-signed-in', {});
  await ctx.database.write(atTheDoor, async (tx) => {
    const { accountId } = await lockOpen(tx, id, ctx.realNow());
    const reason = accountId === by ? whyNotApproveReset(actor, { accountId, requestedBy: null }) : null;
    if (reason) refuse('not-allowed', { because: reason });
    await settleFactorReset(tx, id, { by, outcome: 'withdrawn', at: ctx.realNow() });
    const entry = { subject: 'account', subjectId: accountId, action: 'withdraw-factor-reset', details: { reset: id } };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry });
  });
}

/** What waits for a second administrator. */
export async function listFactorResets(ctx: Ctx, actor: Actor): Promise<FactorResetView[]> {
  const rows = await ctx.database.read(actor, (db) => openFactorResets(db, ctx.realNow()));
  return rows.map(({ id, accountId, name, email, requestedBy, requestedByName, requestedAt, endsAt }) => ({
    ...{ id, accountId, name: name || email, requestedByName },
    requestedAt: requestedAt.toISOString(),
    endsAt: endsAt.toISOString(),
    mayApprove: whyNotApproveReset(actor, { accountId, requestedBy }) === null,
  }));
}

async function lockOpen(tx: Tx, id: FactorResetId, now: Date) {
  const open = await lockFactorReset(tx, id, now);
  if (open) return open;
  return (await factorResetExists(tx, id)) ? refuse('wrong-state', {}) : refuse('not-found', {});
}
