import { expect, test } from 'vitest';
import type { Commitment } from '#shared/clashes/commitment.ts';
import { inTwoPlaces, withoutPass } from '#shared/clashes/findings.ts';

const busy = (id: string, from: string, to: string, ...holds: string[]): Commitment => ({
  id,
  kind: 'meeting',
  label: { ja: id, en: id },
  startsAt: new Date(`2027-11-${from}:00Z`),
  endsAt: new Date(`2027-11-${to}:00Z`),
  holds,
});
const spot = { zone: 'blue', timeZone: 'Africa/Addis_Ababa' };

test('a finding’s key does not depend on which of the two begins first', () => {
  const early = busy('b', '11T09:00', '11T10:00', 'delegate:x');
  const late = busy('a', '11T09:30', '11T11:00', 'delegate:x', 'room:1');
  expect(inTwoPlaces([early, late]).map((one) => [one.key, one.about.map(({ id }) => id)])).toEqual([
    ['two_places:x:a:b', ['b', 'a']],
  ]);
  expect(inTwoPlaces([{ ...late, startsAt: new Date('2027-11-11T08:00:00Z') }, early])[0]?.key).toBe(
    'two_places:x:a:b',
  );
});

test('two meetings in one room alone are no person in two places', () => {
  expect(
    inTwoPlaces([busy('a', '11T09:00', '11T10:00', 'room:1'), busy('b', '11T09:00', '11T10:00', 'room:1')]),
  ).toEqual([]);
});

test('a pass is looked for on the venue’s day, not on Greenwich’s', () => {
  const late = busy('a', '11T21:30', '11T22:00', 'delegate:x');
  const cover = (day: string) => [{ delegateId: 'x', from: day, to: day }];
  const find = (day: string) => withoutPass([late], new Map([['a', spot]]), cover(day)).map((one) => one.key);
  expect(find('2027-11-12')).toEqual([]);
  expect(find('2027-11-11')).toEqual(['no_pass:x:2027-11-12']);
});

test('outside the Blue Zone, and where no room of ours is, no pass is needed', () => {
  const meeting = busy('a', '11T09:00', '11T10:00', 'delegate:x');
  expect(withoutPass([meeting], new Map(), [])).toEqual([]);
  expect(withoutPass([meeting], new Map([['a', { ...spot, zone: 'green' }]]), [])).toEqual([]);
});
