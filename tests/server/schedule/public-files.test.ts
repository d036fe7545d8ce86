import { beforeEach, expect, test } from 'vitest';
import { publicPages } from '#server/schedule/public-pages.ts';
import { ROOMS, release, released } from '#tests/support/builders/released.ts';
import { addEvent } from '#tests/support/events.ts';
import { useWorld } from '#tests/support/world.ts';
import { publicRenderer } from '#web/schedule/public/render.tsx';

const files = { stylesheet: '/assets/public.css', icon: '/assets/mark.svg' };
const world = useWorld({ publicPages: publicPages(publicRenderer, files) });
const rain = released({ ja: '雨の話', en: 'About rain' });
const heat = released({ ja: '熱の話', en: 'About heat', room: 1, theme: 'energy', at: '15:00' });
const off = released({ ja: '風の話', en: 'About wind', room: 1, theme: 'nature', at: '17:00', state: 'cancelled' });
const host = (one: typeof rain) => one.hosts[0]?.id ?? '';

/** Each test has an event of its own, because what was found last is kept. */
let slug = '';
let eventId = '';
let count = 0;
beforeEach(async () => {
  count += 1;
  slug = `file-${count}`;
  eventId = await addEvent(world, { slug });
  world.now = new Date('2027-09-24T01:00:00Z');
});
const get = (rest: string, headers = {}) => world.public.get(`/schedule/${slug}${rest}`, headers);
const summaries = async (rest: string) =>
  [...(await get(rest)).text.matchAll(/SUMMARY:(.*)\r\n/g)].map(([, summary]) => summary);

test('a calendar of everything, of a room, a theme, a member and a session', async () => {
  await release(world, eventId, [rain, heat, off]);
  expect(await summaries('.ics')).toEqual(['雨の話', '熱の話', '【中止】風の話']);
  expect(await summaries(`/rooms/${ROOMS[1]?.slug}.ics`)).toEqual(['熱の話', '【中止】風の話']);
  expect(await summaries('/themes/energy.ics?lang=en')).toEqual(['About heat']);
  expect(await summaries('/themes/nature.ics')).toEqual(['【中止】風の話']);
  expect(await summaries(`/members/${host(rain)}.ics`)).toEqual(['雨の話']);
  expect(await summaries(`/sessions/${heat.id}.ics`)).toEqual(['熱の話']);
});

test.each([
  '/rooms/nowhere.ics',
  '/themes/finance.ics',
  '/themes/nothing.ics',
  '/members/x.ics',
  '/sessions/x.ics',
  '/schedule.txt',
  '.csv',
])('%s is not there', async (rest) => {
  await release(world, eventId, [rain]);
  expect((await get(rest)).status).toBe(404);
});

test('a body that only hosts and is no member has no calendar of its own', async () => {
  const [first] = rain.hosts;
  if (!first) throw new Error('no host');
  await release(world, eventId, [{ ...rain, hosts: [{ ...first, isMember: false }] }]);
  expect((await get(`/members/${first.id}.ics`)).status).toBe(404);
});

test.each([
  ['.xml', 'application/vnd.c3voc.schedule+xml'],
  ['/schedule.xml', 'application/vnd.c3voc.schedule+xml'],
  ['.json', 'application/json'],
  ['/schedule.json', 'application/json'],
  ['.ics', 'text/calendar; charset=utf-8'],
])('%s is sent once, and “not modified” as long as it is right', async (rest, type) => {
  await release(world, eventId, [rain]);
  const { status, headers, text } = await get(rest);
  expect([status, headers.get('content-type')]).toEqual([200, type]);
  expect(headers.get('cache-control')).toContain('public, max-age=60');
  expect(headers.get('set-cookie')).toBeNull();
  expect(text).toContain('雨の話');
  const again = await get(rest, { 'if-none-match': headers.get('etag') });
  expect([again.status, again.text]).toEqual([304, '']);
  world.queries.length = 0;
  await get(rest);
  expect(world.queries).toEqual([]);
  world.now = new Date('2027-11-11T11:30:00Z');
  expect((await get(rest)).headers.get('etag')).toBe(headers.get('etag'));
});

test('both addresses of a file give the same, and languages differ', async () => {
  await release(world, eventId, [rain]);
  for (const ending of ['xml', 'json']) {
    const one = await get(`.${ending}`);
    expect((await get(`/schedule.${ending}`)).text).toBe(one.text);
    expect((await get(`.${ending}?lang=en`)).text).toContain('About rain');
  }
});

test('another release, another file', async () => {
  await release(world, eventId, [rain]);
  const before = await get('.xml');
  await release(world, eventId, [rain, heat]);
  world.realNow = new Date(Date.now() + 1_500);
  const after = await get('.xml');
  expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
  expect(after.text).toContain('<version>2</version>');
});

test('before a release there is no file and no list of addresses', async () => {
  for (const rest of ['.ics', '.xml', '.json', '/schedule.xml', '/calendars']) {
    expect((await get(rest)).status, rest).toBe(404);
  }
});

test('the list names every address, and each of them is there', async () => {
  await release(world, eventId, [rain, heat]);
  for (const lang of ['ja', 'en']) {
    const { status, text, headers } = await get(`/calendars?lang=${lang}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    const addresses = [...text.matchAll(/href="http:\/\/localhost(\/[^"]+[.](?:ics|xml|json)[^"]*)"/g)];
    // Everything, two rooms, two themes, two members, and two files for programs.
    expect(addresses).toHaveLength(9);
    for (const [, address = ''] of addresses) expect((await world.public.get(address)).status, address).toBe(200);
    expect([...text.matchAll(/href="webcal:\/\/localhost\//g)]).toHaveLength(7);
  }
});

test('the page of a day leads to the list', async () => {
  await release(world, eventId, [rain]);
  expect((await get('?lang=en')).text).toContain(`href="/schedule/${slug}/calendars?lang=en"`);
});
