import { expect, test } from 'vitest';
import type { OutsideRead } from '#shared/schedule/outside-item.ts';
import { type KnownItem, matchOutside } from '#shared/schedule/outside-match.ts';

const item = (uid: string, change: Partial<OutsideRead> = {}): OutsideRead => ({
  ...{ uid, title: { ja: '会', en: '' }, startsAt: '2027-11-11T06:00:00.000Z', endsAt: '2027-11-11T07:00:00.000Z' },
  ...{ place: '', url: '', organiser: '' },
  ...change,
});
const known = (uid: string, change: Partial<KnownItem> = {}): KnownItem => ({
  ...{ ...item(uid), id: `id-${uid}`, edited: false, version: 1 },
  ...change,
});
const statuses = (items: OutsideRead[], before: KnownItem[]) =>
  matchOutside(items, before).matched.map(({ status, fields }) => [status, ...fields]);

test('new, the same, changed in which fields, and gone', () => {
  const moved = item('b', { startsAt: '2027-11-11T06:30:00Z', place: 'A' });
  expect(statuses([item('a'), moved, item('c')], [known('b'), known('c'), known('d')])).toEqual([
    ['new'],
    ['changed', 'time', 'place'],
    ['same'],
  ]);
  expect(matchOutside([item('a')], [known('d')]).gone.map(({ id }) => id)).toEqual(['id-d']);
});

test('what somebody here has changed stays, unless it says the same', () => {
  expect(statuses([item('a', { place: 'B' })], [known('a', { edited: true })])).toEqual([['kept', 'place']]);
  expect(statuses([item('a')], [known('a', { edited: true })])).toEqual([['same']]);
});

test('an instant is the same however it is written', () => {
  expect(statuses([item('a', { startsAt: '2027-11-11T09:00:00+03:00' })], [known('a')])).toEqual([['same']]);
});
