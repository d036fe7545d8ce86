import { expect, test } from 'vitest';
import { currentEventSlug } from '#server/events/read-event.ts';
import type { EventView } from '#shared/events/contract.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { addEvent, deadlineInput, poolInput, roomInput, venueInput, windowInput } from '#tests/support/events.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();

test('an event is read with all that belongs to it, in as many queries for three of each as for one', async () => {
  await addEvent(world);
  const admin = await world.as({ role: 'staff_admin' });
  const fill = async (count: number) => {
    const venue = await admin.post<{ id: string }>('/api/events/cop32/venues', venueInput);
    await admin.post('/api/events/cop32/rooms', roomInput(venue.body.id, `room-${count}`));
    await admin.post('/api/events/cop32/deadlines', deadlineInput);
    await admin.post('/api/events/cop32/pools', poolInput);
  };
  const read = async () => {
    world.queries.length = 0;
    const answer = await admin.get<EventView>('/api/events/cop32');
    return { event: answer.body, queries: world.queries.length };
  };
  await fill(1);
  await admin.post('/api/events/cop32/windows', windowInput);
  await admin.put(
    '/api/events/cop32/days',
    { days: [{ day: '2027-11-09', theme: { ja: 'エネルギー', en: 'Energy' }, rest: false }] },
    { 'if-match': '"1"' },
  );
  const one = await read();
  await fill(2);
  await fill(3);
  const three = await read();

  expect(three.queries).toBe(one.queries);
  expect([one.event.rooms.length, three.event.rooms.length, three.event.pools.length]).toEqual([1, 3, 3]);
  const { venues, rooms, deadlines, windows, pools, days, ...event } = one.event;
  expect(event).toMatchObject({ slug: 'cop32', process: 'unfccc', phase: 'collecting', version: 2 });
  expect(event.processInfo.name).toEqual({ ja: '気候変動枠組条約', en: 'UNFCCC' });
  expect(days).toEqual([{ day: '2027-11-09', theme: { ja: 'エネルギー', en: 'Energy' }, rest: false }]);
  expect(venues.map((one) => one.timeZone)).toEqual(['Africa/Addis_Ababa']);
  expect(rooms.map((one) => [one.slug, one.timeZone])).toEqual([['room-1', 'Africa/Addis_Ababa']]);
  expect(deadlines.map((one) => one.dueAt)).toEqual(['2027-09-30T08:00:00.000Z']);
  expect(windows.map((one) => one.kind)).toEqual(['pass']);
  expect(pools.map((one) => [one.from, one.to, one.places])).toEqual([['2027-11-08', '2027-11-19', 3]]);
});

test('events are listed with the latest first, and one query', async () => {
  await addEvent(world, { slug: 'cop30', startsOn: '2025-11-10', endsOn: '2025-11-21' });
  await addEvent(world);
  const viewer = await world.as({ role: 'member_viewer' });
  await viewer.get('/api/events');
  world.queries.length = 0;
  const answer = await viewer.get<{ items: { slug: string }[] }>('/api/events');
  expect(answer.body.items.map((one) => one.slug)).toEqual(['cop32', 'cop30']);
  expect(world.queries.filter((text) => /from "event"/.test(text)).length).toBe(1);
});

test('nobody signed out reads events, and what is not there is not there', async () => {
  await addEvent(world);
  const member = await world.as({ role: 'member_viewer' });
  expect((await world.public.get('/api/events')).status).toBe(401);
  expect((await world.public.get('/api/events/cop32')).status).toBe(401);
  expect(codeOf(await member.get('/api/events/cop99'))).toBe('not-found');
  expect(codeOf(await member.get('/api/events/NO_SLUG'))).toBe('not-found');
});

test('the current event is the next that is not over, else the last', async () => {
  expect(await currentEventSlug(world.ctx)).toBeNull();
  await addEvent(world, { slug: 'cop30', startsOn: '2025-11-10', endsOn: '2025-11-21', phase: 'closed' });
  await addEvent(world, { slug: 'cop29', startsOn: '2024-11-11', endsOn: '2024-11-22', phase: 'closed' });
  expect(await currentEventSlug(world.ctx)).toBe('cop30');
  await addEvent(world, { slug: 'cop33', startsOn: '2028-11-08', endsOn: '2028-11-19', phase: 'announced' });
  await addEvent(world, { slug: 'cop32' });
  expect(await currentEventSlug(world.ctx)).toBe('cop32');
  world.now = new Date('2027-12-01T00:00:00Z');
  expect(await currentEventSlug(world.ctx)).toBe('cop33');
});
