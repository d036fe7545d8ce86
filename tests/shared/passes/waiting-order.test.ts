import { expect, test } from 'vitest';
import { byWaitingOrder, share, type Waiting } from '#shared/passes/waiting-order.ts';

const at = (day: number) => new Date(Date.UTC(2027, 8, day));
const waiting = (name: string, given: Partial<Waiting>): Waiting & { name: string } => ({
  name,
  memberHolds: 1,
  speaks: false,
  got: 1,
  wished: 2,
  submittedAt: at(1),
  ...given,
});

test('none yet, then speaking, then the smallest share, then who asked first', () => {
  const rows = [
    waiting('later', { submittedAt: at(9) }),
    waiting('earlier', { submittedAt: at(2) }),
    waiting('small share', { got: 1, wished: 5, submittedAt: at(20) }),
    waiting('speaks', { speaks: true, got: 3, wished: 4, submittedAt: at(21) }),
    waiting('none yet', { memberHolds: 0, got: 0, submittedAt: at(22) }),
    waiting('none yet, speaks', { memberHolds: 0, got: 0, speaks: true, submittedAt: at(23) }),
  ];
  expect(rows.toSorted(byWaitingOrder).map((row) => row.name)).toEqual([
    'none yet, speaks',
    'none yet',
    'speaks',
    'small share',
    'earlier',
    'later',
  ]);
});

test('a share is a part of what was wished, at most all of it', () => {
  expect([
    share({ got: 0, wished: 4 }),
    share({ got: 1, wished: 4 }),
    share({ got: 5, wished: 4 }),
    share({ got: 0, wished: 0 }),
  ]).toEqual([0, 0.25, 1, 1]);
});
