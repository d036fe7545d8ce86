import { expect, test } from 'vitest';
import { stamped, stampOf } from '#shared/schedule/release-stamps.ts';
import { released } from '#tests/support/builders/released.ts';

const at = new Date('2027-10-21T01:00:00Z');
const earlier = { revision: 4, changedAt: '2027-10-01T00:00:00.000Z' };

test('only the touched are counted up; the new begin at one; the others keep their stamp', () => {
  const [touched, same, fresh] = [released(), released(), released()];
  const known = new Map([
    [touched.id as string, earlier],
    [same.id as string, earlier],
  ]);
  const after = stamped([touched, same, fresh], new Set([touched.id, fresh.id]), known, at);
  expect(after.map(({ revision, changedAt }) => [revision, changedAt])).toEqual([
    [5, at.toISOString()],
    [4, earlier.changedAt],
    [1, at.toISOString()],
  ]);
  expect(after.map(({ revision, changedAt, ...rest }) => rest)).toEqual([touched, same, fresh]);
});

test('a release from before sessions were stamped counts as it did then', () => {
  const release = { number: 7, releasedAt: at };
  expect(stampOf(released(), release)).toEqual({ revision: 7, changedAt: at.toISOString() });
  expect(stampOf({ ...released(), ...earlier }, release)).toEqual(earlier);
});
