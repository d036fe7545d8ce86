import { describe, expect, test } from 'vitest';
import type { DelegateId } from '#shared/ids.ts';
import { REQUEST_KINDS, referenceOf } from '#shared/requests/kind-names.ts';
import { wordCount } from '#shared/requests/kinds/speaking.ts';
import { kindOf, parseDetails } from '#shared/requests/kinds.ts';

const person = '019a0000-0000-7000-8000-000000000001' as DelegateId;
const details = (kind: (typeof REQUEST_KINDS)[number], answers: object) => {
  const parsed = parseDetails(kind, answers);
  if (!parsed.success) throw parsed.error;
  return parsed.data;
};
const pointers = (kind: (typeof REQUEST_KINDS)[number], answers: object) =>
  kindOf(kind)
    .issues(details(kind, answers))
    .map(({ pointer }) => pointer);

test.each(REQUEST_KINDS)('nothing answered yet is kept and lacks something on pages that exist: %s', (kind) => {
  const empty = details(kind, {});
  const issues = kindOf(kind).issues(empty);
  expect(issues.length).toBeGreaterThan(2);
  expect(issues.filter(({ step }) => !kindOf(kind).steps.includes(step))).toEqual([]);
  expect(kindOf(kind).title(empty)).toEqual({ ja: '', en: '' });
  expect([kindOf(kind).delegateIds(empty), kindOf(kind).asksForHead(empty)]).toEqual([[], false]);
  expect(
    kindOf(kind)
      .searchable(empty)
      .every((text) => text === ''),
  ).toBe(true);
});

describe('passes', () => {
  const days = { from: '2027-11-08', to: '2027-11-12' };
  const whole = { zone: 'blue', people: [{ delegateId: person, ...days }], purpose: '視察' };
  test('are whole', () => {
    expect(pointers('pass', whole)).toEqual([]);
    expect(kindOf('pass').title(details('pass', whole))).toEqual({ ja: 'ブルーゾーン 1名', en: 'Blue Zone, 1 person' });
    expect(kindOf('pass').delegateIds(details('pass', whole))).toEqual([person]);
  });
  test('lack days, or have them the wrong way round, or a party larger than its people', () => {
    const turned = { delegateId: person, from: '2027-11-12', to: '2027-11-08' };
    expect(pointers('pass', { ...whole, people: [{ delegateId: person }] })).toEqual(['/people/0/from']);
    expect(pointers('pass', { ...whole, people: [turned] })).toEqual(['/people/0/to']);
    expect(pointers('pass', { ...whole, minimumParty: 2 })).toEqual(['/minimumParty']);
    expect(pointers('pass', { ...whole, people: [{ delegateId: person, ...days, reserve: true }] })).toEqual([
      '/people',
    ]);
  });
});

describe('bilateral meetings', () => {
  const whole = {
    counterpartKind: 'city',
    counterpartName: '架空の都市',
    counterpartCountry: 'ドイツ',
    purpose: '連携',
    people: [person, person],
    ourLevel: 'head',
    windows: [{ day: '2027-11-11', from: '09:00', to: '10:00' }],
  };
  test('are whole, and name each person once', () => {
    expect(pointers('bilateral', whole)).toEqual([]);
    expect(kindOf('bilateral').delegateIds(details('bilateral', whole))).toEqual([person]);
    expect(kindOf('bilateral').asksForHead(details('bilateral', whole))).toBe(true);
    expect(kindOf('bilateral').title(details('bilateral', whole)).ja).toBe('架空の都市との会談');
  });
  test('need windows that go forward', () => {
    const windows = [{ day: '2027-11-11', from: '10:00', to: '10:00' }];
    expect(pointers('bilateral', { ...whole, windows })).toEqual(['/windows/0/to']);
  });
});

test('an English abstract has at most 150 words', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' \n');
  expect([wordCount(''), wordCount(words(150))]).toEqual([0, 150]);
  expect(pointers('speaking', { abstractEn: words(150) })).not.toContain('/abstractEn');
  expect(pointers('speaking', { abstractEn: words(151) })).toContain('/abstractEn');
});

test('a reference has the event, the kind and at least four digits', () => {
  expect(referenceOf('COP32', 'speaking', 214)).toBe('COP32-S-0214');
  expect(referenceOf('COP32', 'pass', 12345)).toBe('COP32-P-12345');
});
