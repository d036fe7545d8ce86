import { expect, test } from 'vitest';
import type { PublicSession } from '#shared/schedule/contract.ts';
import { type Exchange, exchangeOf, numbersOf } from '#shared/schedule/exchange.ts';
import type { PublicEvent } from '#shared/schedule/public-days.ts';
import { event, programme } from '#tests/support/builders/programme.ts';
import { released } from '#tests/support/builders/released.ts';

const URL = 'https://desk.example';
const of = (sessions: PublicSession[], about: Partial<PublicEvent> = {}) =>
  exchangeOf(programme(sessions, { ...event, ...about }), 'ja', URL);
const all = ({ days }: Exchange) => days.flatMap(({ rooms }) => rooms.flatMap(({ sessions }) => sessions));
const only = (session: PublicSession, about: Partial<PublicEvent> = {}) => all(of([session], about))[0];
/** A session in a zone, at instants that are given whole. */
const at = (timeZone: string, day: string, startsAt: string, endsAt: string): PublicSession => {
  const one = released({ day });
  return { ...one, startsAt, endsAt, room: { ...one.room, timeZone } };
};

test.each([
  ['cop32', 'cop32'],
  ['cop', 'cop_2027'],
  ['cbd-cop-16', 'cbd_cop_16'],
  ['un', 'un_2027'],
])('the event %s is %s for other programs', (slug, acronym) => {
  const found = of([released()], { slug });
  expect(found.acronym).toBe(acronym);
  expect(acronym).toMatch(/^[a-z0-9_]{4,}$/);
  expect(all(found)[0]?.slug).toMatch(/^[a-z0-9_]{4,}-[a-z0-9\-_]{4,}$/);
});

test('number, code and guid of a session are its own, and the same in every release and language', () => {
  const sessions = Array.from({ length: 1_200 }, () => released());
  const first = all(of(sessions));
  expect(new Set(first.map(({ id }) => id)).size).toBe(1_200);
  expect(new Set(first.map(({ code }) => code)).size).toBe(1_200);
  expect(new Set(first.map(({ guid }) => guid)).size).toBe(1_200);
  expect(first.every(({ id }) => Number.isInteger(id) && id > 0 && id < 2 ** 31)).toBe(true);
  expect(first.every(({ code }) => /^[0-9A-Z]{6}$/.test(code))).toBe(true);
  const names = (list: typeof first) => new Map(list.map(({ guid, id, code, slug }) => [guid, [id, code, slug]]));
  const fewer = all(of(sessions.filter((_, index) => index % 3 === 0).toReversed()));
  for (const [guid, found] of names(fewer)) expect(found).toEqual(names(first).get(guid));
});

test('of two that would have one number, the older keeps it, whoever comes first in the list', () => {
  const same = () => 41;
  expect([...numbersOf(['b', 'a'], same)]).toEqual([
    ['a', 42],
    ['b', 43],
  ]);
  expect(numbersOf(['b', 'c', 'a'], same).get('a')).toBe(42);
  // At the end of the range it goes on at its beginning.
  expect([...numbersOf(['a', 'b'], () => 2 ** 31 - 2).values()]).toEqual([2 ** 31 - 1, 1]);
});

test.each([
  [5, '00:05'],
  [45, '00:45'],
  [60, '01:00'],
  [120, '02:00'],
  [480, '08:00'],
])('%i minutes are %s', (minutes, duration) => {
  expect(only(released({ minutes }))?.duration).toBe(duration);
});

test('a time is the venue’s, with its distance from UTC', () => {
  expect(only(released({ at: '9:05' }))).toMatchObject({ start: '09:05', date: '2027-11-11T09:05:00+03:00' });
  expect(only(at('Asia/Kolkata', '2027-11-11', '2027-11-11T03:30:00Z', '2027-11-11T04:30:00Z'))).toMatchObject({
    start: '09:00',
    date: '2027-11-11T09:00:00+05:30',
  });
  // Nepal is 5:45 ahead.
  expect(only(at('Asia/Kathmandu', '2027-11-11', '2027-11-11T03:15:00Z', '2027-11-11T04:00:00Z'))?.date).toBe(
    '2027-11-11T09:00:00+05:45',
  );
});

