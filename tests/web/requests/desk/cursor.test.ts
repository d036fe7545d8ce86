import { expect, test } from 'vitest';
import { between, keepCursor, step, toggled } from '#web/requests/desk/cursor.ts';

const ids = ['a', 'b', 'c', 'd'];

test('the cursor moves and stops at both ends', () => {
  expect(step(ids, 'b', 1)).toBe('c');
  expect(step(ids, 'd', 1)).toBe('d');
  expect(step(ids, 'a', -1)).toBe('a');
  expect(step(ids, null, 1)).toBe('a');
  expect(step(ids, 'gone', 1)).toBe('a');
  expect(step([], 'a', 1)).toBeNull();
});

test('after the list was read anew the cursor stays, or goes to the row that took its place', () => {
  expect(keepCursor(ids, ['d', 'b', 'a'], 'b')).toBe('b');
  expect(keepCursor(ids, ['a', 'd'], 'b')).toBe('d');
  expect(keepCursor(ids, ['a', 'b'], 'd')).toBe('b');
  expect(keepCursor(ids, [], 'd')).toBeNull();
  expect(keepCursor(ids, ['a'], null)).toBeNull();
});

test('a range goes either way and needs both of its ends', () => {
  expect(between(ids, 'b', 'd')).toEqual(['b', 'c', 'd']);
  expect(between(ids, 'd', 'b')).toEqual(['b', 'c', 'd']);
  expect(between(ids, null, 'c')).toEqual(['c']);
  expect(between(ids, 'a', 'gone')).toEqual([]);
});

test('choosing twice takes back, and the choice before is left as it was', () => {
  const before = new Set(['a']);
  expect([...toggled(before, 'b')]).toEqual(['a', 'b']);
  expect([...toggled(before, 'a')]).toEqual([]);
  expect([...before]).toEqual(['a']);
});
