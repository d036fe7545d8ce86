import { describe, expect, test } from 'vitest';
import type { Commitment } from '#shared/clashes/commitment.ts';
import { allClashes, findClashes } from '#shared/clashes/find-clashes.ts';

const at = (hour: number) => new Date(Date.UTC(2027, 10, 11, hour));
const busy = (id: string, from: number, to: number, ...holds: string[]): Commitment => ({
  id,
  kind: 'session',
  label: { ja: id, en: id },
  startsAt: at(from),
  endsAt: at(to),
  holds,
});

describe('a candidate', () => {
  const existing = [busy('a', 9, 10, 'delegate:x'), busy('b', 10, 11, 'delegate:x', 'delegate:y')];

  test('clashes with what shares a holder and a moment', () => {
    const clashes = findClashes(busy('new', 9, 11, 'delegate:x', 'delegate:z'), existing);
    expect(clashes.map(({ b, over }) => [b.id, over])).toEqual([
      ['a', ['delegate:x']],
      ['b', ['delegate:x']],
    ]);
  });

  test.each([
    ['begins when the other ends', busy('new', 11, 12, 'delegate:x')],
    ['shares nobody', busy('new', 9, 11, 'delegate:z')],
    ['is the same commitment, moved', busy('a', 9, 10, 'delegate:x')],
  ])('does not clash when it %s', (_, candidate) => {
    expect(findClashes(candidate, existing)).toEqual([]);
  });
});

test('all clashes come once each, by start, and name everybody concerned', () => {
  const clashes = allClashes([
    busy('c', 12, 14, 'delegate:x', 'delegate:y'),
    busy('a', 9, 13, 'delegate:x', 'delegate:y'),
    busy('b', 9, 10, 'delegate:x'),
    busy('d', 14, 15, 'delegate:x'),
  ]);
  expect(clashes.map(({ a, b, over }) => [a.id, b.id, over])).toEqual([
    ['a', 'b', ['delegate:x']],
    ['a', 'c', ['delegate:x', 'delegate:y']],
  ]);
});
