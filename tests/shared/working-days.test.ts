import { expect, test } from 'vitest';
import { addWorkingDays, isWorkingDay } from '#shared/working-days.ts';

test('weekends, public holidays and the turn of the year are no working days', () => {
  const days = [
    '2027-09-17',
    '2027-09-18',
    '2027-09-19',
    '2027-09-20',
    '2027-09-23',
    '2027-12-28',
    '2027-12-29',
    '2028-01-04',
  ];
  expect(days.map(isWorkingDay)).toEqual([true, false, false, false, false, true, false, true]);
});

test('working days are counted over a holiday', () => {
  expect(addWorkingDays('2027-09-17', 1)).toBe('2027-09-21');
  expect(addWorkingDays('2027-12-28', 1)).toBe('2028-01-04');
  expect(addWorkingDays('2027-09-17', 0)).toBe('2027-09-17');
});
