import { expect, test } from 'vitest';
import { marksBetween, shownMark } from '#shared/schedule/public-marks.ts';
import { ROOMS, released } from '#tests/support/builders/released.ts';

const rain = released({ at: '14:00' });
const moved = { ...released({ at: '15:30' }), id: rain.id };

test('a session that moved says where and when it was, in both clocks', () => {
  const marks = marksBetween([rain], [moved]);
  expect(shownMark(marks.get(moved.id), moved, 'ja')).toEqual({
    startsAt: rain.startsAt,
    venue: '14:00–15:00',
    japan: '20:00–21:00',
    day: '',
    room: null,
  });
});

test('another room alone says only the room, another day says the day too', () => {
  const elsewhere = { ...rain, room: ROOMS[2] as (typeof ROOMS)[number] };
  const room = shownMark(marksBetween([rain], [elsewhere]).get(rain.id), elsewhere, 'en');
  expect(room).toMatchObject({ venue: '', day: '', room: { slug: 'main' } });
  const later = { ...released({ at: '14:00', day: '2027-11-12' }), id: rain.id };
  expect(shownMark(marksBetween([rain], [later]).get(rain.id), later, 'en')).toMatchObject({
    day: '11 Nov',
    venue: '14:00–15:00',
  });
});

test('what is new, gone or only rewritten has no mark', () => {
  const marks = marksBetween([rain, released()], [{ ...rain, title: { ja: '別の題', en: '' } }, released()]);
  expect([...marks]).toEqual([]);
  expect(shownMark(undefined, rain, 'ja')).toBeNull();
});
