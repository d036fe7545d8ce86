import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { childText, readXml, type XmlElement } from '#shared/schedule/read-xml.ts';

type Made = { name: string; attributes: [string, string][]; content: (string | Made)[] };
const name = fc.constantFrom('schedule', 'day', 'room', 'event', 'a', 'x:y', 'z-1.2');
const text = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map((one) => one.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, ''));
const treeOf = (depth: number): fc.Arbitrary<Made> =>
  fc.record({
    name,
    attributes: fc.uniqueArray(fc.tuple(name, text), { selector: ([key]) => key, maxLength: 3 }),
    content: fc.array(depth === 0 ? text : fc.oneof(text, treeOf(depth - 1)), { maxLength: 3 }),
  });
const tree = treeOf(3);

const escaped = (one: string) => one.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const write = (one: string | Made): string =>
  typeof one === 'string'
    ? one.length % 2
      ? escaped(one)
      : one.includes(']]>')
        ? escaped(one)
        : `<![CDATA[${one}]]>`
    : `<${one.name}${one.attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}>${one.content
        .map(write)
        .join('<!-- & < -->')}</${one.name}>`;
const plain = ({ name: own, attributes, children, text: said }: XmlElement): unknown => ({
  ...{ own, attributes: [...attributes], said },
  children: children.map(plain),
});
const expected = ({ name: own, attributes, content }: Made): unknown => ({
  ...{ own, attributes, said: content.filter((one) => typeof one === 'string').join('') },
  children: content.filter((one) => typeof one !== 'string').map(expected),
});

test('what was written is read', () => {
  fc.assert(
    fc.property(tree, (made) => {
      const found = readXml(`<?xml version="1.0" encoding="UTF-8"?>\n${write(made)}\n`);
      expect('root' in found ? plain(found.root) : found).toEqual(expected(made));
    }),
    { numRuns: 300 },
  );
});

/** Texts near to XML, one change away: whatever we take for XML, another reader does too. */
test('nothing is taken for XML that is none', async () => {
  const near = fc.sample(
    fc.tuple(
      tree,
      fc.nat(),
      fc.constantFrom('', '<', '>', '&', '"', ']]>', '--', '</', 'é', ' ', '&#0;', '\u0001', '<!'),
    ),
    { numRuns: 150, seed: 20271108 },
  );
  const texts = near.map(([made, where, put]) => {
    const whole = write(made).replaceAll('x:y', 'y');
    const at = where % whole.length;
    return whole.slice(0, at) + put + whole.slice(at + (put === '' ? 1 : 0));
  });
  const taken = texts.filter((one) => 'root' in readXml(one));
  expect(taken.length).toBeGreaterThan(15);
  expect(taken.length).toBeLessThan(135);
  const xml = taken.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  const { errors } = await validateXML({ xml, normalization: 'c14n', maxMemoryPages: 4_096 });
  expect(errors.map(({ rawMessage }) => rawMessage)).toEqual([]);
}, 60_000);

test.each([
  ['<a/>', { root: { name: 'a' } }],
  ["\ufeff<a b='1'>&#x9ad9;</a>", { root: { text: '髙' } }],
  ['<a/><b/>', { fault: 'broken' }],
  ['<a b="1" b="2"/>', { fault: 'broken' }],
  ['<a>&nbsp;</a>', { fault: 'broken' }],
  ['<a>&#1114112;</a>', { fault: 'broken' }],
  ['<a>&#xd800;</a>', { fault: 'broken' }],
  ['x<a/>', { fault: 'broken' }],
  ['<a></b>', { fault: 'broken' }],
  ['<a><?php x?></a>', { fault: 'broken' }],
  ['<!DOCTYPE a><a/>', { fault: 'doctype' }],
  ['<a><!ENTITY b "c"></a>', { fault: 'doctype' }],
  ['<a>'.repeat(13), { fault: 'too-deep' }],
  [`<a>${'<b/>'.repeat(60_000)}</a>`, { fault: 'too-many' }],
])('%.40s', (source, answer) => {
  expect(readXml(source)).toMatchObject(answer);
});

test('the text of a child that is not there is empty', () => {
  const found = readXml('<a><b> x </b></a>');
  if (!('root' in found)) throw new Error('not read');
  expect([childText(found.root, 'b'), childText(found.root, 'c')]).toEqual(['x', '']);
});
