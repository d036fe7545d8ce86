import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact, Stay } from '#shared/clashes/fact.ts';
import { findingIndex } from '#shared/clashes/finding-index.ts';
import {
  betweenTwo,
  daysOfPerson,
  type Finding,
  inOneRoom,
  ofItself,
  tooFewInterpreters,
} from '#shared/clashes/finding-rules.ts';
import { ASKS, aFact, PLANNING } from './facts.ts';

const presumed = {
  planning: PLANNING,
  stays: new Map<string, Stay>([['p1', { arrives: '2027-11-11', leaves: null, covers: [] }]]),
};

/** Everything compared with everything, without any order or index. */
function bruteForce(facts: readonly Fact[]): Finding[] {
  const pairs = facts.flatMap((a, at) => facts.slice(at + 1).map((b) => [a, b] as const));
  const people = [...new Set(facts.flatMap((one) => one.people))];
  const days = [...new Set(facts.map((one) => one.day))];
  return [
    ...pairs.flatMap(([a, b]) => [
      ...a.people.filter((one) => b.people.includes(one)).flatMap((one) => betweenTwo(one, a, b, PLANNING) ?? []),
      ...(a.roomId !== null && a.roomId === b.roomId ? [inOneRoom(a, b) ?? []].flat() : []),
    ]),
    ...people.flatMap((one) =>
      daysOfPerson(
        one,
        facts.filter((fact) => fact.people.includes(one)).sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1)),
        presumed.stays.get(one),
      ),
    ),
    ...days.flatMap((day) =>
      tooFewInterpreters(
        facts.filter((fact) => fact.day === day),
        PLANNING.interpreterTeams,
      ),
    ),
    ...facts.flatMap(ofItself),
  ];
}
const inWords = (findings: readonly Finding[]) =>
  findings.map(({ key, about, way }) => `${key} ${about.map((one) => one.id)} ${JSON.stringify(way)}`).sort();

const someFact = (id: string) =>
  fc
    .record({
      quarter: fc.integer({ min: 0, max: 40 }),
      length: fc.constantFrom(15, 60, 240),
      people: fc.uniqueArray(fc.constantFrom('p1', 'p2', 'p3'), { maxLength: 2 }),
      room: fc.constantFrom('r1', 'r2', 'r3', null),
      zone: fc.constantFrom('blue', 'green'),
      day: fc.constantFrom('2027-11-10', '2027-11-11'),
      before: fc.constantFrom(0, 15),
      asks: fc.constantFrom(null, ASKS, { ...ASKS, interpretation: true, headSpeaks: true }),
    })
    .map(({ quarter, length, room, day, ...rest }) => {
      const shift = day === '2027-11-10' ? -1440 : 0;
      const fact = aFact(id, quarter * 15 + shift);
      return {
        ...fact,
        ...rest,
        day,
        to: fact.from + length,
        roomId: room,
        venueId: room === null ? null : room === 'r3' ? 'v2' : 'v1',
      };
    });
const ids = ['a', 'b', 'c', 'd', 'e', 'f'];

test('finds what comparing everything with everything finds, also after any number of moves', () => {
  fc.assert(
    fc.property(
      fc.tuple(...ids.map(someFact)),
      fc.array(
        fc.constantFrom(...ids).chain((id) => fc.record({ id: fc.constant(id), fact: fc.option(someFact(id)) })),
        { maxLength: 6 },
      ),
      (facts, moves) => {
        const index = findingIndex(facts, presumed);
        const now = new Map(facts.map((one) => [one.id, one as Fact]));
        expect(inWords(index.all())).toEqual(inWords(bruteForce([...now.values()])));
        for (const { id, fact } of moves) {
          if (fact) {
            const alone = inWords(index.against(fact));
            index.set(fact);
            now.set(id, fact);
            const about = bruteForce([...now.values()]).filter((one) => one.about.some((other) => other.id === id));
            expect(alone.map((one) => one.split(' ')[0])).toEqual(inWords(about).map((one) => one.split(' ')[0]));
          } else {
            index.remove(id);
            now.delete(id);
          }
          expect(index.get(id)).toBe(fact ?? undefined);
          expect(inWords(index.all())).toEqual(inWords(bruteForce([...now.values()])));
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('ten thousand are compared within a tenth of a second, and one move within five thousandths', () => {
  const facts = Array.from({ length: 10_000 }, (_, at) => {
    const day = at % 10;
    const fact = aFact(`s${at}`, ((at * 7) % 36) * 15 + day * 1440);
    return {
      ...fact,
      ...{ people: [`p${at % 3000}`, `p${(at * 13) % 3000}`], roomId: `r${at % 400}`, venueId: `v${at % 5}` },
      ...{ day: `2027-11-${11 + day}`, asks: { ...ASKS, interpretation: at % 50 === 0 } },
    };
  });
  const timed = (work: () => void) => {
    const before = performance.now();
    work();
    return performance.now() - before;
  };
  const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  let index = findingIndex(facts, presumed);
  const whole = Array.from({ length: 7 }, () =>
    timed(() => {
      index = findingIndex(facts, presumed);
      index.all();
    }),
  );
  const moves = facts.slice(0, 50).map((fact) =>
    timed(() => {
      index.set({ ...fact, from: fact.from + 15, to: fact.to + 15 });
      index.all();
    }),
  );
  console.log(
    `10,000 facts, ${index.all().length} findings: ${median(whole).toFixed(1)} ms, a move ${median(moves).toFixed(2)} ms`,
  );
  expect(median(whole)).toBeLessThan(100);
  expect(median(moves)).toBeLessThan(5);
});
