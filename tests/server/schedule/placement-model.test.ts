import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solve } from '#server/solver/solve.ts';
import type { Fact } from '#shared/clashes/fact.ts';
import { findingIndex } from '#shared/clashes/finding-index.ts';
import { strengthOf } from '#shared/clashes/finding-rules.ts';
import type { Board } from '#shared/clashes/openings.ts';
import { type Candidate, placementModel } from '#shared/schedule/placement.ts';
import { ASKS, aFact, NINE, PLANNING } from '../../shared/clashes/facts.ts';

const LIMIT = { timeLimitMs: 20_000 };
const presumed = { planning: PLANNING, stays: new Map() };
const indexOf = (facts: readonly Fact[]) => findingIndex(facts, presumed);

/** One day of two rooms and an hour and a half, so that every combination can be tried. */
const board: Board = {
  days: [{ day: '2027-11-11', midnight: NINE - 540 }],
  rooms: [
    { id: 'r1', venueId: 'v1', zone: 'green' },
    { id: 'r2', venueId: 'v1', zone: 'green' },
  ],
  ...{ opens: 540, closes: 630 },
};
const someSession = (id: string) =>
  fc
    .record({
      length: fc.constantFrom(30, 45, 60),
      people: fc.uniqueArray(fc.constantFrom('p', 'q'), { maxLength: 1 }),
      before: fc.constantFrom(0, 10),
      wish: fc.option(fc.constantFrom(0, 30, 45)),
    })
    .map(({ length, people, before, wish }) => ({
      ...aFact(id, 0, { people, before, to: NINE + length }),
      asks: { ...ASKS, wishes: wish === null ? [] : [{ from: NINE + wish, to: NINE + wish + 60 }] },
    }));
const fixedFact = (at: number) => aFact(`fixed${at}`, at, { roomId: 'r1', people: ['p'], to: NINE + at + 20 });

/** The worth of the best choice, by trying every one. */
function bestByTrying(
  candidates: readonly Candidate[],
  columns: readonly { gain: number }[],
  sessions: number,
): number {
  const fits = (chosen: readonly Candidate[], one: Candidate) =>
    !indexOf(chosen.map((other) => other.fact))
      .against(one.fact)
      .some((finding) => strengthOf(finding.kind) === 'blocking');
  const best = (session: number, chosen: Candidate[]): number => {
    if (session === sessions) return 0;
    const without = best(session + 1, chosen);
    const withOne = candidates.flatMap((one, column) =>
      one.session === session && fits(chosen, one)
        ? [(columns[column]?.gain ?? 0) + best(session + 1, [...chosen, one])]
        : [],
    );
    return Math.max(without, ...withOne);
  };
  return best(0, []);
}

test('the optimum is what trying everything finds, breaks no blocking rule, and does not hang on the order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(someSession('a'), someSession('b'), someSession('c')),
      fc.option(fc.constantFrom(0, 30, 60)),
      async (sessions, at) => {
        const fixed = at === null ? [] : [fixedFact(at)];
        const made = placementModel(sessions, board, indexOf(fixed));
        const found = await solve(made.model, LIMIT);
        expect(found.status).toBe('optimal');
        const chosen = made.candidates.filter((_, column) => found.values[column] === 1);
        const together = indexOf([...fixed, ...chosen.map((one) => one.fact)]);
        expect(together.all().filter((one) => strengthOf(one.kind) === 'blocking')).toEqual([]);
        expect(new Set(chosen.map((one) => one.session)).size).toBe(chosen.length);
        expect(found.objective).toBeCloseTo(bestByTrying(made.candidates, made.model.columns, sessions.length), 5);
        const turned = placementModel(
          sessions.toReversed(),
          { ...board, rooms: board.rooms.toReversed() },
          indexOf(fixed),
        );
        expect(turned).toEqual(made);
      },
    ),
    { numRuns: 25 },
  );
});

test('forty sessions of eleven days in four rooms are placed, proven, within ten seconds', async () => {
  const rooms = ['r1', 'r2', 'r3', 'r4'].map((id) => ({ id, venueId: 'v1', zone: 'green' }));
  const days = Array.from({ length: 11 }, (_, at) => ({
    day: `2027-11-${String(11 + at)}`,
    midnight: NINE - 540 + at * 1440,
  }));
  const big: Board = { days, rooms, opens: 540, closes: 1080 };
  const fixed = Array.from({ length: 160 }, (_, at) =>
    aFact(`f${at}`, (at % 11) * 1440 + Math.floor(at / 44) * 120, {
      roomId: `r${(Math.floor(at / 11) % 4) + 1}`,
      people: [`p${at % 50}`],
    }),
  );
  const sessions = Array.from({ length: 40 }, (_, at) => {
    const wish = (nth: number) => {
      const from = NINE + ((at * 3 + nth) % 11) * 1440 + (nth % 3) * 180;
      return { from, to: from + 180 };
    };
    const to = NINE + (30 + (at % 4) * 15);
    return aFact(`s${String(at).padStart(2, '0')}`, 0, {
      ...{ to, people: [`p${at % 25}`], before: at % 3 === 0 ? 10 : 0 },
      asks: { ...ASKS, wishes: at % 5 === 0 ? [] : [wish(0), wish(1), wish(2)] },
    });
  });
  const started = performance.now();
  const { model } = placementModel(sessions, big, indexOf(fixed));
  const built = performance.now() - started;
  const found = await solve(model, { timeLimitMs: 20_000 });
  console.log(
    `${model.columns.length} columns, ${model.rows.length} rows, built in ${built.toFixed(0)} ms, ${found.status} ${found.objective} of ${found.bound} in ${found.seconds.toFixed(2)} s`,
  );
  expect(found.status).toBe('optimal');
  expect(found.values.filter((one) => one === 1)).toHaveLength(40);
  expect(found.seconds).toBeLessThan(10);
});
