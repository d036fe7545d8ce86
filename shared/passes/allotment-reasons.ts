import type { Day } from '#shared/time.ts';
import type { Allotment } from './allotment.ts';
import {
  ALLOTMENT_RULES,
  type AllotmentParty,
  type AllotmentPerson,
  type AllotmentPool,
  type AllotmentProblem,
  type AllotmentRule,
  byId,
  type Way,
  waysOf,
} from './allotment-problem.ts';
import { evenShare, type Score, scoring, total } from './allotment-score.ts';
import { daysOf } from './places.ts';

/** Why somebody has a place, or none. `rule` is the one that decided, `poolId` and `day` where it was tight. */
export type Reason =
  | { code: 'served'; rule: AllotmentRule | null }
  | { code: 'promised' }
  /** The wish hangs on something that has not come true. */
  | { code: 'lapsed' }
  /** No pool has the zone and days asked for. */
  | { code: 'no_pool' }
  /** Too few of the party could go together: `short` people fewer than the smallest number that travels. */
  | { code: 'party_short'; short: number }
  /** The party's leader has no place, and without them nobody goes. */
  | { code: 'no_leader' }
  /** Everybody who has a place on a tight day comes before by this rule. */
  | { code: 'outranked'; rule: AllotmentRule; poolId: string; day: string }
  /** The places of a tight day are all fixed or kept for others. */
  | { code: 'full'; poolId: string; day: string }
  /** By themselves they would come before somebody who has a place, but together the others make more of it. */
  | { code: 'together'; poolId: string; day: string };

type Ranked = { party: AllotmentParty; person: AllotmentPerson; score: Score & { even_share: number } };
type Tight = { poolId: string; day: Day };

/** The reason for each person of a problem, by id. It says nothing that the rules and the figures do not say. */
export function reasonsOf(problem: AllotmentProblem, { served }: Allotment): Map<string, Reason> {
  const scoreOf = scoring(problem);
  const shares = sharesOf(problem, served);
  const everybody = problem.parties.flatMap((party) =>
    party.people.map((person, position): Ranked => {
      const share = shares.get(party.memberId);
      const even = served.has(person.id) ? share?.last : share?.next;
      return { party, person, score: { ...scoreOf(party, person, position), even_share: even ?? 0 } };
    }),
  );
  const full = fullDays(problem, served);
  const rivals = weakestFirst(
    everybody.filter(({ person }) => served.has(person.id)),
    served,
  );
  return new Map(
    everybody.map((one) => [
      one.person.id,
      served.has(one.person.id) ? whyServed(one, shares) : whyNot(problem, one, served, rivals, full),
    ]),
  );
}

function whyServed({ party, score }: Ranked, shares: ReturnType<typeof sharesOf>): Reason {
  const share = shares.get(party.memberId);
  if (share && share.got <= share.guarantee) return { code: 'promised' };
  const [strongest] = ALLOTMENT_RULES.filter((rule) => score[rule] > 0).sort((a, b) => score[b] - score[a]);
  return { code: 'served', rule: strongest ?? null };
}

function whyNot(
  problem: AllotmentProblem,
  one: Ranked,
  served: Allotment['served'],
  rivalsOn: (tight: Tight) => readonly Ranked[],
  full: ReturnType<typeof fullDays>,
): Reason {
  const { party, person } = one;
  if (party.lapsed) return { code: 'lapsed' };
  const ways = waysOf(person, problem.pools);
  if (ways.length === 0) return { code: 'no_pool' };
  const able = party.people.filter((other) => waysOf(other, problem.pools).length > 0);
  if (able.length < party.minimum) return { code: 'party_short', short: party.minimum - able.length };
  const leader = party.people.find(({ id }) => id === party.leaderId);
  if (leader && leader.id !== person.id && !served.has(leader.id)) return { code: 'no_leader' };
  const tight = ways.map((way) => full(way, party.memberId)).find((found) => found !== null);
  if (!tight) return { code: 'party_short', short: party.minimum - able.filter(({ id }) => served.has(id)).length };
  const weakest = rivalsOn(tight).find((rival) => rival.party.id !== party.id);
  if (!weakest) return { code: 'full', ...tight };
  const lead = (rule: AllotmentRule) => weakest.score[rule] - one.score[rule];
  const [rule] = ALLOTMENT_RULES.filter((each) => lead(each) > 0).sort((a, b) => lead(b) - lead(a));
  const before = total(weakest.score) >= total(one.score);
  return rule && before ? { code: 'outranked', rule, ...tight } : { code: 'together', ...tight };
}

/** Those who have a place of a pool on a day, who comes last first; looked for once a day. */
function weakestFirst(winners: readonly Ranked[], served: Allotment['served']): (tight: Tight) => readonly Ranked[] {
  const sorted = [...winners].sort((a, b) => total(a.score) - total(b.score) || byId(a.person, b.person));
  return remembered((tight) => sorted.filter(({ person }) => uses(served.get(person.id) ?? [], tight)));
}

function remembered<Found>(find: (tight: Tight) => Found): (tight: Tight) => Found {
  const known = new Map<string, Found>();
  return ({ poolId, day }) => {
    const key = `${poolId} ${day}`;
    const found = known.get(key) ?? find({ poolId, day });
    known.set(key, found);
    return found;
  };
}

/** Per municipality: how many people got a place, and what its last one counted and its next one would. */
function sharesOf(problem: AllotmentProblem, served: Allotment['served']) {
  return new Map(
    problem.members.map(({ id, guarantee }) => {
      const people = problem.parties.filter((party) => party.memberId === id && !party.lapsed).flatMap(peopleOf);
      const able = people.filter((person) => waysOf(person, problem.pools).length > 0).length;
      const got = people.filter((person) => served.has(person.id)).length;
      const had = problem.fixed.filter((place) => place.memberId === id).length;
      const worth = (k: number) => (able === 0 ? 0 : evenShare(problem, had + k, had + able));
      return [id, { got, guarantee, last: worth(got), next: worth(got + 1) }];
    }),
  );
}

function peopleOf(party: AllotmentParty): readonly AllotmentPerson[] {
  return party.people;
}

/** Finds the first day of a way on which nobody else of a municipality could be let in. */
function fullDays({ pools, fixed, holds, parties }: AllotmentProblem, served: Allotment['served']) {
  const uses = [
    ...fixed,
    ...parties.flatMap(({ memberId, people }) =>
      people.flatMap(({ id }) => (served.get(id) ?? []).map((segment) => ({ ...segment, memberId }))),
    ),
  ];
  const on = remembered(({ poolId, day }) =>
    uses.filter((one) => one.poolId === poolId && one.from <= day && day <= one.to),
  );
  const left = (pool: AllotmentPool, day: Day, memberId: string): number => {
    const there = on({ poolId: pool.id, day });
    const without = holds.filter((hold) => hold.poolId === pool.id && !hold.memberIds.includes(memberId));
    const beside = without.map(
      (hold) => pool.places - hold.places - there.filter((one) => !hold.memberIds.includes(one.memberId)).length,
    );
    return Math.min(pool.places - there.length, ...beside);
  };
  return (way: Way, memberId: string): Tight | null => {
    for (const segment of way) {
      const pool = pools.find(({ id }) => id === segment.poolId);
      const day = pool && daysOf(segment).find((one) => left(pool, one, memberId) <= 0);
      if (day) return { poolId: segment.poolId, day };
    }
    return null;
  };
}

function uses(way: Way, { poolId, day }: Tight): boolean {
  return way.some((segment) => segment.poolId === poolId && segment.from <= day && day <= segment.to);
}
