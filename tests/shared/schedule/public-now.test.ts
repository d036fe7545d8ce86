import { expect, test } from 'vitest';
import { marksBetween } from '#shared/schedule/public-marks.ts';
import { publicNowView } from '#shared/schedule/public-now.ts';
import type { PublicProgramme } from '#shared/schedule/public-view.ts';
import { event, programme, site } from '#tests/support/builders/programme.ts';
import { ROOMS, released } from '#tests/support/builders/released.ts';

type Sessions = PublicProgramme['sessions'];
const at = (time: string, day = '2027-11-11') => new Date(`${day}T${time}:00+03:00`);
const view = (sessions: Sessions, now: Date, room: string | null = null, more: Partial<PublicProgramme> = {}) => {
  const sorted = [...sessions].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return publicNowView({ ...programme(sorted), ...more }, { lang: 'ja', path: 'now', room }, now, site);
};
const main = (sessions: Sessions, now: Date) => view(sessions, now).rooms[0];

const first = released({ at: '14:00' });
const second = released({ at: '15:00' });
const evening = released({ at: '23:30', minutes: 60 });

test('of two that touch, one is on and the other next; at the very minute the other is on', () => {
  expect(main([first, second], at('14:59'))).toMatchObject({
    live: { session: { id: first.id }, minutesLeft: 1 },
    next: { session: { id: second.id } },
  });
  expect(main([first, second], at('15:00'))?.live?.session.id).toBe(second.id);
});

test('a session over midnight is on until it ends', () => {
  expect(main([evening], at('00:10', '2027-11-12'))?.live).toMatchObject({ minutesLeft: 20, to: 1470 });
  expect(main([evening], at('00:30', '2027-11-12'))?.live).toBeNull();
});

test('what comes on another day names the day', () => {
  const tomorrow = released({ at: '9:00', day: '2027-11-12' });
  expect(main([first, tomorrow], at('20:00'))).toMatchObject({ live: null, nextDay: '11月12日（金）' });
  expect(main([first, tomorrow], at('20:00', '2027-09-24'))).toMatchObject({ nextDay: '11月11日（木）' });
  expect(main([first], at('20:00'))).toMatchObject({ live: null, next: null, nextDay: '' });
});

test('a cancelled session is neither on nor next, and is told at the door', () => {
  const off = { ...first, state: 'cancelled' as const };
  expect(main([off, second], at('14:10'))).toMatchObject({
    live: null,
    next: { session: { id: second.id } },
    changed: [{ session: { id: first.id } }],
  });
});

test('a session that moved away is told where it was expected', () => {
  const away = { ...first, room: ROOMS[2] as (typeof ROOMS)[number] };
  const marks = marksBetween([first], [away]);
  const [here, there] = view([second, away], at('13:00'), null, { marks }).rooms;
  expect(here?.changed.map(({ session }) => session.id)).toEqual([first.id]);
  expect(there).toMatchObject({ next: { session: { id: first.id } }, changed: [] });
});

test('one room alone, and rooms of the same name told apart by their area', () => {
  const twin = released({ at: '14:00' });
  const sameName = { ...twin, room: { ...twin.room, id: 'other' as never, slug: 'main-2', area: 'C3-01' } };
  expect(view([first, sameName], at('13:00')).rooms.map(({ where }) => where)).toEqual(['B2-14', 'C3-01']);
  const one = view([first, sameName], at('13:00'), 'main-2');
  expect([one.rooms.length, one.all.length]).toEqual([1, 2]);
  expect(one.clock).toEqual({ venue: '13:00', japan: '19:00' });
  expect(one.event).toBe(event);
});
