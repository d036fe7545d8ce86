import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solve as solveOnThread } from '#server/solver/solve.ts';
import { allot, compareAllotments, type Solve } from '#shared/passes/allotment.ts';
import { type AllotmentProblem, type RuleWeights, waysOf } from '#shared/passes/allotment-problem.ts';
import { reasonsOf } from '#shared/passes/allotment-reasons.ts';
import { bestByTrying, worth } from './every-allotment.ts';

const solve: Solve = (model) => solveOnThread(model, { timeLimitMs: 20_000 });
const DAYS = ['2027-11-08', '2027-11-09', '2027-11-10', '2027-11-11'] as const;
const weights: RuleWeights = {
  keeps: 3,
  speakers: 10,
  heads: 6,
  minimum_party: 4,
  even_share: 5,
  served_least: 2,
  early: 1,
};
const day = fc.integer({ min: 0, max: 3 });
const stay = fc.tuple(day, day).map(([a, b]) => ({ from: DAYS[Math.min(a, b)] ?? '', to: DAYS[Math.max(a, b)] ?? '' }));

const problems: fc.Arbitrary<AllotmentProblem> = fc
  .record({
    pools: fc.array(
      fc.record({ stay, zone: fc.constantFrom('blue', 'green'), places: fc.integer({ min: 0, max: 2 }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    parties: fc.array(
      fc.record({
        member: fc.integer({ min: 0, max: 2 }),
        minimum: fc.integer({ min: 1, max: 2 }),
        led: fc.boolean(),
        lapsed: fc.nat({ max: 5 }).map((n) => n === 0),
        people: fc.array(
          fc.record({
            stay,
            zones: fc.constantFrom(['blue'], ['green'], ['blue', 'green']),
            speaks: fc.boolean(),
            isHead: fc.boolean(),
            holds: fc.boolean(),
          }),
          { minLength: 1, maxLength: 3 },
        ),
      }),
      { maxLength: 4 },
    ),
    hold: fc.option(fc.record({ pool: fc.nat({ max: 2 }), places: fc.integer({ min: 1, max: 2 }) }), { nil: null }),
    fixed: fc.array(fc.record({ pool: fc.nat({ max: 2 }), member: fc.integer({ min: 0, max: 2 }) }), { maxLength: 2 }),
    guarantee: fc.integer({ min: 0, max: 1 }),
    past: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ pools, parties, hold, fixed, guarantee, past }) => {
    const all = pools.map(({ stay, ...pool }, index) => ({ ...pool, ...stay, id: `pool-${index}` }));
    const pool = (index: number) => all[index % all.length] as (typeof all)[number];
    return {
      pools: all,
      holds: hold ? [{ poolId: pool(hold.pool).id, places: hold.places, memberIds: ['member-0'] }] : [],
      fixed: fixed.map((one) => {
        const { id, from, to } = pool(one.pool);
        return { poolId: id, from, to, memberId: `member-${one.member}` };
      }),
      members: past.map((got, index) => ({ id: `member-${index}`, past: { asked: 4, got }, guarantee })),
      parties: parties.map(({ member, people, led, ...party }, order) => ({
        ...party,
        ...{ id: `party-${order}`, memberId: `member-${member}`, order },
        leaderId: led ? `person-${order}-0` : null,
        people: people.map(({ stay, ...person }, position) => ({
          ...person,
          ...stay,
          id: `person-${order}-${position}`,
        })),
      })),
      weights,
    };
  });

test('is as good as the best of all allotments there are, promises first', async () => {
  await fc.assert(
    fc.asyncProperty(problems, async (problem) => {
      const found = await allot(problem, solve);
      const best = bestByTrying(problem);
      if (!found) throw new Error('nothing found');
      expect(worth(problem, found.served)).toEqual(best);
      expect(found.promised.kept).toBe(best.kept);
    }),
    { numRuns: 30 },
  );
}, 120_000);

test('is the same whatever the order of what is given', async () => {
  await fc.assert(
    fc.asyncProperty(problems, async (problem) => {
      const turned: AllotmentProblem = {
        ...problem,
        pools: problem.pools.toReversed(),
        parties: problem.parties.toReversed(),
        members: problem.members.toReversed(),
        fixed: problem.fixed.toReversed(),
      };
      const [a, b] = await Promise.all([allot(problem, solve), allot(turned, solve)]);
      expect(b?.served).toEqual(a?.served);
    }),
    { numRuns: 10 },
  );
}, 120_000);

test('everybody is told a reason, and who is outranked is outranked by somebody who goes', async () => {
  const told = new Set<string>();
  await fc.assert(
    fc.asyncProperty(problems, async (problem) => {
      const found = await allot(problem, solve);
      if (!found) throw new Error('nothing found');
      const people = problem.parties.flatMap((party) => party.people);
      const reasons = reasonsOf(problem, found);
      expect([...reasons.keys()].sort()).toEqual(people.map(({ id }) => id).sort());
      for (const [id, reason] of reasons) {
        told.add(reason.code);
        expect(['served', 'promised'].includes(reason.code)).toBe(found.served.has(id));
        if (reason.code === 'party_short') expect(reason.short).toBeGreaterThan(0);
        if (!('day' in reason) || reason.code === 'full') continue;
        const rivals = [...found.served].filter(([other, way]) => other !== id && way.some((one) => isOn(one, reason)));
        expect(rivals.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 30 },
  );
  expect(told.size).toBeGreaterThan(2);
}, 120_000);

test('a smaller pool keeps everybody their promised place and says who loses theirs', async () => {
  const problem = crowd(27, 2, 54);
  const [before, after] = [await allot(problem, solve), await allot(crowd(27, 2, 30), solve)];
  if (!before || !after) throw new Error('nothing found');
  const { gain, lose } = compareAllotments(before, after);
  expect(gain).toEqual([]);
  expect(lose).toHaveLength(24);
  expect(after.promised).toEqual({ kept: 27, of: 27 });
  const reasons = reasonsOf(crowd(27, 2, 30), after);
  expect(new Set(lose.map((id) => reasons.get(id)?.code))).toEqual(new Set(['outranked']));
  expect(reasons.get('m26-1')).toEqual({ code: 'outranked', rule: 'speakers', poolId: 'week1', day: '2027-11-08' });
  expect(new Set([...after.served.keys()].map((id) => id.split('-')[0])).size).toBe(27);
});

test('a stay over two pools takes a place in each, and a day of rest none', () => {
  const pool = (id: string, from: string, to: string) => ({ id, from, to, zone: 'blue', places: 1 });
  const pools = [pool('week1', '2027-11-08', '2027-11-13'), pool('week2', '2027-11-15', '2027-11-19')];
  expect(waysOf({ from: '2027-11-10', to: '2027-11-16', zones: ['blue', 'green'] }, pools)).toEqual([
    [
      { poolId: 'week1', from: '2027-11-10', to: '2027-11-13' },
      { poolId: 'week2', from: '2027-11-15', to: '2027-11-16' },
    ],
  ]);
  expect(waysOf({ from: '2027-11-14', to: '2027-11-14', zones: ['blue'] }, pools)).toEqual([]);
  expect(waysOf({ from: '2027-11-10', to: '2027-11-10', zones: ['green'] }, pools)).toEqual([]);
});

function isOn(segment: { poolId: string; from: string; to: string }, { poolId, day }: { poolId: string; day: string }) {
  return segment.poolId === poolId && segment.from <= day && day <= segment.to;
}

function crowd(members: number, each: number, places: number): AllotmentProblem {
  const ids = Array.from({ length: members }, (_, index) => `m${String(index).padStart(2, '0')}`);
  const stay = { from: '2027-11-08', to: '2027-11-13' };
  return {
    ...{ weights, holds: [], fixed: [], pools: [{ ...stay, id: 'week1', zone: 'blue', places }] },
    members: ids.map((id) => ({ id, past: { asked: 2, got: 1 }, guarantee: 1 })),
    parties: ids.map((id, order) => ({
      ...{ id, memberId: id, order, minimum: 1, leaderId: null, lapsed: false },
      people: Array.from({ length: each }, (_, index) => ({
        ...{
          ...stay,
          id: `${id}-${index}`,
          zones: ['blue'],
          speaks: order % 3 === 0,
          isHead: index === 0,
          holds: false,
        },
      })),
    })),
  };
}
