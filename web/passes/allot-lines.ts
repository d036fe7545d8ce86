import type { AllotPasses, PassView, PoolBoard } from '#shared/passes/contract.ts';
import { meet, type Stay, takenByDay } from '#shared/passes/places.ts';
import { poolsWished } from '#shared/passes/wishes.ts';
import type { PassDetails } from '#shared/requests/kinds/pass.ts';

/** A line of the form: one person in one pool for some days. A stay over two pools is two lines. */
export type AllotLine = {
  key: string;
  delegateId: string;
  chosen: boolean;
  poolId: string;
  from: string;
  to: string;
  reserve: boolean;
  elsewhere: boolean;
  /** The pass this person already holds for these days. */
  held: PassView | null;
};

type Board = { pools: readonly PoolBoard[]; passes: readonly PassView[] };

/** What the request wishes, as lines to give: each person in each pool whose days they stay, cut to the pool's days. */
export function linesFor(details: PassDetails, board: Board, event: Stay): AllotLine[] {
  return details.people.flatMap((person) => {
    const stay = { from: person.from ?? event.from, to: person.to ?? event.to };
    const wished = poolsWished(person, details.zone, board.pools, [], event);
    const pools = wished.length > 0 ? wished : board.pools.slice(0, 1).map((pool) => pool.id);
    return pools.map((poolId) => {
      const pool = board.pools.find((one) => one.id === poolId) as PoolBoard;
      const from = stay.from > pool.from ? stay.from : pool.from;
      const to = stay.to < pool.to ? stay.to : pool.to;
      const held =
        board.passes.find((pass) => pass.delegate.id === person.delegateId && meet(pass, { from, to })) ?? null;
      const { reserve, elsewhere } = person;
      return {
        key: `${person.delegateId} ${poolId}`,
        delegateId: person.delegateId,
        chosen: !reserve && !elsewhere && !held,
        poolId,
        from,
        to,
        reserve,
        elsewhere,
        held,
      };
    });
  });
}

/** Places still free in a pool on the fullest of the days, before and besides what the form itself takes. */
export function freeFor(pool: PoolBoard, stay: Stay): number {
  const days = pool.days.filter(({ day }) => stay.from <= day && day <= stay.to);
  return pool.places - Math.max(0, ...days.map(({ taken }) => taken));
}

/** The first day on which the chosen lines would not fit into a pool, and by how many; null when they do. */
export function shortfallOf(pool: PoolBoard, lines: readonly AllotLine[]): { day: string; short: number } | null {
  const wanted = lines.filter((line) => line.chosen && line.poolId === pool.id);
  for (const { day, taken } of takenByDay(pool, wanted)) {
    const already = pool.days.find((one) => one.day === day)?.taken ?? 0;
    if (taken > 0 && taken + already > pool.places) return { day, short: taken + already - pool.places };
  }
  return null;
}

/** The chosen lines as the server takes them. */
export function placesOf(lines: readonly AllotLine[]): AllotPasses['places'] {
  return lines
    .filter((line) => line.chosen)
    .map(({ delegateId, poolId, from, to }) => ({ delegateId, poolId, from, to })) as AllotPasses['places'];
}
