import { expect, test } from 'vitest';
import { checklistOf } from '#web/requests/desk/checklist.ts';

const missing = (kind: Parameters<typeof checklistOf>[0], answers: unknown) =>
  checklistOf(kind, answers)
    .filter((check) => !check.done)
    .map((check) => check.name);
const ID = '018f3a2e-0000-7000-8000-000000000001';

test('an empty request lacks everything', () => {
  expect(missing('pass', {})).toEqual(['people', 'days', 'purpose']);
  expect(missing('speaking', {})).toEqual(['title', 'abstract', 'abstractEn', 'times', 'speakers', 'approval']);
  expect(missing('bilateral', {})).toEqual(['counterpart', 'purpose', 'participants', 'times']);
});

test('a Japanese abstract will do to be sent, but the English one is still to come', () => {
  const answers = {
    titleJa: '歩いて暮らせるまち',
    titleEn: 'Walkable cities',
    abstractJa: '要旨',
    wishes: [{ day: '2027-11-11', part: 'morning' }],
    speakers: [{ delegateId: ID }, {}],
    approval: 'approved',
  };
  expect(missing('speaking', answers)).toEqual(['abstractEn']);
  expect(checklistOf('speaking', answers).find((check) => check.name === 'speakers')?.count).toBe(2);
  expect(missing('speaking', { ...answers, abstractEn: 'word '.repeat(151) })).toEqual(['abstractEn']);
});

test('days of one person that do not fit are days to look at, not people', () => {
  const people = [{ delegateId: ID, from: '2027-11-12', to: '2027-11-10' }];
  expect(missing('pass', { people, zone: 'blue', purpose: '視察' })).toEqual(['days']);
});

test('answers that cannot be read make no list', () => {
  expect(checklistOf('pass', { people: 'all' })).toEqual([]);
});
