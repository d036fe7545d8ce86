import { beforeEach, expect, test } from 'vitest';
import { publicPages } from '#server/schedule/public-pages.ts';
import { release, released } from '#tests/support/builders/released.ts';
import { addEvent } from '#tests/support/events.ts';
import { useWorld } from '#tests/support/world.ts';
import { publicRenderer } from '#web/schedule/public/render.tsx';

const FRAMES = ['https://www.city.example'];
const files = { stylesheet: '/assets/public.css', icon: '/assets/mark.svg', script: '/assets/public.js' };
const world = useWorld({ publicPages: publicPages(publicRenderer, files, 'keeps') });
const settle = (more: object) => Object.assign(world.ctx.settings, more);
const rain = released({ ja: '雨の話', en: 'About rain', at: '14:00' });
const heat = released({ ja: '熱の話', en: 'About heat', at: '15:00', room: 1 });

let slug = '';
let eventId = '';
let count = 0;
beforeEach(async () => {
  count += 1;
  slug = `cop-${count}`;
  eventId = await addEvent(world, { slug });
  world.now = new Date('2027-11-11T11:20:00Z');
  settle({ frameAncestors: [], publicOffline: true });
});
const get = (rest = '', headers = {}) => world.public.get(`/schedule/${slug}${rest}`, headers);
const later = () => {
  world.realNow = new Date((world.realNow ?? new Date()).getTime() + 1_500);
};

test.each(['/now', '/kiosk', '/rooms/main/door'])(
  '%s shows what is on and what is next, in both clocks',
  async (path) => {
    await release(world, eventId, [rain, released({ ja: '次の話', at: '15:15' })]);
    const { status, text, headers } = await get(path);
    expect(status).toBe(200);
    expect(text).toContain('雨の話');
    expect(text).toContain('次の話');
    expect(text).toContain('あと40分');
    expect(text).toContain('20:20');
    const etag = headers.get('etag') ?? '';
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    world.now = new Date('2027-11-11T11:21:00Z');
    expect((await get(path)).text).toContain('あと39分');
  },
);

test('screens look again by themselves without a script', async () => {
  await release(world, eventId, [rain]);
  for (const path of ['/kiosk', '/rooms/main/door']) {
    expect((await get(path)).text).toContain('<noscript><meta http-equiv="refresh" content="60"/></noscript>');
  }
});

test('a room that is not there has no door, and narrows nothing elsewhere', async () => {
  await release(world, eventId, [rain, heat]);
  expect((await get('/rooms/cellar/door')).status).toBe(404);
  expect((await get('/now?room=cellar')).text).toContain('ワークショップ室</h2>'.slice(0, 8));
  expect((await get('/now?room=workshop')).text).not.toContain('雨の話');
});

test('frames are allowed on their own address only, and only to the hosts that are named', async () => {
  await release(world, eventId, [rain]);
  expect((await get('/embed')).status).toBe(404);
  settle({ frameAncestors: FRAMES });
  const { text, headers } = await get('/embed?day=2027-11-11');
  expect(headers.get('content-security-policy')).toContain('frame-ancestors https://www.city.example;');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('x-frame-options')).toBeNull();
  expect(text).not.toMatch(/<script/);
  expect(text).toContain('target="_blank"');
  for (const path of ['', '/now', '/mine', `/sessions/${rain.id}`]) {
    const page = await get(path);
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  }
});

test('a calendar of favourites holds them and nothing else', async () => {
  await release(world, eventId, [rain, heat]);
  const { text, headers } = await get(`/mine.ics?s=${heat.id}.nonsense.${heat.id}`);
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(text).toContain('熱の話');
  expect(text).not.toContain('雨の話');
  expect((await get('/mine.ics?s=')).status).toBe(404);
});

test('the short form names days and sessions in the language asked for', async () => {
  await release(world, eventId, [rain]);
  const brief = JSON.parse((await get('/brief.json?lang=en')).text);
  expect(brief.days).toContain('2027-11-08');
  expect(brief.sessions).toEqual([
    expect.objectContaining({
      id: rain.id,
      title: 'About rain',
      venue: '14:00–15:00',
      japan: '20:00–21:00',
      hall: 'B2',
    }),
  ]);
});

