import { expect, test } from 'vitest';
import { files, read } from './source.ts';

/** Files that hold words: everything people read is in one of them, in both languages. */
const HOLDS_WORDS =
  /texts\.ts$|words\.ts$|mails\.ts$|^shared\/(shapes|permission|time|text)\.ts$|^shared\/notifications\/mail\.ts$|^db\/errors\.ts$|^server\/(config|main)\.ts$|^shared\/[a-z]+\/(contract|policy|[a-z-]*name[a-z-]*|titles?)\.ts$|^shared\/requests\/(kinds\/|search|policy)|^db\/seed\/|^server\/commands\/|^tests\//;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** The lines of code (not comments) that hold Japanese. */
function japaneseLines(source: string): string[] {
  return source
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => line.replace(/(^|\s)\/\/.*$/, ''))
    .filter((line) => JAPANESE.test(line));
}

test('the check can fail', () => {
  expect(japaneseLines("const a = '送る'; // 送る\n/** 送る */\nconst b = 1;")).toEqual(["const a = '送る';"]);
});

test('no words for people outside the files that hold words', () => {
  const slips = files
    .filter((file) => !HOLDS_WORDS.test(file))
    .flatMap((file) => japaneseLines(read(file)).map((line) => `${file}: ${line.trim()}`));
  expect(slips).toEqual([]);
});
