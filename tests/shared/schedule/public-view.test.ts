import { expect, test } from 'vitest';
import { isOn, shownSession } from '#shared/schedule/public-view.ts';
import { dayView, event } from '#tests/support/builders/programme.ts';
import { ROOMS, released } from '#tests/support/builders/released.ts';

const early = released({ at: '9:00' });
const live = released({ at: '14:00' });
const late = released({ at: '18:30', room: 2 });
const other = released({ day: '2027-11-12', theme: 'energy' });
const sessions = [early, live, late, other];
const during = '2027-11-11T11:20:00Z';

test('on the day itself each session is over, on or to come, with the minutes left', () => {
  const view = dayView(sessions, '', during);
  expect(view.day.day).toBe('2027-11-11');
  expect(view.sessions.map(({ phase, minutesLeft }) => [phase, phase === 'live' ? minutesLeft : 0])).toEqual([
    ['past', 0],
    ['live', 40],
    ['plain', 0],
  ]);
  expect(view.now).toEqual({ minute: 860, venue: '14:20', japan: '20:20' });
});

test('on any other day nothing is marked', () => {
  const view = dayView(sessions, 'day=2027-11-12', during);
  expect(view.now).toBeNull();
  expect(view.sessions.map(({ phase }) => phase)).toEqual(['plain']);
});

test('a cancelled session is never on', () => {
  expect(shownSession({ ...live, state: 'cancelled' }, 'ja', new Date(during), true).phase).toBe('plain');
});

test('both clocks, and the next day in Japan', () => {
  const view = dayView(sessions, 'day=2027-11-11');
  expect(view.sessions.map(({ venue, japan }) => [venue, japan])).toEqual([
    ['9:00–10:00', '15:00–16:00'],
    ['14:00–15:00', '20:00–21:00'],
    ['18:30–19:30', '翌0:30–1:30'],
  ]);
  expect(view.clock(18 * 60)).toEqual({ venue: '18:00', japan: '翌0:00' });
  expect(view.offset).toEqual({ utc: 180, japan: 360 });
});

test('west of Greenwich the venue is behind', () => {
  const view = dayView([], 'day=2027-11-11', during, { ...event, timeZone: 'America/Sao_Paulo' });
  expect(view.offset).toEqual({ utc: -180, japan: 720 });
});

test('days know whether they are over, today, and what a filter finds on them', () => {
  const plain = dayView(sessions, '', during).days;
  expect(plain.slice(2, 5).map(({ past, today, matches }) => [past, today, matches])).toEqual([
    [true, false, null],
    [false, true, null],
    [false, false, null],
  ]);
  expect(
    dayView(sessions, 'theme=energy', during)
      .days.slice(3, 5)
      .map(({ matches }) => matches),
  ).toEqual([0, 1]);
});

test('rooms of the day in their order stay when a filter hides their sessions', () => {
  const view = dayView([released({ room: 3 }), released({ room: 1, ja: '森' })], 'day=2027-11-11&q=%E6%A3%AE');
  expect(view.rooms).toEqual([ROOMS[1], ROOMS[3]]);
  expect([view.sessions.length, view.all]).toEqual([1, 2]);
});

test('a day that does not exist is shown as an empty one', () => {
  const view = dayView(sessions, 'day=2030-01-01');
  expect([view.day.day, view.sessions, view.all]).toEqual(['2030-01-01', [], 0]);
});

test('whether the event is on is seen from the venue', () => {
  expect(isOn(event, new Date('2027-11-07T20:59:00Z'))).toBe(false);
  expect(isOn(event, new Date('2027-11-07T21:00:00Z'))).toBe(true);
  expect(isOn(event, new Date('2027-11-19T21:00:00Z'))).toBe(false);
});
