import { expect, test } from 'vitest';
import { dueWords, shortReference, stateWords, titleWords, turnName } from '#web/requests/desk/row-words.ts';

const member = { id: '0' as never, name: { ja: '富山市', en: 'Toyama' } };
const now = new Date('2027-09-24T03:00:00Z');

test('the turn is named: the municipality itself, us, or the other side', () => {
  expect(turnName({ member, turn: 'member' }, 'ja')).toBe('富山市');
  expect(turnName({ member, turn: 'member' }, 'en')).toBe('Toyama');
  expect(turnName({ member, turn: 'desk' }, 'ja')).toBe('イクレイ');
  expect(turnName({ member, turn: 'counterpart' }, 'en')).toBe('Counterpart');
  expect(turnName({ member, turn: 'none' }, 'ja')).toBe('–');
});

test('a number is shown without its event', () => {
  expect(shortReference('COP32-S-0214')).toBe('0214');
  expect(shortReference('COP32-B-12345')).toBe('12345');
  expect(shortReference(null)).toBe('');
});

test('what is not entered yet says so', () => {
  expect(titleWords({ kind: 'speaking', title: { ja: '', en: '' } }, 'en')).toBe('(no title yet)');
  expect(titleWords({ kind: 'speaking', title: { ja: '', en: 'Streets' } }, 'ja')).toBe('Streets');
});

test('a request that waits for the municipality is shown as needing action', () => {
  expect(stateWords({ member, state: 'approved', turn: 'member' }, 'ja')).toEqual({ state: 'action', label: '要対応' });
  expect(stateWords({ member, state: 'approved', turn: 'desk' }, 'ja').label).toBe('調整中');
});

test('due dates say by risk how loud they are, with the weekday and the usual days behind', () => {
  const of = (dueAt: string, riskAt: string) =>
    dueWords({ kind: 'speaking', state: 'in_triage', dueAt, riskAt }, now, 'ja');
  expect(of('2027-09-22T08:00:00Z', '2027-09-19T08:00:00Z')).toEqual({
    tone: 'late',
    left: '2日超過',
    hint: '9月22日（水）17:00　2日超過　標準の所要日数 3日',
  });
  expect(of('2027-09-26T08:00:00Z', '2027-09-23T08:00:00Z')?.tone).toBe('soon');
  expect(of('2027-10-20T08:00:00Z', '2027-10-17T08:00:00Z')?.tone).toBe('calm');
  expect(dueWords({ kind: 'pass', state: 'draft', dueAt: null, riskAt: null }, now, 'ja')).toBeNull();
});
