import { expect, test } from 'vitest';
import type { DelegateId } from '#shared/ids.ts';
import { allCovered } from '#shared/passes/covered.ts';

test('a request is covered when everybody who needs a place of ours has one', () => {
  const person = (id: string, more: { reserve?: boolean; elsewhere?: boolean } = {}) => ({
    delegateId: id as DelegateId,
    from: null,
    to: null,
    reserve: false,
    elsewhere: false,
    ...more,
  });
  const people = [person('a'), person('b'), person('c', { reserve: true }), person('d', { elsewhere: true })];
  expect(allCovered(people, new Set(['a', 'b']))).toBe(true);
  expect(allCovered(people, new Set(['a', 'c', 'd']))).toBe(false);
  expect(allCovered([person('d', { elsewhere: true })], new Set())).toBe(false);
});
