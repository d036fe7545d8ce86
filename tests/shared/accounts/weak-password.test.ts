import { expect, test } from 'vitest';
import { isWeak, wordsAround } from '#shared/accounts/weak-password.ts';

const around = wordsAround({
  email: 'hanako.yamada@city.toyama.example',
  name: '山田 花子',
  memberNames: ['富山市', 'Toyama City'],
});

test('what everybody tries first is weak', () => {
  for (const password of [
    ...['passwordpassword', 'Password123456', 'P@ssw0rd!2027', 'qwertyuiop123', '123456789012', 'iloveyou1234'],
    ...['1qaz2wsx3edc', 'Correct Horse Battery Staple', 'abcabcabcabc', 'xkqxkqxkqxkq', '112233445566', 'zaq1zaq1zaq1'],
    ...['administrator', 'Administrator1', 'welcome-2027!', 'SunshineSummer1', 'cop-desk-demo', 'ICLEI-COP32-2027'],
  ]) {
    expect([password, isWeak(password, around)]).toEqual([password, true]);
  }
});

test('what anybody knows of the person and the municipality is weak', () => {
  for (const password of [
    'Toyama-Toyama-2027',
    'hanako.yamada1985',
    'yamada_hanako!!',
    '富山市富山市富山市12',
    '山田花子山田花子2027',
  ]) {
    expect([password, isWeak(password, around)]).toEqual([password, true]);
  }
  expect(isWeak('shimokawa kujira', around)).toBe(false);
});

test('a sentence, a generated password and chosen words are not', () => {
  for (const password of [
    ...['a long enough password', 'another long password', 'kujira to aruku yoru', '雪の朝に橋を渡る犬が三匹いた'],
    ...['xK4#vq9Lm2!w', 'vermilion otter quilt', '839274659102', 'tsk-ywb-pqr-mdz'],
  ]) {
    expect([password, isWeak(password, around)]).toEqual([password, false]);
  }
});

test('judging the longest one is quick', () => {
  const began = performance.now();
  isWeak(`${'ab'.repeat(60)}x`, around);
  isWeak('a'.repeat(128), around);
  expect(performance.now() - began).toBeLessThan(200);
});
