import { expect, test } from 'vitest';
import type { Paper } from '#shared/schedule/paper-code.ts';
import { paperChanges, paperOf } from '#shared/schedule/public-paper.ts';
import { ROOMS, released } from '#tests/support/builders/released.ts';

const paper: Paper = {
  release: 1,
  day: '2027-11-11',
  lang: 'ja',
  theme: null,
  interp: false,
  member: null,
  words: false,
};
const rain = released({ at: '9:00' });
const heat = released({ at: '10:00', theme: 'energy' });
const other = released({ day: '2027-11-12' });
const kinds = (printed: (typeof rain)[], latest: (typeof rain)[], wish: Partial<Paper> = {}) =>
  paperChanges({ ...paper, ...wish }, printed, latest, 'ja').map(({ kind, before, after }) => [
    kind,
    (before ?? after)?.session.id,
  ]);

test('a paper is right while its own lines are as printed', () => {
  const elsewhere = { ...other, title: { ja: '別', en: '' } };
  const longer = { ...heat, abstract: { ja: '書き直した説明', en: '' }, speakers: [] };
  expect(kinds([rain, heat, other], [rain, longer, elsewhere])).toEqual([]);
});

test('each kind of change is told by its name, in order of time', () => {
  const five = [1, 2, 3, 4, 5].map((hour) => released({ at: `${9 + hour}:00` }));
  const [a, b, c, d, e] = five as [typeof rain, typeof rain, typeof rain, typeof rain, typeof rain];
  const latest = [
    { ...a, state: 'cancelled' as const },
    { ...released({ at: '11:30' }), id: b.id },
    { ...c, title: { ja: '新しい題', en: '' } },
    { ...d, room: ROOMS[1] as (typeof ROOMS)[number] },
    rain,
  ];
  expect(kinds(five, latest)).toEqual([
    ['new', rain.id],
    ['cancelled', a.id],
    ['moved', b.id],
    ['changed', c.id],
    ['moved', d.id],
    ['removed', e.id],
  ]);
});

test('a session that went to another day is a move for the paper it left, and new on the paper of that day', () => {
  const gone = { ...released({ at: '9:00', day: '2027-11-12' }), id: rain.id };
  expect(kinds([rain], [gone])).toEqual([['moved', rain.id]]);
  expect(kinds([rain], [gone], { day: '2027-11-12' })).toEqual([['new', rain.id]]);
});

test('a narrowed paper hears only of what is on it', () => {
  const latest = [{ ...rain, state: 'cancelled' as const }, heat];
  expect(kinds([rain, heat], latest, { theme: 'energy' })).toEqual([]);
  expect(kinds([rain, heat], latest, { theme: 'adaptation' })).toEqual([['cancelled', rain.id]]);
});

test('the member is found by its place among those of the printed release', () => {
  const [host] = rain.hosts;
  expect(paperOf({ ...paper, member: 1 }, [rain]).member).toBe(host?.id);
  expect(paperOf({ ...paper, member: 0 }, [rain]).member).toBeNull();
});
