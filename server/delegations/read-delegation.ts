import type { Db } from '#db/connect.ts';
import { listDelegates } from '#db/queries/delegates.ts';
import { findDelegation, listDelegations as listRows } from '#db/queries/delegations.ts';
import { findEventId } from '#db/queries/events.ts';
import type { Actor } from '#shared/actor.ts';
import type { DelegationRow, DelegationView } from '#shared/delegations/contract.ts';
import type { DelegationId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { ownOnly, refuseUnreached } from '../reach.ts';
import { presentDelegation, presentDelegationRow } from './present.ts';

/** Every member's delegation to an event, or for a member their own alone. */
export function listDelegations(ctx: Ctx, actor: Actor, slug: string): Promise<DelegationRow[]> {
  return ctx.database.read(actor, async (db) => {
    const eventId = (await findEventId(db, slug)) ?? refuse('not-found', {});
    const rows = await listRows(db, eventId, ownOnly(actor, 'delegation.read'));
    return rows.map(presentDelegationRow);
  });
}

/** One delegation with its delegates. */
export function readDelegation(ctx: Ctx, actor: Actor, id: DelegationId): Promise<DelegationView> {
  return ctx.database.read(actor, async (db) => {
    const view = await wholeDelegation(db, id);
    refuseUnreached(actor, 'delegation.read', view.member.id);
    return view;
  });
}

/** One delegation with its delegates, as it stands inside a transaction. Whether it is the actor's is not asked. */
export async function wholeDelegation(db: Db, id: string): Promise<DelegationView> {
  const row = (await findDelegation(db, id)) ?? refuse('not-found', {});
  return presentDelegation(row, await listDelegates(db, id));
}
