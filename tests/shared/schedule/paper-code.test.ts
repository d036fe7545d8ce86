import fc from 'fast-check';
import { expect, test } from 'vitest';
import { THEMES } from '#shared/requests/kinds/speaking.ts';
import { membersInOrder, type Paper, paperCode, readPaperCode } from '#shared/schedule/paper-code.ts';
import { addDays } from '#shared/time.ts';
import { released } from '#tests/support/builders/released.ts';

const event = { slug: 'cop32', startsOn: '2027-11-08' };
const members = ['m1', 'm2', 'm3'];
const plain: Paper = {
  release: 7,
  day: '2027-11-11',
  lang: 'ja',
  theme: null,
  interp: false,
  member: null,
  words: false,
};
const codeOf = (paper: Partial<Paper>) => paperCode({ ...plain, ...paper }, event, members) ?? '';
const papers = fc.record({
  release: fc.integer({ min: 1, max: 4095 }),
  day: fc.integer({ min: -32, max: 95 }).map((days) => addDays(event.startsOn, days)),
  lang: fc.constantFrom('ja' as const, 'en' as const),
  theme: fc.constantFrom(null, ...THEMES),
  interp: fc.boolean(),
  member: fc.constantFrom(null, ...members),
  words: fc.boolean(),
});

test('a code says everything about its paper in nine digits', () => {
  fc.assert(
    fc.property(papers, (paper) => {
      const code = codeOf(paper);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/);
      const member = paper.member === null ? 0 : members.indexOf(paper.member) + 1;
      expect(readPaperCode(code, event)).toEqual({ ...paper, member });
    }),
  );
});

test('every wrong digit and every swap of neighbours is noticed', () => {
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  fc.assert(
    fc.property(papers, fc.nat(8), fc.nat(30), (paper, place, shift) => {
      const code = codeOf(paper).replaceAll('-', '');
      const wrong = digits[(digits.indexOf(code[place] ?? '') + 1 + shift) % 32];
      expect(readPaperCode(`${code.slice(0, place)}${wrong}${code.slice(place + 1)}`, event)).toBeNull();
      const [a = '', b = ''] = [code[place % 6], code[(place % 6) + 1]];
      const swapped = `${code.slice(0, place % 6)}${b}${a}${code.slice((place % 6) + 2)}`;
      if (a !== b) expect(readPaperCode(swapped, event)).toBeNull();
    }),
  );
});

test('people type small letters, O for 0 and I for 1', () => {
  const code = codeOf({});
  const typed = ` ${code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'i').replaceAll('-', ' ')} `;
  expect(readPaperCode(typed, event)).toEqual(readPaperCode(code, event));
  expect(readPaperCode(code, event)).not.toBeNull();
});

test('the code of another event is none of this', () => {
  expect(readPaperCode(codeOf({}), { ...event, slug: 'cop33' })).toBeNull();
});

test.each(['', 'AAA', 'AAA-AAA-AAAA', 'ÜÜÜ-ÜÜÜ-ÜÜÜ', '1'.repeat(400)])('%s is no code', (text) => {
  expect(readPaperCode(text, event)).toBeNull();
});

test('what nine digits cannot say has no code', () => {
  expect(codeOf({ release: 4096 })).toBe('');
  expect(codeOf({ day: '2029-01-01' })).toBe('');
  expect(readPaperCode(codeOf({ member: 'hosts nothing' }), event)).toMatchObject({ member: 0, words: true });
});

test('members are in an order that the release alone decides', () => {
  const [one, two] = [released(), released()];
  expect(membersInOrder([one, two])).toEqual(membersInOrder([two, one]));
  expect(membersInOrder([one, one])).toHaveLength(1);
});
