import { expect, test } from 'vitest';
import { readSearch, takeApart, writeSearch } from '#web/navigation.ts';

test('what is searched for is plain in the address and comes back the same', () => {
  const search = { q: '富山 "市"', kind: 'pass', limit: '10' };
  expect(readSearch(writeSearch(search))).toEqual(search);
  expect(writeSearch({ kind: 'pass', q: '', state: undefined })).toBe('?kind=pass');
  expect(writeSearch({})).toBe('');
});

test('an address is taken apart', () => {
  expect(takeApart('/desk?kind=pass#row')).toEqual({ to: '/desk', search: { kind: 'pass' }, hash: 'row' });
  expect(takeApart('/desk')).toEqual({ to: '/desk', search: {} });
});
