import { expect, test } from 'vitest';
import { scheduleJson } from '#server/schedule/schedule-json.ts';
import type { PublicProgramme } from '#shared/schedule/public-view.ts';
import { hardProgrammes } from '#tests/support/builders/hard-programme.ts';
import { programme } from '#tests/support/builders/programme.ts';
import { released } from '#tests/support/builders/released.ts';

type Item = Record<string, unknown> & { guid: string; url: string; duration: string; date: string; slug: string };
type Read = {
  schedule: {
    conference: Record<string, unknown> & {
      acronym: string;
      days: { index: number; date: string; day_start: string; day_end: string; rooms: Record<string, Item[]> }[];
    };
  };
};
const read = (found: PublicProgramme) =>
  (JSON.parse(scheduleJson(found, 'ja', 'https://desk.example')) as Read).schedule.conference;
const itemsOf = ({ days }: Read['schedule']['conference']) => days.flatMap(({ rooms }) => Object.values(rooms).flat());

const REQUIRED = `abstract date duration guid id language links persons room slug start subtitle title track type url`;

test.each(Object.entries(hardProgrammes()))('%s: every session has what the format asks for', (_, found) => {
  const whole = read(found);
  const items = itemsOf(whole);
  expect(items).toHaveLength(found.sessions.length);
  for (const item of items) {
    expect(REQUIRED.split(' ').filter((name) => !(name in item))).toEqual([]);
    expect(item.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d$/);
    expect(item.duration).toMatch(/^\d\d:\d\d$/);
    expect(item.url).toMatch(/^https?:\/\//);
    expect(item.slug).toMatch(/^[a-z0-9_-]+[a-z0-9]$/);
  }
  expect(whole).toMatchObject({ daysCount: whole.days.length, start: whole.days[0]?.date });
  // The published schema does not look at these two, because of a slip in it; so we do.
  for (const name of ['start', 'end']) expect(whole[name]).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(String(whole.time_zone_name ?? 'UTC')).toMatch(/^([A-Z][a-z]+\/[A-Z][a-z]+)|UTC$/);
});

test('a room may bear a name that objects have already', () => {
  const one = released();
  const named = { ...one, room: { ...one.room, name: { ja: '__proto__', en: '' } } };
  const text = scheduleJson(programme([named]), 'ja', 'https://desk.example');
  expect(text).toContain('"rooms":{"__proto__":[{');
});

test('a session over midnight lies inside its day', () => {
  const [day] = read(programme([released({ at: '23:30', minutes: 90 })])).days.filter(
    ({ rooms }) => Object.keys(rooms).length > 0,
  );
  expect(day).toMatchObject({ date: '2027-11-11', day_end: '2027-11-12T01:00:00+03:00' });
});
