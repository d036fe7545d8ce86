import { findDelegation } from '#db/queries/delegations.ts';
import type { Actor } from '#shared/actor.ts';
import { isOffice } from '#shared/actor.ts';
import type { IdentityStatus } from '#shared/delegations/contract.ts';
import type { DelegationId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { refuseUnreached } from '../reach.ts';
import { identityStatuses } from './identity-statuses.ts';

/** How far the passport data of a delegation's people are. That two share a passport is told to the office alone. */
export function listIdentities(ctx: Ctx, actor: Actor, id: DelegationId): Promise<IdentityStatus[]> {
  return ctx.database.read(actor, async (db) => {
    const delegation = (await findDelegation(db, id)) ?? refuse('not-found', {});
    refuseUnreached(actor, 'identity.read', delegation.memberId);
    const reader = { lang: actor.lang, mayCompare: isOffice(actor) };
    return identityStatuses(ctx, db, { delegationId: id }, reader);
  });
}
