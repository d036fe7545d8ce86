import { expect, test } from 'vitest';
import { findingIndex } from '#shared/clashes/finding-index.ts';
import { type Board, movedTo, nearestOpening, openingsOf } from '#shared/clashes/openings.ts';
import { ASKS, aFact, NINE, PLANNING } from './facts.ts';

const MIDNIGHT = NINE - 540;
const board: Board = {
  days: [
    { day: '2027-11-11', midnight: MIDNIGHT },
    { day: '2027-11-12', midnight: MIDNIGHT + 1440 },
  ],
  rooms: [
    { id: 'r1', venueId: 'v1', zone: 'green' },
    { id: 'r2', venueId: 'v1', zone: 'green' },
  ],
  ...{ opens: 540, closes: 1080 },
};
const presumed = { planning: PLANNING, stays: new Map() };
const inRoom = (id: string, after: number, roomId: string, more = {}) => aFact(id, after, { roomId, ...more });

test('an hour fits into nine hours at thirty-three quarters, in each room on each day', () => {
  const found = openingsOf(board, 60);
  expect(found).toHaveLength(33 * 4);
  expect([found[0]?.from, found[32]?.to]).toEqual([NINE, NINE + 540]);
});

test('a person in two places is mended by the nearest time that contradicts nothing', () => {
  const people = ['p'];
  const [fixed, late] = [inRoom('a', 0, 'r1', { people }), inRoom('b', 30, 'r2', { people })];
  const index = findingIndex([fixed, late, inRoom('c', 75, 'r2')], presumed);
  const opening = nearestOpening(late, board, index, 'two_places');
  // r1 at once after the first, where no way is needed.
  expect([opening?.roomId, (opening?.from ?? 0) - NINE]).toEqual(['r1', 60]);
  expect(index.against(movedTo(late, opening as NonNullable<typeof opening>))).toEqual([]);
});

test('a session with wishes goes into one of them, or stays when none has room', () => {
  const wishes = [{ from: NINE + 1440, to: NINE + 1620 }];
  const fact = inRoom('a', 0, 'r1', { asks: { ...ASKS, wishes } });
  expect((nearestOpening(fact, board, findingIndex([fact], presumed), 'outside_wish')?.from ?? 0) - NINE).toBe(1440);
  const full = ['r1', 'r2'].map((room) => inRoom(room, 1440, room, { to: NINE + 1620 }));
  const index = findingIndex([fact, ...full], presumed);
  // Outside of its wishes it may move as far as nothing else is wrong; within them it may not leave.
  expect((nearestOpening(fact, board, index, 'no_interpreter')?.from ?? 0) - NINE).toBe(0);
  expect(nearestOpening(fact, board, index, 'outside_wish')).toBeNull();
  const inside = { ...fact, from: NINE + 1440, to: NINE + 1500, day: '2027-11-12' };
  expect(nearestOpening(inside, board, findingIndex([inside, ...full], presumed), 'no_interpreter')).toBeNull();
});
