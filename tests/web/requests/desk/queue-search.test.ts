import { expect, test } from 'vitest';
import {
  BUILT_IN_VIEWS,
  listIn,
  queueQuery,
  queueWords,
  sameView,
  wordsFrom,
  wordsText,
} from '#web/requests/desk/queue-search.ts';

test('the address keeps filters and leaves out everything else', () => {
  expect(queueWords({ kind: 'pass,speaking', r: 'x', owner: 'me', q: '', other: '1' })).toEqual({
    kind: 'pass,speaking',
    owner: 'me',
  });
});

test('a saved view is the same however its words are ordered, and comes back whole', () => {
  const one = wordsText({ owner: 'me', kind: 'pass' });
  expect(one).toBe(wordsText({ kind: 'pass', owner: 'me' }));
  expect(wordsFrom(`${one}&r=abc&limit=9`)).toEqual({ kind: 'pass', owner: 'me' });
});

test('every built-in view is told from the others, and searching does not leave it', () => {
  for (const view of BUILT_IN_VIEWS) {
    const fitting = BUILT_IN_VIEWS.filter((other) => sameView(other.words, { ...view.words, q: 'ボン' }));
    expect(fitting.map((other) => other.name)).toEqual([view.name]);
  }
});

test('lists are read without empty places', () => {
  expect(listIn({ kind: 'pass,,bilateral,' }, 'kind')).toEqual(['pass', 'bilateral']);
  expect(listIn({}, 'member')).toEqual([]);
});

test('the query names the event and a page of fifty', () => {
  expect(queueQuery({ head: 'true' }, 'cop32')).toEqual({ head: 'true', event: 'cop32', limit: 50 });
});
