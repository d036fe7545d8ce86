import { expect, test } from 'vitest';
import { csvCell, csvOf } from '#shared/csv.ts';

/** The cells of a file as a spreadsheet reads them. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let rest = text.replace(/^\ufeff/, '');
  while (rest) {
    const row: string[] = [];
    for (;;) {
      const [whole = '', inner = '', after = ''] = /^"((?:[^"]|"")*)"(,|\r\n)/.exec(rest) ?? [];
      if (!whole) throw new Error(`not a cell: ${rest.slice(0, 20)}`);
      row.push(inner.replaceAll('""', '"'));
      rest = rest.slice(whole.length);
      if (after !== ',') break;
    }
    rows.push(row);
  }
  return rows;
}

const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '−', ' =', '　+', '\t=', '\u00a0@'];
const formulas = [
  '1+1',
  'cmd|calc!A0',
  'HYPERLINK("http://a.example","x")',
  'SUM(A1:A9)',
  '"',
  ',',
  '2,3"\r\n=4',
  '',
  'A1',
  '市長',
  "'",
  '=',
  '\n+',
];
const corpus = starts.flatMap((start) => formulas.map((formula) => start + formula));

test('no cell begins like a formula, and nothing of the text is lost', () => {
  expect(corpus.length).toBeGreaterThan(200);
  const [head, ...rows] = readCsv(
    csvOf(
      ['a', 'b'],
      corpus.map((text) => [text, 'after']),
    ),
  );
  expect(head).toEqual(['a', 'b']);
  expect(rows.map(([cell]) => cell?.slice(0, 1)).filter((first) => first !== "'")).toEqual([]);
  expect(rows.map(([cell]) => cell?.slice(1))).toEqual(corpus);
  expect(rows.every(([, after]) => after === 'after')).toBe(true);
});

test('plain cells stay as they are, and nothing is an empty cell', () => {
  expect([csvCell('富山市'), csvCell(12), csvCell(null), csvCell('a "b"'), csvCell('1-2')]).toEqual([
    '"富山市"',
    '"12"',
    '""',
    '"a ""b"""',
    '"1-2"',
  ]);
  expect(csvOf(['列'], [])).toBe('\ufeff"列"\r\n');
});
