import { expect, test } from 'vitest';
import { daysOfProgramme, defaultDay, inWeeks } from '#shared/schedule/public-days.ts';

const event = { startsOn: '2027-11-08', endsOn: '2027-11-10' };
const zone = 'Africa/Addis_Ababa';
const days = daysOfProgramme(event, [{ day: '2027-11-09', theme: { ja: '資金', en: 'Finance' }, rest: false }], []);

test('every day of the event is there, with its theme where it has one', () => {
  expect(days.map(({ day, theme }) => [day, theme.ja])).toEqual([
    ['2027-11-08', ''],
    ['2027-11-09', '資金'],
    ['2027-11-10', ''],
  ]);
});

test('so is a day outside on which something is on', () => {
  const added = daysOfProgramme(event, [], [{ day: '2027-11-11' }, { day: '2027-11-07' }]);
  expect(added.map(({ day }) => day.slice(-2))).toEqual(['07', '08', '09', '10', '11']);
});

test('today at the venue is shown first while the event is on, its first day otherwise', () => {
  // 22:00 in UTC is already the next day in Addis Ababa.
  expect(defaultDay(days, new Date('2027-11-08T22:00:00Z'), zone)).toBe('2027-11-09');
  expect(defaultDay(days, new Date('2027-09-24T01:00:00Z'), zone)).toBe('2027-11-08');
  expect(defaultDay(days, new Date('2027-12-24T01:00:00Z'), zone)).toBe('2027-11-08');
});

test('weeks are counted from the first day', () => {
  const twelve = daysOfProgramme({ startsOn: '2027-11-08', endsOn: '2027-11-19' }, [], []);
  expect(inWeeks(twelve).map((week) => [week.number, week.days.length])).toEqual([
    [1, 7],
    [2, 5],
  ]);
});
