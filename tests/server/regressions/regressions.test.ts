import fs from 'node:fs';
import { expect, test } from 'vitest';
import { files } from '../../architecture/source.ts';

const list = fs.readFileSync('tests/server/regressions/README.md', 'utf8');
const [withTest = '', without = ''] = list.split('## Without a counterpart here');
const numbers = (text: string) => [...text.matchAll(/^\| (R-\d\d) /gm)].map(([, number]) => number ?? '');

/** The number a test's name begins with, or the numbers when it is about several. */
function namedIn(source: string): string[] {
  const names = [...source.matchAll(/\btest(?:\.\w+(?:\([^)]*\))?)?\(\s*(['"`])((?:R-\d\d )+)/g)];
  return names.flatMap(([, , said = '']) => said.trim().split(' '));
}

test('the check can fail', () => {
  expect(
    namedIn("test('R-01 a', () => {}); test('R-02 R-03 b', f); test.each(all)('R-05 c', f); test('about R-04', f)"),
  ).toEqual(['R-01', 'R-02', 'R-03', 'R-05']);
});

test('every failure of others that could be ours has a test, and the others say why not', () => {
  const all = Array.from({ length: 34 }, (_, at) => `R-${String(at + 1).padStart(2, '0')}`);
  expect([...numbers(withTest), ...numbers(without)].sort()).toEqual(all);
  const named = new Set(
    files
      .filter((file) => file.endsWith('.test.ts') && !file.endsWith('/regressions.test.ts'))
      .flatMap((file) => namedIn(fs.readFileSync(file, 'utf8'))),
  );
  expect(numbers(withTest).filter((number) => !named.has(number))).toEqual([]);
});
