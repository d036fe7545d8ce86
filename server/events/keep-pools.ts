import { newId } from '#db/id.ts';
import { clearPlacesAbove, deletePool, insertPool, lockPool, updatePool, usedOutside } from '#db/queries/pass-pools.ts';
import type { Actor } from '#shared/actor.ts';
import type { PoolInput, PoolView } from '#shared/events/contract.ts';
import type { PoolId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { refuseWhenInUse } from '../in-use.ts';
import { refuseStale } from '../refuse-stale.ts';
import { eventOf, writePartHistory } from './part-history.ts';
import { presentPool } from './present.ts';

function columnsOf({ name, ...plain }: PoolInput) {
  return { ...plain, nameJa: name.ja, nameEn: name.en };
}

export function addPool(ctx: Ctx, actor: Actor, slug: string, input: PoolInput): Promise<PoolView> {
  return ctx.database.write(actor, async (tx) => {
    const row = { id: newId(), eventId: await eventOf(tx, slug), ...columnsOf(input) };
    await insertPool(tx, row);
    await writePartHistory(ctx, tx, actor, 'pass_pool', 'add', row);
    return presentPool({ ...row, version: 1 });
  });
}

/** Changes a pool. Neither its places nor its days can shrink below what passes in use need. */
export function changePool(ctx: Ctx, actor: Actor, id: PoolId, version: number, input: PoolInput): Promise<PoolView> {
  return ctx.database
    .write(actor, async (tx) => {
      const before = (await lockPool(tx, id)) ?? refuse('not-found', {});
      refuseStale(version, presentPool(before));
      if (await usedOutside(tx, id, input)) refuse('still-in-use', {});
      const shrinks = input.places < before.places;
      if (shrinks && !(await clearPlacesAbove(tx, id, input.places))) refuse('still-in-use', {});
      const change = columnsOf(input);
      await updatePool(tx, before, change);
      await writePartHistory(ctx, tx, actor, 'pass_pool', 'change', before);
      return presentPool({ ...before, ...change, version: version + 1 });
    })
    .catch(refuseWhenInUse);
}

/** Removes a pool from which no pass was ever given. */
export function removePool(ctx: Ctx, actor: Actor, id: PoolId, version: number): Promise<void> {
  return ctx.database
    .write(actor, async (tx) => {
      const before = (await lockPool(tx, id)) ?? refuse('not-found', {});
      refuseStale(version, presentPool(before));
      await deletePool(tx, id);
      await writePartHistory(ctx, tx, actor, 'pass_pool', 'remove', before);
    })
    .catch(refuseWhenInUse);
}
