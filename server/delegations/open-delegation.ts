import { newId } from '#db/id.ts';
import { memberExists } from '#db/queries/accounts.ts';
import { openDelegation as open } from '#db/queries/delegations.ts';
import { findEventId } from '#db/queries/events.ts';
import { writeHistory } from '#db/queries/history.ts';
import type { Actor } from '#shared/actor.ts';
import type { DelegationView } from '#shared/delegations/contract.ts';
import type { OrganisationId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { refuseUnreached } from '../reach.ts';
import { wholeDelegation } from './read-delegation.ts';

/** The member's delegation to an event, begun when there is none yet. Any number of calls at once begin one. */
export function openDelegation(
  ctx: Ctx,
  actor: Actor,
  slug: string,
  memberId: OrganisationId,
): Promise<DelegationView> {
  refuseUnreached(actor, 'delegation.change', memberId);
  return ctx.database.write(actor, async (tx) => {
    const eventId = (await findEventId(tx, slug)) ?? refuse('not-found', {});
    if (!(await memberExists(tx, memberId))) refuse('not-found', {});
    const { id, isNew } = await open(tx, { id: newId(), eventId, memberId });
    const entry = { subject: 'delegation', subjectId: id, action: 'open', memberId, eventId };
    if (isNew) await writeHistory(tx, { at: ctx.now(), actor, ...entry });
    return wholeDelegation(tx, id);
  });
}
