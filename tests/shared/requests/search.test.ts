import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldForSearch, pairsOf, searchWords } from '#shared/requests/search.ts';

test('people find what they type in whatever form', () => {
  expect(foldForSearch('　ＣＯＰ３２　トヤマ\nｶﾀｶﾅ ')).toBe('cop32 とやま かたかな');
});

test('pairs stay within words, and each is there once', () => {
  expect(pairsOf('まちまち 水')).toEqual(['まち', 'ちま']);
  expect(pairsOf('𠮷野')).toEqual(['𠮷野']);
});

test('words of one character count only when nothing else is there', () => {
  expect(searchWords('富山 水')).toEqual(['富山']);
  expect(searchWords('水 ')).toEqual(['水']);
  expect(searchWords('  ')).toEqual([]);
});

test('what occurs in a text has all its pairs there', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 2, maxLength: 30 }).map(foldForSearch);
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (all, from, length) => {
      const chars = [...all];
      const part = chars
        .slice(from % (chars.length + 1))
        .slice(0, length % 6)
        .join('');
      const pairs = new Set(pairsOf(all));
      expect(pairsOf(part).filter((pair) => !pairs.has(pair))).toEqual([]);
    }),
  );
});
