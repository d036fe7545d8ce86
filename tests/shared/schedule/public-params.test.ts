import { expect, test } from 'vitest';
import {
  publicAddress,
  publicQuery,
  readPublicParams,
  sessionAddress,
  withoutFilters,
} from '#shared/schedule/public-params.ts';

const member = '01a0d000-0000-7000-8000-000000000001';
const read = (text: string) => readPublicParams(new URLSearchParams(text));

test('an address is read and written back the same', () => {
  const text = `day=2027-11-11&theme=energy&member=${member}&q=%E6%B0%B4&interp=1&lang=en`;
  expect(read(text)).toEqual({ day: '2027-11-11', theme: 'energy', member, q: '水', interp: true, lang: 'en' });
  expect(publicQuery(read(text))).toBe(`?${text}`);
});

test('the plain address says nothing', () => {
  expect(publicAddress('cop32', read(''))).toBe('/schedule/cop32');
  expect(publicAddress('cop32', read('lang=ja&q=&interp=0'))).toBe('/schedule/cop32');
});

test('what makes no sense is as if it were not there', () => {
  expect(read("day=tomorrow&theme=gold&member=x'--&interp=yes&lang=fr&colour=red")).toEqual(read(''));
});

test('a search is one line of at most fifty characters', () => {
  expect(read('q=++a%0Ab++').q).toBe('a b');
  expect([...read(`q=${'𠮷'.repeat(80)}`).q]).toHaveLength(50);
});

test('clearing filters keeps day and language', () => {
  const all = read(`day=2027-11-11&theme=energy&member=${member}&q=%E6%B0%B4&interp=1&lang=en`);
  expect(publicQuery(withoutFilters(all))).toBe('?day=2027-11-11&lang=en');
});

test('a session has an address of its own in each language', () => {
  expect(sessionAddress('cop32', 'x', 'ja')).toBe('/schedule/cop32/sessions/x');
  expect(sessionAddress('cop32', 'x', 'en', '.ics')).toBe('/schedule/cop32/sessions/x.ics?lang=en');
});
