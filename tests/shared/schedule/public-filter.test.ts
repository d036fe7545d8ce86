import { expect, test } from 'vitest';
import { hostingMembers, isFiltered, publicFilter } from '#shared/schedule/public-filter.ts';
import { released } from '#tests/support/builders/released.ts';

const nothing = { theme: null, member: null, q: '', interp: false };
const host = (ja: string, en: string, isMember = true) => ({
  id: crypto.randomUUID() as never,
  name: { ja, en },
  isMember,
  role: 'host' as const,
});
const toyama = host('富山市', 'Toyama City');
const surabaya = host('スラバヤ市', 'Surabaya', false);
const water = released({ hosts: [toyama, surabaya] });
const heat = released({
  ja: '地域熱供給の20年',
  en: 'District heat',
  theme: 'energy',
  hosts: [host('札幌市', 'Sapporo City')],
  interpretation: 'none',
  speakers: [],
});
const found = (filter: Partial<typeof nothing> | object) =>
  [water, heat].filter(publicFilter({ ...nothing, ...filter }));

test('without filters everything is shown', () => {
  expect(found({})).toEqual([water, heat]);
  expect(isFiltered(nothing)).toBe(false);
});

test.each([
  ['theme', { theme: 'energy' }, heat],
  ['member', { member: toyama.id }, water],
  ['interpretation', { interp: true }, water],
  ['two characters of a title', { q: '熱供' }, heat],
  ['katakana written as hiragana', { q: 'すらばや' }, water],
  ['full-width letters', { q: 'ＤＩＳＴＲＩＣＴ' }, heat],
  ['a speaker in English', { q: 'mizuno' }, water],
  ['two words anywhere', { q: '水野 富山' }, water],
])('by %s', (_, filter, expected) => {
  expect(found(filter)).toEqual([expected]);
  expect(isFiltered({ ...nothing, ...filter } as never)).toBe(true);
});

test('filters combine: each one must fit', () => {
  expect(found({ q: '熱供', interp: true })).toEqual([]);
  expect(found({ q: '水野 札幌' })).toEqual([]);
});

test('consecutive interpretation is not simultaneous', () => {
  const session = released({ interpretation: 'consecutive' });
  expect(publicFilter({ ...nothing, interp: true })(session)).toBe(false);
});

test('only members are offered, each once, by name', () => {
  expect(hostingMembers([water, heat, water], 'en').map(({ name }) => name)).toEqual(['Sapporo City', 'Toyama City']);
});
