import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { newId } from '#db/id.ts';
import { publicPages } from '#server/schedule/public-pages.ts';
import { ROOMS, release, released } from '#tests/support/builders/released.ts';
import { nobody } from '#tests/support/database.ts';
import { addEvent } from '#tests/support/events.ts';
import { useWorld } from '#tests/support/world.ts';
import { publicRenderer } from '#web/schedule/public/render.tsx';

const files = { stylesheet: '/assets/public.css', icon: '/assets/mark.svg' };
const world = useWorld({ publicPages: publicPages(publicRenderer, files) });
const rain = released({ ja: '雨の話', en: 'About rain' });
const heat = released({ ja: '熱の話', en: 'About heat', room: 1, theme: 'energy', at: '15:00' });

/** Each test has an event of its own, because what was found last is kept. */
let slug = '';
let eventId = '';
let count = 0;
beforeEach(async () => {
  count += 1;
  slug = `cop-${count}`;
  eventId = await addEvent(world, { slug });
  world.now = new Date('2027-09-24T01:00:00Z');
});
const later = () => {
  world.realNow = new Date((world.realNow ?? new Date()).getTime() + 1_500);
};
const get = (rest = '', headers = {}) => world.public.get(`/schedule/${slug}${rest}`, headers);

test('a released day is a whole page', async () => {
  await release(world, eventId, [rain]);
  const { status, text, headers } = await get('?day=2027-11-11');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(text).toMatch(/^<!doctype html><html lang="ja">.*雨の話.*<\/html>$/s);
});

test('an event without a release says so and shows its dates', async () => {
  const { status, text } = await get();
  expect(status).toBe(200);
  expect(text).toContain('プログラムはまだ公開されていません');
  expect(text).toContain('2027年11月8日（月）–19日（金）');
  expect((await get('.ics')).status).toBe(404);
});

test.each([
  ['an unknown event', '/schedule/cop99'],
  ['a kind of file that is not there', '/schedule/cop99.xml'],
  ['an unknown page below', '/schedule/cop99/changes'],
  ['a name that is none', '/schedule/%E6%B0%B4'],
])('%s is a page that says it is not there', async (_, path) => {
  const { status, text, headers } = await world.public.get(path);
  expect(status).toBe(404);
  expect(headers.get('content-type')).toContain('text/html');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(text).toContain('<h1>');
});

test('the page changes with a release and never with the draft', async () => {
  await release(world, eventId, [rain]);
  const before = await get('?day=2027-11-11');
  await addDraft('秘密の下書き');
  later();
  expect((await get('?day=2027-11-11')).text).toBe(before.text);
  await release(world, eventId, [rain, heat]);
  later();
  const after = await get('?day=2027-11-11');
  expect(after.text).toContain('熱の話');
  expect(after.text).toContain('第2版');
  expect(after.text).not.toContain('秘密の下書き');
  expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
});

test('the policy allows the one style element by its hash, and nothing else inside the page', async () => {
  await release(world, eventId, [rain]);
  const { text, headers } = await get('?day=2027-11-11');
  const style = /<style>(.*?)<\/style>/.exec(text)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = headers.get('content-security-policy');
  expect(policy).toContain(`style-src 'self' 'sha256-${hash}';`);
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("default-src 'none'; script-src 'self';");
});

test('anyone may keep it for a minute; no cookie is set, read or named', async () => {
  await release(world, eventId, [rain]);
  const { text, headers } = await get('?day=2027-11-11');
  expect(headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600');
  expect(headers.get('set-cookie')).toBeNull();
  expect(headers.get('vary')).toBe('Accept-Encoding');
  expect(headers.get('x-robots-tag')).toBeNull();
  const toyama = await world.as({ role: 'staff_admin' });
  expect((await toyama.get(`/schedule/${slug}?day=2027-11-11`)).text).toBe(text);
});

test('the language is the address’s, whatever the browser asks for', async () => {
  await release(world, eventId, [rain]);
  expect((await get('', { 'accept-language': 'en' })).text).toContain('<html lang="ja">');
  expect((await get('?lang=en')).text).toContain('<html lang="en">');
  expect((await world.public.get('/schedule/cop99?lang=en')).text).toContain('<html lang="en">');
});

test('live marks move on by the minute, other days stay as they are', async () => {
  await release(world, eventId, [rain, released({ day: '2027-11-12' })]);
  world.now = new Date('2027-11-11T11:20:10Z');
  const first = await get();
  expect(first.text).toContain('あと40分');
  const other = await get('?day=2027-11-12');
  world.now = new Date('2027-11-11T11:20:50Z');
  expect((await get()).headers.get('etag')).toBe(first.headers.get('etag'));
  world.now = new Date('2027-11-11T11:21:10Z');
  expect((await get()).text).toContain('あと39分');
  expect((await get('?day=2027-11-12')).headers.get('etag')).toBe(other.headers.get('etag'));
});

test('a new word about the event is shown without a new release', async () => {
  await release(world, eventId, [rain]);
  expect((await get('?day=2027-11-11')).text).not.toContain('湖の館');
  await world.database.write(nobody, (tx) =>
    tx.updateTable('event').set({ pavilionJa: '湖の館' }).where('id', '=', eventId).execute(),
  );
  later();
  expect((await get('?day=2027-11-11')).text).toContain('湖の館');
});

test('a session has a page of its own, in its release only', async () => {
  await release(world, eventId, [rain]);
  const { status, text } = await get(`/sessions/${rain.id}?lang=en`);
  expect(status).toBe(200);
  expect(text).toContain('<h1>About rain</h1>');
  expect(text).toContain(`href="/schedule/${slug}?day=2027-11-11&amp;lang=en"`);
  expect((await get(`/sessions/${heat.id}`)).status).toBe(404);
  expect((await get('/sessions/%27')).status).toBe(404);
});

test('calendars of everything, of a room and of a session', async () => {
  await release(world, eventId, [rain, heat]);
  const summaries = async (rest: string) =>
    [...(await get(rest)).text.matchAll(/SUMMARY:(.*)\r\n/g)].map(([, summary]) => summary);
  expect(await summaries('.ics')).toEqual(['雨の話', '熱の話']);
  expect(await summaries('.ics?lang=en')).toEqual(['About rain', 'About heat']);
  expect(await summaries(`/rooms/${ROOMS[1]?.slug}.ics`)).toEqual(['熱の話']);
  expect(await summaries(`/sessions/${rain.id}.ics`)).toEqual(['雨の話']);
  expect((await get('/rooms/nowhere.ics')).status).toBe(404);
  expect((await get('.ics')).headers.get('content-type')).toBe('text/calendar; charset=utf-8');
});

test('the log knows the kind of address, not what was searched for', async () => {
  await release(world, eventId, [rain]);
  world.logged.length = 0;
  await get('?q=%E6%B0%B4%E9%87%8E');
  expect(JSON.parse(world.logged[0] ?? '{}')).toMatchObject({ route: '/schedule/:event', status: 200 });
  expect(world.logged.join()).not.toMatch(/水野|%E6/);
});

/** A session that only the draft knows. */
async function addDraft(titleJa: string): Promise<void> {
  const values: Record<string, unknown> = {
    ...{ id: newId(), eventId, titleJa, titleEn: '', theme: 'energy', format: 'panel', language: 'ja' },
    ...{ interpretation: 'none', minutes: 60, state: 'planned', createdAt: new Date() },
  };
  await world.database.write(nobody, (tx) =>
    tx
      .insertInto('programmeSession')
      .values(values as never)
      .execute(),
  );
}
