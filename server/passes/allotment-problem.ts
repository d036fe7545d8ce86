import type { DelegateFacts, delegateFacts, memberFacts } from '#db/queries/allotment-facts.ts';
import type { boardMembers, openPassRequests, poolsOf } from '#db/queries/pass-board.ts';
import type { PassRow } from '#db/queries/passes.ts';
import type {
  AllotmentParty,
  AllotmentPerson,
  AllotmentProblem,
  FixedPlace,
  RuleWeights,
} from '#shared/passes/allotment-problem.ts';
import { needingPlace } from '#shared/passes/covered.ts';
import type { Stay } from '#shared/passes/places.ts';
import { PassDetails, type PassPerson } from '#shared/requests/kinds/pass.ts';

type Rows<Query extends (...args: never[]) => Promise<unknown[]>> = Awaited<ReturnType<Query>>;
export type AllotmentRows = {
  event: Stay;
  pools: Rows<typeof poolsOf>;
  passes: PassRow[];
  requests: Rows<typeof openPassRequests>;
  members: Rows<typeof boardMembers>;
  people: Rows<typeof delegateFacts>;
  facts: Rows<typeof memberFacts>;
};
/** What a scenario has otherwise than the event. */
export type Scenario = { places: ReadonlyMap<string, number>; weights: RuleWeights; promise: number };

/**
 * What there is to give, and who asks for it. A place that somebody holds is part of what is dealt anew, with the rule
 * `keeps` for its holder; it is fixed only once the badge is collected, or when no open request asks for it any more.
 */
export function allotmentProblem(rows: AllotmentRows, { places, weights, promise }: Scenario): AllotmentProblem {
  const people = new Map(rows.people.map((one) => [one.id, one]));
  const past = new Map(rows.facts.map((one) => [one.memberId, one]));
  const speaks = new Map(rows.members.map((one) => [one.id, one.speaks]));
  const held = heldBy(rows.passes);
  const isFixed = (delegateId: string) => (held.get(delegateId) ?? []).some((pass) => pass.official === 'collected');
  const parties = rows.requests.map((request, order): AllotmentParty => {
    const { zone, people: wished, minimumParty, onlyWithSpeaking } = PassDetails.parse(request.details);
    const dealt = needingPlace(wished).filter((one) => people.has(one.delegateId));
    const asking = dealt.filter((one) => !isFixed(one.delegateId));
    return {
      ...{ id: request.id, memberId: request.memberId, order },
      minimum: Math.max(1, minimumParty - (dealt.length - asking.length)),
      leaderId: asking.find((one) => people.get(one.delegateId)?.leads)?.delegateId ?? null,
      lapsed: onlyWithSpeaking && !speaks.get(request.memberId) && !past.get(request.memberId)?.mayStillSpeak,
      people: asking.map((one) =>
        personOf(one, people.get(one.delegateId), held.get(one.delegateId) ?? [], zone ?? 'any', rows),
      ),
    };
  });
  const dealtAnew = new Set(parties.flatMap((party) => party.people.map(({ id }) => id)));
  return {
    pools: rows.pools.map((pool) => ({
      ...{ id: pool.id, from: pool.from, to: pool.to, zone: kindOfPool(pool) },
      places: places.get(pool.id) ?? pool.places,
    })),
    holds: [],
    fixed: rows.passes.filter((pass) => !dealtAnew.has(pass.delegateId)).map(fixedPlace),
    members: rows.members.map(({ id }) => ({
      ...{ id, guarantee: promise, past: { asked: past.get(id)?.asked ?? 0, got: past.get(id)?.got ?? 0 } },
    })),
    parties,
    weights,
  };
}

/** A holder's stay is what they hold: whether they keep that is the question. */
function personOf(
  wished: PassPerson,
  facts: DelegateFacts | undefined,
  passes: readonly PassRow[],
  zone: string,
  { event, pools }: Pick<AllotmentRows, 'event' | 'pools'>,
): AllotmentPerson {
  const held = passes.map((pass) => kindOfPool(pools.find(({ id }) => id === pass.poolId) ?? pass));
  const days = passes.flatMap((pass) => [pass.from, pass.to]).sort();
  return {
    id: wished.delegateId,
    zones: held.length > 0 ? [...new Set(held)] : zone === 'any' ? ['blue', 'green', 'outside'] : [zone],
    from: days[0] ?? wished.from ?? event.from,
    to: days.at(-1) ?? wished.to ?? event.to,
    speaks: facts?.speaks ?? false,
    isHead: facts?.isHead ?? false,
    holds: passes.length > 0,
  };
}

/** Who runs the pavilion goes in by a pass of its own, which is nobody else's way in. */
function kindOfPool(pool: { zone: string; route?: string }): string {
  return pool.route === 'pavilion_crew' ? 'crew' : pool.zone;
}

function fixedPlace({ poolId, memberId, from, to }: PassRow): FixedPlace {
  return { poolId, memberId, from, to };
}

function heldBy(passes: readonly PassRow[]): Map<string, PassRow[]> {
  const held = new Map<string, PassRow[]>();
  for (const pass of passes) held.set(pass.delegateId, [...(held.get(pass.delegateId) ?? []), pass]);
  return held;
}
