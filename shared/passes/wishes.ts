import type { Day } from '#shared/time.ts';
import { daysOf, meet, type Stay } from './places.ts';

export type PoolToWish = Stay & { id: string; zone: string };
/** Somebody a request names, with the days they wish for; without days, all of the event. */
export type WishingPerson = { delegateId: string; from: Day | null; to: Day | null };

/**
 * The pools, in the board's order, of which a person wishes a place: those that already hold them first, then the
 * first of the wished zone that covers days still open. So two pools for the same days count a person once.
 */
export function poolsWished(
  person: WishingPerson,
  zone: 'blue' | 'green' | 'any' | null,
  pools: readonly PoolToWish[],
  heldPools: readonly string[],
  event: Stay,
): string[] {
  const stay = { from: person.from ?? event.from, to: person.to ?? event.to };
  let open = daysOf(stay);
  const fits = (pool: PoolToWish) => zone === null || zone === 'any' || pool.zone === zone;
  const held = pools.filter((pool) => heldPools.includes(pool.id));
  const free = pools.filter((pool) => !heldPools.includes(pool.id) && fits(pool));
  return [...held, ...free]
    .filter((pool) => {
      const covers = open.some((day) => meet(pool, { from: day, to: day }));
      open = open.filter((day) => day < pool.from || day > pool.to);
      return covers || heldPools.includes(pool.id);
    })
    .map((pool) => pool.id);
}
