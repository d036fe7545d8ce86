import { addDays, type Day } from '#shared/time.ts';
import { meet, type Stay } from './places.ts';

/**
 * The rules by which places are given when there are too few, in the order in which they are explained. What each one
 * weighs is the event's data; 0 switches it off. The guarantee weighs nothing: it is kept before all of them.
 */
export const ALLOTMENT_RULES = [
  'keeps',
  'speakers',
  'heads',
  'minimum_party',
  'even_share',
  'served_least',
  'early',
] as const;
export type AllotmentRule = (typeof ALLOTMENT_RULES)[number];
export type RuleWeights = Record<AllotmentRule, number>;

export type AllotmentPool = Stay & {
  id: string;
  zone: string;
  places: number;
};

/** Places of a pool kept for some municipalities; the others cannot have them, on no day. */
export type AllotmentHold = { poolId: string; places: number; memberIds: readonly string[] };

/** A place that stays with whom it is, whatever comes out. */
export type FixedPlace = Stay & { poolId: string; memberId: string };

export type AllotmentPerson = Stay & {
  id: string;
  /** In pools of which kinds a place would do, such as `blue`. */
  zones: readonly string[];
  /** Confirmed for a session or a meeting. */
  speaks: boolean;
  /** Governor, mayor, or their deputy in their place. */
  isHead: boolean;
  /** Holds a place now that may be given to somebody else. */
  holds: boolean;
};

/** People of one municipality who travel together: at least `minimum` of them, and never without `leaderId`. */
export type AllotmentParty = {
  id: string;
  memberId: string;
  /** The order of request: smaller came earlier. */
  order: number;
  minimum: number;
  leaderId: string | null;
  /** What the wish hangs on has not come true, so nothing is asked for. */
  lapsed: boolean;
  /** In the municipality's own order: who comes first is served first. */
  people: readonly AllotmentPerson[];
};

export type AllotmentMember = {
  id: string;
  /** Places asked for and given at past events of the process. */
  past: { asked: number; got: number };
  /** Places promised if they are asked for. */
  guarantee: number;
};

export type AllotmentProblem = {
  pools: readonly AllotmentPool[];
  holds: readonly AllotmentHold[];
  fixed: readonly FixedPlace[];
  members: readonly AllotmentMember[];
  parties: readonly AllotmentParty[];
  weights: RuleWeights;
};

export type Segment = Stay & { poolId: string };
/** One way of giving somebody all the days they asked for: a place in each pool it takes. */
export type Way = readonly Segment[];

const MOST_WAYS = 12;

/**
 * Every way of covering a stay with pools of the wished zone, each place up to the last day its pool has. Days that no
 * pool covers, such as a day of rest, need no place. Empty when no pool covers any day.
 */
export function waysOf(person: Stay & { zones: readonly string[] }, pools: readonly AllotmentPool[]): Way[] {
  const zones = [...new Set(pools.map((pool) => pool.zone))].sort();
  return zones
    .filter((zone) => person.zones.includes(zone))
    .flatMap((zone) =>
      coverings(
        person,
        pools.filter((pool) => pool.zone === zone),
      ),
    )
    .slice(0, MOST_WAYS);
}

function coverings(stay: Stay, pools: readonly AllotmentPool[]): Way[] {
  const touching = pools.filter((pool) => meet(pool, stay)).sort(byId);
  const ways: Way[] = [];
  const extend = (from: Day, way: Way): void => {
    const first = touching.flatMap((pool) => (pool.to < from ? [] : [pool.from > from ? pool.from : from])).sort()[0];
    if (first === undefined || first > stay.to) {
      if (way.length > 0) ways.push(way);
      return;
    }
    for (const pool of touching) {
      if (pool.from > first || pool.to < first || ways.length >= MOST_WAYS) continue;
      const to = pool.to < stay.to ? pool.to : stay.to;
      extend(addDays(to, 1), [...way, { poolId: pool.id, from: first, to }]);
    }
  };
  extend(stay.from, []);
  return ways;
}

/** By id, so that the answer does not depend on the order in which things are given. */
export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
