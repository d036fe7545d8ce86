import { beforeEach, expect, test } from 'vitest';
import { newId } from '#db/id.ts';
import type { Favourites } from '#shared/schedule/favourite-contract.ts';
import { MOST_FAVOURITES } from '#shared/schedule/favourites.ts';
import { release, released } from '#tests/support/builders/released.ts';
import { addEvent } from '#tests/support/events.ts';
import { type Client, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const [rain, heat] = [released(), released()];
const AT = Date.parse('2026-11-01T00:00:00Z');
const PATH = '/api/events/cop32/favourites';
let me: Client;
beforeEach(async () => {
  await release(world, await addEvent(world, { slug: 'cop32' }), [rain, heat]);
  me = await world.as({ role: 'member_viewer' });
});
const star = (id: string, at = AT, on = true) => ({ id, on, at: new Date(at).toISOString() });
const put = (client: Client, ...items: object[]) => client.put<Favourites>(PATH, { items });
const mine = async (client = me) => (await client.get<Favourites>(PATH)).body.items;

test('what two devices say becomes one list, and the later word of each session counts', async () => {
  await put(me, star(rain.id), star(heat.id));
  const { status, body } = await put(me, star(rain.id, AT + 1, false), star(heat.id, AT - 1, false));
  expect(status).toBe(200);
  expect(body.items).toEqual([star(rain.id, AT + 1, false), star(heat.id)].sort((a, b) => (a.id < b.id ? -1 : 1)));
  // A device that was away for long brings its old star; it stays removed.
  await put(me, star(rain.id));
  expect(await mine()).toEqual(body.items);
});

test('a device whose clock is ahead has no last word for ever', async () => {
  await put(me, star(rain.id, Date.parse('2099-01-01T00:00:00Z')));
  const [kept] = await mine();
  expect(Date.parse(kept?.at ?? '')).toBeLessThanOrEqual(Date.now());
});

test('every role keeps its own, and nobody sees another’s', async () => {
  for (const role of ['member_manager', 'staff_coordinator', 'registrar', 'staff_admin', 'auditor'] as const) {
    const other = await world.as({ role });
    expect((await put(other, star(rain.id))).status).toBe(200);
    expect(await mine(other)).toEqual([star(rain.id)]);
  }
  expect(await mine()).toEqual([]);
});

test('sessions that were never released are not kept', async () => {
  expect((await put(me, star(newId()), star(rain.id))).body.items).toEqual([star(rain.id)]);
});

test('many devices at once lose nothing', async () => {
  const sessions = Array.from({ length: 12 }, () => released());
  await release(world, await addEvent(world, { slug: 'cop40' }), sessions);
  await Promise.all(sessions.map(({ id }) => me.put('/api/events/cop40/favourites', { items: [star(id)] })));
  const { body } = await me.get<Favourites>('/api/events/cop40/favourites');
  expect(body.items.map(({ id }) => id)).toEqual(sessions.map(({ id }) => id).sort());
});

test('who may not, and what does not fit', async () => {
  expect((await put(world.public, star(rain.id))).status).toBe(401);
  expect((await world.public.get(PATH)).status).toBe(401);
  expect((await me.get('/api/events/cop99/favourites')).status).toBe(404);
  expect((await me.put('/api/events/cop99/favourites', { items: [] })).status).toBe(404);
  expect((await put(me, { ...star(rain.id), id: 'x' })).status).toBe(422);
  expect((await put(me, { ...star(rain.id), note: '' })).status).toBe(422);
  const many = Array.from({ length: MOST_FAVOURITES + 1 }, () => star(newId()));
  expect((await put(me, ...many)).status).toBe(422);
});
