import { beforeEach, expect, test } from 'vitest';
import { publicPages } from '#server/schedule/public-pages.ts';
import { release, released } from '#tests/support/builders/released.ts';
import { addEvent } from '#tests/support/events.ts';
import { useWorld } from '#tests/support/world.ts';
import { publicRenderer } from '#web/schedule/public/render.tsx';

const pages = publicPages(publicRenderer, { stylesheet: '/assets/public.css', icon: '/assets/mark.svg' });
const world = useWorld({ publicPages: pages });
let count = 0;
let path = '';
let eventId = '';
beforeEach(async () => {
  count += 1;
  eventId = await addEvent(world, { slug: `cop-${count}` });
  path = `/schedule/cop-${count}?day=2027-11-11`;
  world.now = new Date('2027-11-11T11:20:10Z');
  world.realNow = new Date('2027-11-11T11:20:10Z');
  await release(world, eventId, [released()]);
});
const get = (headers = {}) => world.public.get(path, headers);
const asked = (of: string, method = 'GET') =>
  pages.atHand(world.ctx, { method, url: `http://localhost${of}`, header: () => null });
const isAtHand = (of = path) => asked(of) !== null;
/** All that an answer says, but for its number. */
const said = (headers: Headers) => Object.fromEntries([...headers].filter(([name]) => name !== 'x-request-id'));

test('the second answer says what the first said, to the letter', async () => {
  const first = await get();
  expect(isAtHand()).toBe(true);
  const second = await get();
  expect(second.text).toBe(first.text);
  expect(said(second.headers)).toEqual(said(first.headers));
  expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
});

test('so does the answer that nothing changed', async () => {
  const { headers } = await get();
  const answers = [];
  for (let turn = 0; turn < 2; turn += 1) answers.push(await get({ 'if-none-match': headers.get('etag') ?? '' }));
  expect(answers.map(({ status, text }) => [status, text])).toEqual([
    [304, ''],
    [304, ''],
  ]);
  expect(answers[0]?.headers.get('etag')).toBe(headers.get('etag'));
});

test('each answer has its line in the log', async () => {
  await get();
  await get();
  const lines = world.logged.map((line) => JSON.parse(line));
  expect(lines.map(({ route, status }) => [route, status])).toEqual([
    ['/schedule/:event', 200],
    ['/schedule/:event', 200],
  ]);
});

test.each([
  [
    'the next minute',
    () => {
      world.now = new Date('2027-11-11T11:21:00Z');
    },
  ],
  [
    'a second later, when there may be another release',
    () => {
      world.realNow = new Date('2027-11-11T11:20:12Z');
    },
  ],
])('nothing is at hand %s', async (_, move) => {
  await get();
  move();
  expect(isAtHand()).toBe(false);
});

test('a new release is not hidden by what is at hand', async () => {
  await get();
  await release(world, eventId, [released({ ja: '新しい話' })]);
  world.realNow = new Date('2027-11-11T11:20:12Z');
  expect((await get()).text).toContain('新しい話');
  expect((await get()).text).toContain('新しい話');
});

test('what was not found is never at hand, nor is another method', async () => {
  await world.public.get('/schedule/cop-none');
  expect(isAtHand('/schedule/cop-none')).toBe(false);
  await get();
  expect(asked(path, 'POST')).toBeNull();
});
