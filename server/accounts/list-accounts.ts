import type { z } from 'zod';
import { listAccounts as listRows, listStaff as listStaffRows } from '#db/queries/accounts.ts';
import type { AccountQuery, AccountView, StaffView } from '#shared/accounts/contract.ts';
import type { Actor } from '#shared/actor.ts';
import { cutPage, decodeCursor, type Page } from '#shared/page.ts';
import { scopeOf } from '#shared/permission.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { presentAccount } from './present.ts';

/** The accounts the actor looks after: everybody's, or those of their own municipality. */
export async function listAccounts(
  ctx: Ctx,
  actor: Actor,
  { member, office, limit, after }: z.output<typeof AccountQuery>,
): Promise<Page<AccountView>> {
  const own = scopeOf(actor.role, 'account.list') === 'own' ? actor.memberId : null;
  if (own && ((member && member !== own) || office)) refuse('not-found', {});
  const [afterEmail = null] = after === undefined ? [] : (decodeCursor(after) ?? refuse('bad-request', {}));
  if (afterEmail !== null && typeof afterEmail !== 'string') refuse('bad-request', {});
  const filter = { memberId: own ?? member, office, afterEmail };
  const rows = await ctx.database.read(actor, (db) => listRows(db, filter, limit + 1));
  const page = cutPage(rows, limit, (row) => [row.email]);
  return { ...page, items: page.items.map(presentAccount) };
}

/** Colleagues who can own a request. */
export function listStaff(ctx: Ctx, actor: Actor): Promise<StaffView[]> {
  return ctx.database.read(actor, listStaffRows);
}