test('in the hour that the clocks show twice, both are told apart', () => {
  const day = '2027-10-31';
  const first = only(at('Europe/Berlin', day, '2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z'));
  const second = only(at('Europe/Berlin', day, '2027-10-31T01:30:00Z', '2027-10-31T02:00:00Z'));
  expect(first).toMatchObject({ start: '02:30', date: '2027-10-31T02:30:00+02:00', end: '2027-10-31T02:30:00+01:00' });
  expect(first?.duration).toBe('01:00');
  expect(second).toMatchObject({ start: '02:30', date: '2027-10-31T02:30:00+01:00', duration: '00:30' });
});

test('over the hour that the clocks skip, the length is the real one', () => {
  const found = only(at('Europe/Berlin', '2027-03-28', '2027-03-28T00:30:00Z', '2027-03-28T01:30:00Z'));
  expect(found).toMatchObject({ start: '01:30', end: '2027-03-28T03:30:00+02:00', duration: '01:00' });
});

test.each([
  ['Europe/Berlin', '2027-03-28', '2027-03-28T00:00:00+01:00', '2027-03-29T00:00:00+02:00'],
  ['Europe/Berlin', '2027-10-31', '2027-10-31T00:00:00+02:00', '2027-11-01T00:00:00+01:00'],
  // There the clocks skipped midnight: the day began at one.
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T01:00:00-02:00', '2018-11-05T00:00:00-02:00'],
  ['America/Sao_Paulo', '2018-02-17', '2018-02-17T00:00:00-02:00', '2018-02-18T00:00:00-03:00'],
  ['Asia/Tehran', '2021-03-22', '2021-03-22T01:00:00+04:30', '2021-03-23T00:00:00+04:30'],
  ['Asia/Tokyo', '2027-11-11', '2027-11-11T00:00:00+09:00', '2027-11-12T00:00:00+09:00'],
])('in %s the day %s goes from %s until %s', (timeZone, day, start, end) => {
  const { days } = of([], { timeZone, startsOn: day, endsOn: day });
  expect(days.find(({ date }) => date === day)).toMatchObject({ start, end });
});

test('a session over midnight is on the day it begins, and that day reaches as far as it does', () => {
  const found = of([released({ at: '23:30', minutes: 90 }), released({ at: '0:00', day: '2027-11-12' })]);
  const [eleventh, twelfth] = found.days.filter(({ rooms }) => rooms.length > 0);
  expect(eleventh).toMatchObject({ date: '2027-11-11', end: '2027-11-12T01:00:00+03:00' });
  expect(eleventh?.rooms[0]?.sessions[0]).toMatchObject({ start: '23:30', duration: '01:30' });
  // Midnight belongs to the day that begins with it.
  expect(twelfth).toMatchObject({ date: '2027-11-12', start: '2027-11-12T00:00:00+03:00' });
});

test('sessions that touch stay as they are', () => {
  const found = all(of([released({ at: '9:00' }), released({ at: '10:00' })]));
  expect(found[0]?.end).toBe(found[1]?.date);
});

test('what lies outside the event’s days is not lost, and days are counted from one', () => {
  const found = of([released({ day: '2027-11-05' }), released({ day: '2027-11-25' }), released()]);
  expect(all(found)).toHaveLength(3);
  expect(found.days.map(({ index }) => index)).toEqual(found.days.map((_, index) => index + 1));
  expect([found.start, found.end]).toEqual(['2027-11-05', '2027-11-25']);
});

test('rooms of one name are told apart', () => {
  const name = { ja: '会議室', en: 'Room' };
  const sessions = [0, 1, 2, 3].map((room) => released({ room }));
  const [a, b, c, d] = sessions.map((one, index) => ({
    ...one,
    room: {
      ...one.room,
      name: index < 3 ? name : { ja: '会議室 (B2-14)', en: '' },
      area: index === 2 ? '' : one.room.area,
    },
  })) as [PublicSession, PublicSession, PublicSession, PublicSession];
  const found = of([a, b, c, d]);
  const names = found.rooms.map((room) => room.name);
  expect(new Set(names).size).toBe(4);
  expect(names.slice(1)).toEqual(['会議室 (B2-15)', '会議室 (dialogue)', '会議室 (B2-14) (C1-03)']);
  expect(all(found).map(({ room }) => room)).toEqual(names);
});

test('a cancelled session says so in its title', () => {
  expect(only(released({ ja: '熱の話', state: 'cancelled' }))?.title).toBe('【中止】熱の話');
});

test('only themes and rooms with something on are named', () => {
  const found = of([released({ theme: 'energy' })]);
  expect(found.tracks.map(({ slug }) => slug)).toEqual(['energy']);
  expect(found.rooms.map(({ slug }) => slug)).toEqual(['main']);
});
