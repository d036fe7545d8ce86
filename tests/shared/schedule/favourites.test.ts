import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Favourite,
  favouriteClashes,
  hallOf,
  MOST_FAVOURITES,
  mergeFavourites,
} from '#shared/schedule/favourites.ts';

const at = (time: string) => Date.parse(`2027-11-11T${time}:00Z`);
const slot = (id: string, from: string, to: string, hall = 'B2', off = false) => ({
  id,
  start: at(from),
  end: at(to),
  hall,
  off,
});

test('two at once clash, two that touch in one hall do not', () => {
  const slots = [slot('b', '11:00', '12:00'), slot('a', '10:00', '11:00'), slot('c', '11:45', '12:30')];
  expect(favouriteClashes(slots)).toEqual([{ first: 'b', second: 'c', kind: 'overlap', minutes: 15 }]);
});

test('the way to another hall takes ten minutes', () => {
  const first = slot('a', '10:00', '11:00');
  expect(favouriteClashes([first, slot('b', '11:05', '12:00', 'C1')])).toEqual([
    { first: 'a', second: 'b', kind: 'way', minutes: 5 },
  ]);
  expect(favouriteClashes([first, slot('b', '11:10', '12:00', 'C1')])).toEqual([]);
  expect(favouriteClashes([first, slot('b', '11:05', '12:00', '')])).toEqual([]);
});

test('a long session clashes with each of those inside it', () => {
  const slots = [slot('a', '9:00'.padStart(5, '0'), '12:00'), slot('b', '09:30', '10:00'), slot('c', '11:00', '11:30')];
  expect(favouriteClashes(slots).map(({ first, second, minutes }) => [first, second, minutes])).toEqual([
    ['a', 'b', 30],
    ['a', 'c', 30],
  ]);
});

test('what is cancelled clashes with nothing', () => {
  expect(favouriteClashes([slot('a', '10:00', '11:00'), slot('b', '10:00', '11:00', 'B2', true)])).toEqual([]);
});

test('the hall is what an area begins with', () => {
  expect(['B2-14', 'c1-03', 'Blue Zone', ''].map(hallOf)).toEqual(['B2', 'C1', '', '']);
});

const favourite = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), on: fc.boolean(), at: fc.nat(5) });
const list = fc.array(favourite, { maxLength: 6 });

test('merging loses nothing: the later word of each session counts, whichever side says it', () => {
  const star: Favourite = { id: 'a', on: true, at: 1 };
  const removed: Favourite = { id: 'a', on: false, at: 2 };
  expect(mergeFavourites([star], [removed])).toEqual([removed]);
  expect(mergeFavourites([removed], [{ ...star, at: 3 }])).toEqual([{ ...star, at: 3 }]);
  expect(mergeFavourites([{ ...star, at: 2 }], [removed])).toEqual([{ ...star, at: 2 }]);
  fc.assert(
    fc.property(list, list, list, (one, two, three) => {
      const merged = mergeFavourites(one, two);
      expect(mergeFavourites(two, one)).toEqual(merged);
      expect(mergeFavourites(merged, merged)).toEqual(merged);
      expect(mergeFavourites(merged, three)).toEqual(mergeFavourites(one, mergeFavourites(two, three)));
      expect(new Set(merged.map(({ id }) => id))).toEqual(new Set([...one, ...two].map(({ id }) => id)));
    }),
  );
});

test('beyond the most that are kept, old removals go first', () => {
  const many = Array.from({ length: MOST_FAVOURITES }, (_, index) => ({ id: `s${index}`, on: true, at: 1 }));
  const merged = mergeFavourites(many, [{ id: 'gone', on: false, at: 9 }]);
  expect(merged).toHaveLength(MOST_FAVOURITES);
  expect(merged.some(({ id }) => id === 'gone')).toBe(false);
});
