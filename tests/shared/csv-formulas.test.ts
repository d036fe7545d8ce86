import { expect, test } from 'vitest';
import { csvOf } from '#shared/csv.ts';
import { FORMULAS, MAIL, XSS } from '#tests/support/corpora.ts';

/** What a spreadsheet takes for the beginning of a formula, in the cell or after the blanks before it. */
const TRIGGER = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/u;

/** The cells of a text as RFC 4180 reads them: everything is quoted. */
function cellsOf(text: string): string[][] {
  const rows = text.replace(/^\ufeff/, '').match(/(?:"(?:[^"]|"")*",?)+\r\n/g) ?? [];
  return rows.map((row) => [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"')));
}

const texts = [...FORMULAS, ...MAIL, ...XSS];

test('no text of a cell is worked out by a spreadsheet, and none leaves its cell', () => {
  expect(texts.length).toBeGreaterThanOrEqual(200);
  const read = cellsOf(
    csvOf(
      ['text', 'again'],
      texts.map((text) => [text, text]),
    ),
  );
  expect(read).toHaveLength(texts.length + 1);
  expect(read.flat().filter((cell) => TRIGGER.test(cell))).toEqual([]);
  // What is taken in again is what was given out, but for the apostrophe that keeps it a text.
  expect(read.slice(1).map(([cell]) => cell?.replace(/^'(?=[\t\r\n]|\s*[=+\-@＝＋－＠﹢﹣﹦﹫−﬩])/u, ''))).toEqual(
    texts,
  );
});

test('without that care many would be', () => {
  expect(texts.filter((text) => TRIGGER.test(text)).length).toBeGreaterThan(40);
});
