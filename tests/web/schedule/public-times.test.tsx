import { expect, test } from 'vitest';
import type { PublicEvent } from '#shared/schedule/public-days.ts';
import type { PublicProgramme } from '#shared/schedule/public-view.ts';
import { dayView, event } from '#tests/support/builders/programme.ts';
import { ROOMS, released } from '#tests/support/builders/released.ts';
import { publicRenderer } from '#web/schedule/public/render.tsx';

type Sessions = PublicProgramme['sessions'];
const draw = (sessions: Sessions, query: string, now: string, of: PublicEvent = event) =>
  publicRenderer.day(dayView(sessions, query, now, of)).html;
const words = (html: string) =>
  html
    .replace(/<(style|script)[^>]*>.*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

/** Berlin sets its clocks back at three on 31 October 2027. */
const berlin: PublicEvent = { ...event, startsOn: '2027-10-29', endsOn: '2027-11-02', timeZone: 'Europe/Berlin' };
const inBerlin = (startsAt: string, endsAt: string) => ({
  ...released({ day: '2027-10-31' }),
  room: { ...(ROOMS[0] as (typeof ROOMS)[number]), timeZone: 'Europe/Berlin' },
  startsAt,
  endsAt,
});
const early = inBerlin('2027-10-30T22:30:00.000Z', '2027-10-30T23:30:00.000Z');
const late = inBerlin('2027-10-31T09:00:00.000Z', '2027-10-31T10:00:00.000Z');

test('on the day the clocks change, both sides of the change say their right times', () => {
  const html = draw([early, late], 'day=2027-10-31', '2027-09-24T01:00:00Z', berlin);
  const text = words(html);
  expect(text).toContain('会場 0:30–1:30 日本 7:30–8:30');
  expect(text).toContain('会場 10:00–11:00 日本 18:00–19:00');
  // The scale: half past midnight is seven hours behind Japan, ten o'clock eight.
  expect(html).toMatch(/data-m="30" aria-hidden="true"><b>0:30<\/b> 7:30/);
  expect(html).toMatch(/data-m="600" aria-hidden="true"><b>10:00<\/b> 18:00/);
});

test('a session over midnight stands on the day it begins, with its end on the next', () => {
  const night = released({ at: '23:30', minutes: 60, ja: '夜の話' });
  const text = words(draw([night], 'day=2027-11-11', '2027-09-24T01:00:00Z'));
  expect(text).toContain('会場 23:30–翌0:30 日本 翌5:30–6:30');
  expect(words(draw([night], 'day=2027-11-12', '2027-09-24T01:00:00Z'))).not.toContain('夜の話');
});

test('of two that touch, only one is on at the minute between them, and both are full wide', () => {
  const [one, two] = [released({ at: '14:00', ja: '前の話' }), released({ at: '15:00', ja: '後の話' })];
  const html = draw([one, two], '', '2027-11-11T12:00:00Z');
  expect(html.match(/class="card t-adaptation live"/g)).toHaveLength(2);
  expect(html).toMatch(/#c0\{grid-area:2\/2\/\d+\/3\}#c1\{grid-area:\d+\/2\/\d+\/3\}/);
});

test('what lies outside of the event’s days is shown, and on its own day as today', () => {
  const before = released({ at: '14:00', day: '2027-11-06', ja: '前々日の準備会' });
  const html = draw([before], '', '2027-11-06T11:20:00Z');
  expect(html).toContain('href="/schedule/cop32?day=2027-11-06" aria-current="page"');
  expect(words(html)).toContain('開催中 会場 14:00–15:00 日本 20:00–21:00 あと40分');
});

test('rooms of the same name are told apart wherever they are named', () => {
  const first = released({ at: '14:00' });
  const twin = {
    ...released({ at: '14:00' }),
    room: { ...first.room, id: 'another' as never, slug: 'main-2', area: 'C3-01' },
  };
  const html = draw([first, twin], 'day=2027-11-11', '2027-09-24T01:00:00Z');
  expect(html.match(/メインステージ B2-14/g)?.length).toBeGreaterThanOrEqual(1);
  expect(html.match(/メインステージ C3-01/g)?.length).toBeGreaterThanOrEqual(1);
  expect(html.match(/class="room-head"/g)).toHaveLength(2);
});

test('the next session of each room says so, and in how many minutes it begins', () => {
  const soon = released({ at: '15:15', ja: '次の話' });
  const after = released({ at: '16:30', ja: 'その次の話' });
  const text = words(draw([soon, after], '', '2027-11-11T11:20:00Z'));
  expect(text.match(/あと55分で開始/g)).toHaveLength(1);
  expect(text).toMatch(/次 会場 15:15–16:15/);
});
