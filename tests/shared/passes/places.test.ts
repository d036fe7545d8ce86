import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meet, type Stay, seat, takenByDay } from '#shared/passes/places.ts';
import { addDays } from '#shared/time.ts';

const stay = (from: number, to: number): Stay => ({ from: addDays('2027-11-01', from), to: addDays('2027-11-01', to) });

test('everybody gets the lowest place free on all their days', () => {
  const taken = [
    { number: 1, ...stay(1, 3) },
    { number: 2, ...stay(5, 6) },
  ];
  expect(seat([1, 2, 3], taken, [stay(3, 4), stay(4, 6), stay(1, 9)])).toEqual({ fits: true, numbers: [2, 1, 3] });
});

test('one place follows another on the next day, not on the same one', () => {
  expect(seat([1], [{ number: 1, ...stay(1, 3) }], [stay(4, 5)])).toEqual({ fits: true, numbers: [1] });
  expect(seat([1], [{ number: 1, ...stay(1, 3) }], [stay(3, 5)])).toEqual({
    fits: false,
    day: stay(3, 3).from,
    short: 1,
  });
});

test('when one does not fit, the first full day and the number short are told', () => {
  const taken = [
    { number: 1, ...stay(2, 4) },
    { number: 2, ...stay(4, 9) },
  ];
  expect(seat([1, 2], taken, [stay(1, 5), stay(3, 4)])).toEqual({ fits: false, day: stay(4, 4).from, short: 2 });
});

test('places free in pieces only are no place; the first day of the stay is told', () => {
  const taken = [
    { number: 1, ...stay(3, 4) },
    { number: 2, ...stay(1, 2) },
  ];
  expect(seat([1, 2], taken, [stay(1, 4)])).toEqual({ fits: false, day: stay(1, 1).from, short: 1 });
});

test('no two on one place share a day, whatever is asked for', () => {
  const days = fc.tuple(fc.nat(12), fc.nat(5)).map(([from, length]) => stay(from, from + length));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(days, { maxLength: 8 }), (places, wishes) => {
      const numbers = Array.from({ length: places }, (_, index) => index + 1);
      const seating = seat(numbers, [], wishes);
      if (!seating.fits) return seating.short > 0;
      return wishes.every((one, a) =>
        wishes.every((other, b) => a === b || seating.numbers[a] !== seating.numbers[b] || !meet(one, other)),
      );
    }),
  );
});

test('the days of a pool show how many places are taken', () => {
  expect(takenByDay(stay(1, 3), [stay(0, 1), stay(1, 2), stay(9, 9)]).map((one) => one.taken)).toEqual([2, 1, 0]);
});
