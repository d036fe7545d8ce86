import { expect, test } from 'vitest';
import type { WishedTime } from '#shared/requests/kinds/speaking.ts';
import { rankOf, stepInGrid, toggleWish } from '#shared/requests/slot-grid.ts';

const time = (day: number, part: WishedTime['part']): WishedTime => ({ day: `2027-11-${day}`, part });

test('wishes keep the order of choosing, move up when one is taken back, and end at three', () => {
  let wishes: WishedTime[] = [];
  for (const one of [time(11, 'afternoon'), time(12, 'midday'), time(13, 'morning')]) wishes = toggleWish(wishes, one);
  expect(wishes.map((one) => one.day)).toEqual(['2027-11-11', '2027-11-12', '2027-11-13']);
  expect(rankOf(wishes, time(12, 'midday'))).toBe(2);
  expect(rankOf(wishes, time(12, 'morning'))).toBe(0);
  expect(toggleWish(wishes, time(15, 'morning'))).toEqual(wishes);
  expect(toggleWish(wishes, time(11, 'afternoon')).map((one) => one.day)).toEqual(['2027-11-12', '2027-11-13']);
});

test('arrows move inside the grid and pass over days of rest', () => {
  const days = [
    { day: '2027-11-13', rest: false },
    { day: '2027-11-14', rest: true },
    { day: '2027-11-15', rest: false },
  ];
  expect(stepInGrid(time(13, 'midday'), 'ArrowDown', days)).toEqual(time(15, 'midday'));
  expect(stepInGrid(time(15, 'midday'), 'ArrowDown', days)).toEqual(time(15, 'midday'));
  expect(stepInGrid(time(13, 'morning'), 'ArrowLeft', days)).toEqual(time(13, 'morning'));
  expect(stepInGrid(time(13, 'morning'), 'End', days)).toEqual(time(13, 'afternoon'));
  expect(stepInGrid(time(13, 'morning'), 'a', days)).toBeNull();
});