test('the pulse tells the release, the time, and how much changed since one', async () => {
  await release(world, eventId, [rain, heat]);
  expect(JSON.parse((await get('/pulse.json')).text)).toEqual({
    release: 1,
    now: '2027-11-11T11:20:00.000Z',
    changed: 0,
  });
  await release(world, eventId, [{ ...rain, state: 'cancelled' }, heat]);
  later();
  const { text, headers } = await get('/pulse.json?since=1');
  expect(JSON.parse(text)).toMatchObject({ release: 2, changed: 1 });
  expect(headers.get('cache-control')).toBe('no-store');
  expect(JSON.parse((await get('/pulse.json?since=99')).text)).toMatchObject({ changed: null });
});

test('what moved in the last days is marked with its old time struck', async () => {
  const moved = { ...released({ at: '16:30' }), id: rain.id };
  await release(world, eventId, [rain], new Date('2027-10-01T01:00:00Z'));
  await release(world, eventId, [moved], new Date('2027-10-20T01:00:00Z'));
  const { text } = await get('?day=2027-11-11');
  expect(text).toContain('<strong class="tag moved">時刻変更</strong>');
  expect(text).toMatch(/<s>14:00–15:00 <\/s>/);
  await release(world, eventId, [moved], new Date('2027-11-05T01:00:00Z'));
  later();
  expect((await get('?day=2027-11-11')).text).not.toContain('tag moved');
});

test('a paper says that it is right, and later what has changed on it', async () => {
  await release(world, eventId, [rain, heat]);
  const code = /<b>([0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3})<\/b>/.exec((await get('?day=2027-11-11')).text)?.[1] ?? '';
  expect((await get(`/paper/${code}`)).text).toContain('お手元の紙は最新です');
  await release(world, eventId, [rain, { ...heat, state: 'cancelled' }]);
  later();
  const old = (await get(`/paper/${code.toLowerCase()}`)).text;
  expect(old).toContain('お手元の紙は古くなっています（変更1件）');
  expect(old).toContain('熱の話');
  expect(old).not.toContain('雨の話');
  const typo = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
  expect((await get(`/paper/${typo}`)).text).toContain('この番号の紙は見つかりません');
  const typed = await get(`/paper?code=${code}`);
  expect(typed.headers.get('location')).toBe(`/schedule/${slug}/paper/${code.replaceAll('-', '')}`);
});

test('a session tells machines its time with the venue’s offset, and what became of it', async () => {
  const evil = { ...heat, title: { ja: '</script><script>alert(1)', en: '' }, state: 'cancelled' as const };
  await release(world, eventId, [rain, evil]);
  const facts = async (id: string) => {
    const { text } = await get(`/sessions/${id}`);
    expect(text.match(/<script/g)).toHaveLength(2);
    return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)?.[1] ?? '');
  };
  expect(await facts(rain.id)).toMatchObject({
    startDate: '2027-11-11T14:00:00+03:00',
    eventStatus: 'https://schema.org/EventScheduled',
  });
  expect(await facts(evil.id)).toMatchObject({
    name: '</script><script>alert(1)',
    eventStatus: 'https://schema.org/EventCancelled',
  });
});

test('the worker keeps pages, and forgets them when the desk says so', async () => {
  await release(world, eventId, [rain]);
  expect((await world.public.get('/schedule/sw.js')).text).toBe('keeps');
  expect((await get()).text).toContain('data-offline');
  settle({ publicOffline: false });
  later();
  const { text, headers } = await world.public.get('/schedule/sw.js');
  expect(text).toContain('registration.unregister()');
  expect(headers.get('cache-control')).toBe('no-cache');
  world.now = new Date('2027-11-11T11:22:00Z');
  expect((await get('?day=2027-11-12')).text).not.toContain('data-offline');
});
