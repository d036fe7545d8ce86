import { listDelegates } from '#db/queries/delegates.ts';
import { lockDelegation, updateDelegation } from '#db/queries/delegations.ts';
import { writeHistory } from '#db/queries/history.ts';
import type { Actor } from '#shared/actor.ts';
import type { ChangeDelegation, DelegationView } from '#shared/delegations/contract.ts';
import type { DelegationId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { refuseUnreached } from '../reach.ts';
import { refuseStale } from '../refuse-stale.ts';
import { presentDelegation } from './present.ts';

/** Changes why a delegation goes, who leads it, and with how few it would still go. */
export function changeDelegation(
  ctx: Ctx,
  actor: Actor,
  id: DelegationId,
  version: number,
  input: ChangeDelegation,
): Promise<DelegationView> {
  return ctx.database.write(actor, async (tx) => {
    const before = (await lockDelegation(tx, id)) ?? refuse('not-found', {});
    refuseUnreached(actor, 'delegation.change', before.memberId);
    const delegates = await listDelegates(tx, id);
    refuseStale(version, presentDelegation(before, delegates));
    const { headDelegateId } = input;
    if (headDelegateId && !delegates.some((one) => one.id === headDelegateId)) refuse('not-in-delegation', {});
    await updateDelegation(tx, id, input);
    const { memberId, eventId } = before;
    const entry = { subject: 'delegation', subjectId: id, action: 'change', memberId, eventId };
    const details = { headDelegateId, minimumParty: input.minimumParty };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry, details });
    return presentDelegation({ ...before, ...input, version: version + 1 }, delegates);
  });
}
