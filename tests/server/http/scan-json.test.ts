import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayBeParsed } from '#server/http/scan-json.ts';

const many = (count: number, one: (at: number) => string) => Array.from({ length: count }, (_, at) => one(at)).join();

test.each([
  ['seventeen levels', `${'['.repeat(17)}${']'.repeat(17)}`],
  ['a name said twice', '{"a":1,"a":2}'],
  ['a name said twice in another spelling', '{"a":1,"\\u0061":2}'],
  ['a name said twice deep inside', '[{"b":{"c":1 , "d":[], "c"\n:2}}]'],
  ['a prototype', '{"a":{"__proto__":1}}'],
  ['a prototype in another spelling', '{"\\u005f_proto__":1}'],
  ['a constructor', '[{"constructor":{"prototype":{}}}]'],
  ['too many names', `{${many(2001, (at) => `"k${at}":1`)}}`],
  ['too many names in all', `[${many(201, (at) => `{${many(10, (n) => `"k${at}-${n}":1`)}}`)}]`],
  ['too long a list', `[${many(501, String)}]`],
])('is refused, though a parser would take it: %s', (_, text) => {
  // Without the scan nothing would be refused: the parser takes every one of them.
  expect(() => JSON.parse(text)).not.toThrow();
  expect(mayBeParsed(text)).toBe(false);
});

test.each([
  ['sixteen levels', `${'['.repeat(16)}${']'.repeat(16)}`],
  ['the same name in two objects', '[{"a":1},{"a":2}]'],
  ['the same name inside', '{"a":{"a":{"a":1}}}'],
  ['brackets, commas and colons in words', `{"a":"${'[{,:'.repeat(600)}","b":"\\"a\\":"}`],
  ['a forbidden name as a value', '{"a":"__proto__","b":["constructor","constructor"]}'],
  ['five hundred in a list', `[${many(500, String)}]`],
  ['two lists', `[[${many(300, String)}],[${many(300, String)}]]`],
])('passes: %s', (_, text) => {
  expect(mayBeParsed(text)).toBe(true);
});

test('never hangs or throws anything but a mistake of spelling, whatever it is given', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'[]{}",:\\ua1 \n'), maxLength: 200 }), (text) => {
      try {
        mayBeParsed(text);
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError);
      }
    }),
  );
});

test('agrees with the parser about everything that is not refused', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const names = JSON.stringify(value).match(/"(__proto__|constructor|prototype)":/);
      expect(mayBeParsed(JSON.stringify(value))).toBe(!names);
    }),
  );
});
