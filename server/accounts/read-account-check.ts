import { checksByMember, checksOf } from '#db/queries/account-checks.ts';
import { memberExists } from '#db/queries/accounts.ts';
import type { CheckOverview, MemberCheck } from '#shared/accounts/contract.ts';
import { whyNotAnswerCheck } from '#shared/accounts/policy.ts';
import { yearlyCheckAt } from '#shared/accounts/yearly-check.ts';
import type { Actor } from '#shared/actor.ts';
import type { OrganisationId } from '#shared/ids.ts';
import { scopeOf } from '#shared/permission.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { presentAccount } from './present.ts';

/** A municipality's accounts in the check that goes on, or in the latest one. */
export async function readAccountCheck(ctx: Ctx, actor: Actor, memberId: OrganisationId): Promise<MemberCheck> {
  if (scopeOf(actor.role, 'account.list') === 'own' && memberId !== actor.memberId) refuse('not-found', {});
  const { year, lastDay, isOpen } = yearlyCheckAt(ctx.now());
  const rows = await ctx.database.read(actor, async (db) =>
    (await memberExists(db, memberId)) ? checksOf(db, memberId, year) : refuse('not-found', {}),
  );
  const items = rows.map((row) => ({
    account: presentAccount(row),
    verdict: row.verdict,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answeredBy: row.answeredBy,
    whyNot: whyNotAnswerCheck(actor, row.id),
  }));
  return { year, lastDay, isOpen, items };
}

/** How far the municipalities are that the actor looks after. */
export async function listAccountChecks(ctx: Ctx, actor: Actor): Promise<CheckOverview> {
  const own = scopeOf(actor.role, 'account.list') === 'own' ? actor.memberId : null;
  const { year, lastDay, isOpen } = yearlyCheckAt(ctx.now());
  const rows = await ctx.database.read(actor, (db) => checksByMember(db, year, own));
  const items = rows.map(({ nameJa, nameEn, ...row }) => ({ ...row, memberName: { ja: nameJa, en: nameEn } }));
  return { year, lastDay, isOpen, items };
}
