import { beforeEach, expect, test } from 'vitest';
import { scheduleRoutes } from '#server/schedule/routes.ts';
import type { DraftView, EditorPresence, SessionView } from '#shared/schedule/contract.ts';
import { type AnEvent, aMember, anEvent } from '#tests/support/builders/passes.ts';
import { aRoom, aSpeakingRequest, atVenue } from '#tests/support/builders/schedule.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: scheduleRoutes });
let event: AnEvent;

beforeEach(async () => {
  event = await anEvent(world.database);
});
const open = async (client: Client) => (await client.put<EditorPresence>('/api/events/cop32/schedule/presence')).body;

test('two who have the programme open know of each other, until one has gone', async () => {
  const [one, two] = [
    await world.as({ role: 'staff_coordinator', name: '森' }),
    await world.as({ role: 'staff_admin', name: '林' }),
  ];
  expect((await open(one)).others).toEqual([]);
  expect((await open(two)).others).toEqual(['森']);
  expect((await open(one)).others).toEqual(['林']);
  world.realNow = new Date(Date.now() + 30_000);
  expect((await open(one)).others).toEqual([]);
});

test('the mark differs as soon as a colleague has moved something, and only then', async () => {
  const [one, two] = [
    await world.as({ role: 'staff_coordinator' }),
    await world.as({ role: 'staff_coordinator', name: '林' }),
  ];
  const room = await aRoom(world.database, event);
  const request = await aSpeakingRequest(world.database, event, await aMember(world.database), []);
  const session = (await two.post<SessionView>(`/api/requests/${request.id}/session`)).body;
  const before = await open(one);
  expect((await open(one)).mark).toBe(before.mark);
  const slot = { roomId: room, startsAt: atVenue(11, '10:00'), minutes: 45 };
  expect((await two.put(`/api/sessions/${session.id}/slot`, slot, ifMatch(1))).status).toBe(200);
  expect((await open(one)).mark).not.toBe(before.mark);
  expect((await one.get<DraftView>('/api/events/cop32/schedule')).body.elsewhere).toEqual([]);
});

test('it is the desk’s alone', async () => {
  const member = await world.as({ role: 'member_manager' });
  expect((await world.public.put('/api/events/cop32/schedule/presence')).status).toBe(401);
  expect((await member.put('/api/events/cop32/schedule/presence')).status).toBe(403);
  expect((await (await world.as({ role: 'registrar' })).put('/api/events/cop99/schedule/presence')).status).toBe(404);
});
