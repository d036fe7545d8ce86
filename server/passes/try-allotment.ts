import { delegateFacts, memberFacts } from '#db/queries/allotment-facts.ts';
import { boardMembers, eventForBoard, openPassRequests, poolsOf } from '#db/queries/pass-board.ts';
import { passesOfEvent } from '#db/queries/passes.ts';
import { solve } from '#server/solver/solve.ts';
import type { Actor } from '#shared/actor.ts';
import { passportName, personName } from '#shared/clashes/person-name.ts';
import type { DelegateId, OrganisationId, PoolId, RequestId } from '#shared/ids.ts';
import { type Allotment, allot } from '#shared/passes/allotment.ts';
import type { AllotmentProblem } from '#shared/passes/allotment-problem.ts';
import { reasonsOf } from '#shared/passes/allotment-reasons.ts';
import { takenByDay } from '#shared/passes/places.ts';
import { figuresOf, type ReasonView, type WhatIf, type WhatIfQuery, weightsOf } from '#shared/passes/what-if.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { type AllotmentRows, allotmentProblem } from './allotment-problem.ts';

const MOST_MS = 7_000;

/**
 * Who would have a place with other pools or other rules, and why: the fair result beside the present one. Nothing is
 * changed by asking. What it looks at is read at one moment; the solver works outside of any transaction.
 */
export async function tryAllotment(ctx: Ctx, actor: Actor, slug: string, asked: WhatIfQuery): Promise<WhatIf> {
  const rows = await ctx.database.read(actor, async (db): Promise<AllotmentRows> => {
    const event = (await eventForBoard(db, slug)) ?? refuse('not-found', {});
    return {
      event: { from: event.startsOn, to: event.endsOn },
      pools: await poolsOf(db, event.id),
      passes: await passesOfEvent(db, event.id),
      requests: await openPassRequests(db, event.id),
      members: await boardMembers(db, event.id),
      people: await delegateFacts(db, event.id),
      facts: await memberFacts(db, event.id),
    };
  });
  const problem = allotmentProblem(rows, {
    places: figuresOf(asked.places),
    weights: weightsOf(asked.weights),
    promise: Number(asked.promise),
  });
  const allotment = await allot(problem, (model) => solve(model, { timeLimitMs: MOST_MS }));
  return present(rows, problem, allotment ?? refuse('unavailable', {}));
}

function present(rows: AllotmentRows, problem: AllotmentProblem, allotment: Allotment): WhatIf {
  const reasons = reasonsOf(problem, allotment);
  const people = new Map(rows.people.map((one) => [one.id, one]));
  const persons = problem.parties.flatMap((party) => party.people.map((person) => ({ party, person })));
  return {
    pools: rows.pools.map(({ id, nameJa, nameEn }) => poolOf(problem, allotment, id, { ja: nameJa, en: nameEn })),
    members: rows.members.map(({ id, nameJa, nameEn }) => {
      const own = persons.filter(({ party }) => party.memberId === id);
      const fixed = new Set(
        rows.passes
          .filter((pass) => pass.memberId === id && !own.some(({ person }) => person.id === pass.delegateId))
          .map((pass) => pass.delegateId),
      ).size;
      return {
        member: { id: id as OrganisationId, name: { ja: nameJa, en: nameEn } },
        asked: own.length + fixed,
        now: own.filter(({ person }) => person.holds).length + fixed,
        would: own.filter(({ person }) => allotment.served.has(person.id)).length + fixed,
      };
    }),
    people: persons.map(({ party, person }) => {
      const facts = people.get(person.id);
      return {
        delegateId: person.id as DelegateId,
        requestId: party.id as RequestId,
        memberId: party.memberId as OrganisationId,
        name: facts ? personName(facts).ja : '',
        nameLatin: facts ? passportName(facts) : '',
        holds: person.holds,
        served: allotment.served.has(person.id),
        reason: (reasons.get(person.id) ?? { code: 'no_pool' }) as ReasonView,
      };
    }),
    promised: allotment.promised,
    gap: allotment.gap,
  };
}

/** `given` is that of the pool's fullest day. */
function poolOf(problem: AllotmentProblem, { served }: Allotment, id: string, name: { ja: string; en: string }) {
  const pool = problem.pools.find((one) => one.id === id);
  const stays = [...problem.fixed, ...[...served.values()].flat()].filter((one) => one.poolId === id);
  const days = pool ? takenByDay(pool, stays) : [];
  return {
    ...{ id: id as PoolId, name, places: pool?.places ?? 0 },
    given: days.reduce((most, { taken }) => Math.max(most, taken), 0),
  };
}
