import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { scheduleXml } from '#server/schedule/schedule-xml.ts';
import { hardProgrammes } from '#tests/support/builders/hard-programme.ts';
import { programme } from '#tests/support/builders/programme.ts';
import { released } from '#tests/support/builders/released.ts';

const URL = 'https://desk.example';
const hard = hardProgrammes();
/** As far as a program that reads XML goes without a schema: whether it is XML at all. */
const faults = async (contents: string) =>
  (
    await validateXML({ xml: { fileName: 'x.xml', contents }, normalization: 'c14n', maxMemoryPages: 16_384 })
  ).errors.map(({ message }) => message);
const values = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}(?:/>|>([^<]*)</${name}>)`, 'g'))].map(([, value = '']) => value);

test.each(Object.keys(hard))('%s: it is XML', async (name) => {
  const found = hard[name];
  if (!found) throw new Error(name);
  expect(await faults(scheduleXml(found, 'ja', URL))).toEqual([]);
});

test('the check can fail', async () => {
  const xml = scheduleXml(programme([released()]), 'ja', URL);
  expect(await faults(xml.replace('<track>', '<track'))).not.toEqual([]);
  expect(await faults(xml.replace('<title>', '<title>\u0001'))).not.toEqual([]);
});

test.each(Object.entries(hard))('%s: every session has what the format asks for', (_, found) => {
  const xml = scheduleXml(found, 'en', URL);
  const items = xml.split('<event ').slice(1);
  expect(items).toHaveLength(found.sessions.length);
  for (const item of items) {
    expect(item).toMatch(/^id="[1-9]\d*" guid="[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}" code="[0-9A-Z]{6}">/);
    for (const name of ['room', 'title', 'type', 'date', 'start', 'duration', 'abstract', 'track', 'slug', 'url']) {
      expect(values(item, name), name).toHaveLength(1);
    }
    expect(values(item, 'date')[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d$/);
    expect(values(item, 'start')[0]).toMatch(/^[0-2]\d:[0-5]\d$/);
    expect(values(item, 'duration')[0]).toMatch(/^\d\d:[0-5]\d$/);
    expect(values(item, 'url')[0]).toMatch(/^https:\/\/desk\.example\/schedule\//);
  }
  expect(values(xml, 'acronym')[0]).toMatch(/^[a-z0-9_]{4,}$/);
  const indexes = [...xml.matchAll(/<day index="(\d+)"/g)].map(([, index]) => index);
  expect(new Set(indexes).size).toBe(indexes.length);
  expect(indexes.length).toBeGreaterThan(0);
  for (const name of ['guid', 'code', 'id']) {
    const all = items.map((item) => new RegExp(`\\b${name}="([^"]*)"`).exec(item)?.[1]);
    expect(new Set(all).size, name).toBe(all.length);
  }
});

test('texts are read back as they were typed', async () => {
  const title = `<b>&amp;]]> "髙﨑" 'x'`;
  const xml = scheduleXml(programme([released({ ja: title })]), 'ja', URL);
  const { normalized } = await validateXML({ xml, normalization: 'c14n' });
  expect(normalized).toContain('<title>&lt;b&gt;&amp;amp;]]&gt; "髙﨑" \'x\'</title>');
});

test('who does not wish to be recorded, and where it can be watched, is said', () => {
  const one = released({ notices: { noPhoto: false, noRecording: true }, streamUrl: 'https://video.example/?a=1&b=2' });
  const xml = scheduleXml(programme([one]), 'ja', URL);
  expect(xml).toContain('<optout>true</optout>');
  expect(xml).toContain('href="https://video.example/?a=1&amp;b=2"');
  expect(scheduleXml(programme([released()]), 'ja', URL)).not.toMatch(/<optout|<link /);
});
