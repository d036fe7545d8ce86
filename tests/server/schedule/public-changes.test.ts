import { beforeEach, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { publicPages } from '#server/schedule/public-pages.ts';
import type { PublicSession } from '#shared/schedule/contract.ts';
import { ROOMS, release, released } from '#tests/support/builders/released.ts';
import { addEvent } from '#tests/support/events.ts';
import { useWorld } from '#tests/support/world.ts';
import { publicRenderer } from '#web/schedule/public/render.tsx';

const files = { stylesheet: '/assets/public.css', icon: '/assets/mark.svg' };
const world = useWorld({ publicPages: publicPages(publicRenderer, files) });
const rain = released({ ja: '雨の話', en: 'About rain' });
const heat = released({ ja: '熱の話', en: 'About heat', room: 1, at: '15:00' });
const moved = { ...rain, startsAt: '2027-11-11T13:00:00.000Z', endsAt: '2027-11-11T14:00:00.000Z', room: ROOMS[1] };

/** Each test has an event of its own, because what was found last is kept. */
let slug = '';
let eventId = '';
let count = 0;
beforeEach(async () => {
  count += 1;
  slug = `cop-${count}`;
  eventId = await addEvent(world, { slug });
  world.now = new Date('2027-10-24T01:00:00Z');
});
const later = () => {
  world.realNow = new Date((world.realNow ?? new Date()).getTime() + 1_500);
};
const make = async (sessions: readonly PublicSession[], day: number) => {
  await release(world, eventId, sessions, new Date(`2027-10-${day}T01:00:00Z`));
  later();
};
const get = (rest = '', headers = {}) => world.public.get(`/schedule/${slug}/changes${rest}`, headers);
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the page of changes', () => {
  test('says of each changed session what was and what is, in both clocks, and nothing of the others', async () => {
    await make([rain, heat], 10);
    await make([moved as PublicSession, heat], 12);
    const { status, text, headers } = await get();
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(plain(text)).toMatch(
      /第2版の変更 .*1件の企画が変わりました。 .*日時・場所の変更 雨の話 日時 前 11\/11 会場 14:00（日本 20:00） 後 11\/11 会場 16:00（日本 22:00） 場所 前 メインステージ B2-14 後 ワークショップ室 B2-15/,
    );
    expect(text).not.toContain('熱の話');
    expect(text).not.toMatch(/<script/);
    const english = plain((await get('?lang=en')).text);
    expect(english).toMatch(/Changes in release 2 .*New time or place About rain .*venue 14:00 \(Japan 20:00\)/);
  });

  test('is there for each release, with the way to the others; one that does not exist is not', async () => {
    await make([rain, heat], 10);
    await make([{ ...rain, state: 'cancelled' }, heat], 12);
    await make([{ ...rain, state: 'cancelled' }], 14);
    const pages = await Promise.all(['?release=1', '?release=2', '?release=3', ''].map((rest) => get(rest)));
    expect(pages.map(({ text }) => plain(text.match(/<h1>.*?<nav class="releases"/s)?.[0] ?? '').trim())).toEqual([
      expect.stringContaining('最初の版です。企画2件を公開しました。'),
      expect.stringContaining('中止 雨の話 中止 この企画は中止になりました'),
      expect.stringContaining('取りやめ 熱の話 掲載の取りやめ 11/11 会場 15:00'),
      expect.stringContaining('第3版の変更'),
    ]);
    expect(pages[1]?.text).toContain(`href="/schedule/${slug}/changes?release=3"`);
    expect(pages[1]?.text).toContain(`href="/schedule/${slug}/changes?release=1"`);
    expect((await get('?release=4')).status).toBe(404);
    expect((await get('?release=x')).text).toBe(pages[3]?.text);
    // What is gone has no page any more, so nothing leads there.
    expect(pages[2]?.text).not.toContain(`sessions/${heat.id}`);
  });

  test('of a release stays the same for ever, and a new one reads no old one again', async () => {
    await make([rain], 10);
    await make([moved as PublicSession], 12);
    const body = async () => (await get('?release=2')).text.match(/<h1>.*?<\/article>/s)?.[0];
    const before = await body();
    await make([moved as PublicSession, heat], 14);
    world.queries.length = 0;
    expect(await body()).toBe(before);
    const read = world.queries.filter((query) => /json_agg\(s\.content/.test(query));
    expect(read).toHaveLength(1);
    await get('?release=3');
    await get('.atom');
    expect(world.queries.filter((query) => /json_agg\(s\.content/.test(query))).toHaveLength(1);
  });

  test('is not there before the first release, and every page leads to it after', async () => {
    expect((await get()).status).toBe(404);
    expect((await get('.atom')).status).toBe(404);
    await make([rain], 10);
    const { text } = await world.public.get(`/schedule/${slug}`);
    expect(text).toContain(`<a class="in" href="/schedule/${slug}/changes">変更の記録</a>`);
    expect(text).toContain(`type="application/atom+xml" href="/schedule/${slug}/changes.atom"`);
  });
});

describe('the feed', () => {
  const ids = (xml: string) => [...xml.matchAll(/<id>([^<]+)<\/id>/g)].map(([, id]) => id);
  const times = (xml: string) => [...xml.matchAll(/<updated>([^<]+)<\/updated>/g)].map(([, at]) => at);

  test('has what Atom asks for: one id and time each, an author, a link to itself, and is well formed', async () => {
    await make([rain], 10);
    await make([{ ...rain, title: { ja: '雨 & <風>\u0001 "水"', en: '' } }], 12);
    const { text, headers } = await get('.atom');
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const contents = text;
    const checked = await validateXML({ xml: { fileName: 'x.xml', contents }, normalization: 'c14n' });
    expect(checked.errors).toEqual([]);
    expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/);
    for (const name of ['id', 'title', 'updated']) {
      expect(text.match(new RegExp(`<${name}>`, 'g'))).toHaveLength(3);
    }
    expect(new Set(ids(text)).size).toBe(3);
    expect(ids(text).every((id) => /^urn:uuid:[0-9a-f-]{36}$/.test(id ?? ''))).toBe(true);
    expect(text).toContain('<author><name>');
    expect(text).toContain(
      `rel="self" type="application/atom+xml" href="http://localhost/schedule/${slug}/changes.atom"`,
    );
    expect(text).toContain('「雨 &amp; &lt;風&gt; &quot;水&quot;」企画名');
    expect(text).toContain(`href="http://localhost/schedule/${slug}/changes?release=2"`);
  });

  test('keeps its ids and times, whenever it is read, and tells nothing that is not released', async () => {
    await make([rain], 10);
    const first = (await get('.atom')).text;
    world.now = new Date('2027-11-01T00:00:00Z');
    expect((await get('.atom')).text).toBe(first);
    expect(times(first)).toEqual(Array(2).fill('2027-10-10T01:00:00.000Z'));
    await make([rain, heat], 20);
    const second = (await get('.atom')).text;
    expect(ids(second)).toEqual([ids(first)[0], expect.any(String), ids(first)[1]]);
    expect(times(second)[0]).toBe('2027-10-20T01:00:00.000Z');
    const english = (await get('.atom?lang=en')).text;
    expect(english).toContain('xml:lang="en"');
    expect(ids(english).some((id) => ids(second).includes(id))).toBe(false);
  });

  test('is not sent again to who has it', async () => {
    await make([rain], 10);
    const etag = (await get('.atom')).headers.get('etag') ?? '';
    expect((await get('.atom', { 'if-none-match': etag })).status).toBe(304);
  });
});
