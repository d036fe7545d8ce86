import { expect, test } from 'vitest';
import { CODE_LETTERS, inGroups, tidyCode } from '#shared/code.ts';

test('a code is the same however it is typed', () => {
  for (const typed of [
    'ABCDE-FGH23',
    'abcde fgh23',
    ' ABCDE FGH23 ',
    'ＡＢＣＤＥ－ＦＧＨ２３',
    'ABCDE‐FGH23',
    'ABCDEーFGH23',
  ]) {
    expect([typed, tidyCode(typed)]).toEqual([typed, 'ABCDEFGH23']);
  }
  expect(tidyCode('１２３　４５６')).toBe('123456');
});

test('31 letters, none like another, in two groups', () => {
  expect(new Set(CODE_LETTERS).size).toBe(31);
  expect(CODE_LETTERS).not.toMatch(/[01ILO]/);
  expect(inGroups('ABCDEFGH23')).toBe('ABCDE-FGH23');
});
