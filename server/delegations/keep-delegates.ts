import type { Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { type DelegateRow, insertDelegate, lockDelegate, updateDelegate } from '#db/queries/delegates.ts';
import { lockDelegation } from '#db/queries/delegations.ts';
import { writeHistory } from '#db/queries/history.ts';
import type { Actor } from '#shared/actor.ts';
import type { DelegateInput, DelegateView } from '#shared/delegations/contract.ts';
import type { DelegateId, DelegationId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { refuseUnreached } from '../reach.ts';
import { refuseStale } from '../refuse-stale.ts';
import { columnsOf, presentDelegate } from './present.ts';

/** Adds a person to a delegation. */
export function addDelegate(ctx: Ctx, actor: Actor, id: DelegationId, input: DelegateInput): Promise<DelegateView> {
  return ctx.database.write(actor, async (tx) => {
    const delegation = (await lockDelegation(tx, id)) ?? refuse('not-found', {});
    const { memberId, eventId } = delegation;
    refuseUnreached(actor, 'delegation.change', memberId);
    const row = { ...columnsOf(input), id: newId(), delegationId: id, memberId, eventId };
    const position = await insertDelegate(tx, row);
    await writeDelegateHistory(ctx, tx, actor, 'add', row);
    return presentDelegate({ ...row, position, version: 1 });
  });
}

/** Changes what is known of a delegate. */
export function changeDelegate(
  ctx: Ctx,
  actor: Actor,
  id: DelegateId,
  version: number,
  input: DelegateInput,
): Promise<DelegateView> {
  return ctx.database.write(actor, async (tx) => {
    const before = await lockOwn(tx, actor, id);
    refuseStale(version, presentDelegate(before));
    const change = { ...columnsOf(input), version: version + 1 };
    await updateDelegate(tx, id, change);
    await writeDelegateHistory(ctx, tx, actor, 'change', before);
    return presentDelegate({ ...before, ...change });
  });
}

/** A delegate whom the actor may change, locked; to anybody else there is none. */
export async function lockOwn(tx: Tx, actor: Actor, id: DelegateId): Promise<DelegateRow> {
  const row = (await lockDelegate(tx, id)) ?? refuse('not-found', {});
  refuseUnreached(actor, 'delegation.change', row.memberId);
  return row;
}

/** Writes down what was done to a delegate, without a word of what is known of them. */
export async function writeDelegateHistory(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  action: 'add' | 'change' | 'remove',
  { id, memberId, eventId }: Pick<DelegateRow, 'id' | 'memberId' | 'eventId'>,
): Promise<void> {
  await writeHistory(tx, { at: ctx.now(), actor, subject: 'delegate', subjectId: id, action, memberId, eventId });
}
