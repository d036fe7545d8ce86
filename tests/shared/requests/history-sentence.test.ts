import { expect, test } from 'vitest';
import { actionWords, didWords, historySentence, stateChange } from '#shared/requests/history-sentence.ts';
import { REQUEST_ACTIONS } from '#shared/requests/lifecycle.ts';

test('every step of the lifecycle has its words in both languages', () => {
  for (const action of REQUEST_ACTIONS) {
    expect(didWords({ subject: 'request', action }, 'ja'), action).not.toContain('（');
    expect(didWords({ subject: 'request', action }, 'en'), action).not.toContain('(');
  }
});

test('a sentence names who did what', () => {
  const entry = { actor: '森 千尋', subject: 'room', action: 'remove' };
  expect(historySentence(entry, 'ja')).toBe('森 千尋が部屋を外しました');
  const principal = { ja: '富山市', en: 'Toyama City' };
  expect(historySentence({ ...entry, principal }, 'ja')).toBe('森 千尋（富山市の代理）が部屋を外しました');
  expect(historySentence({ ...entry, principal }, 'en')).toBe('森 千尋 (for Toyama City) removed a room');
  expect(historySentence({ ...entry, actor: '' }, 'en')).toBe('The system removed a room');
});

test('the same verb means another thing for a pass', () => {
  expect(didWords({ subject: 'pass', action: 'release' }, 'ja')).toBe('パスを枠に戻しました');
  expect(didWords({ subject: 'release', action: 'release' }, 'ja')).toBe('公開版を公開しました');
});

test('an action without words keeps its name', () => {
  expect(didWords({ subject: 'pass', action: 'fold' }, 'en')).toBe('changed a pass (fold)');
});

test('only a change of state is shown as one', () => {
  const of = (fromState: string | null, toState: string | null, subject = 'request') =>
    stateChange({ subject, fromState, toState }, 'ja');
  expect(of('submitted', 'in_triage')).toBe('受付済 → 確認中');
  expect(of('approved', 'approved')).toBe('');
  expect(of(null, 'draft')).toBe('');
  expect(of('held', 'confirmed', 'pass')).toBe('');
});

test('every action that can be chosen has its words, once', () => {
  for (const lang of ['ja', 'en'] as const) {
    const words = actionWords(lang);
    expect(words.every(({ value, label }) => value && label)).toBe(true);
    expect(new Set(words.map(({ value }) => value)).size).toBe(words.length);
  }
});
