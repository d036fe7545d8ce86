import { expect, test } from 'vitest';
import type { PresenceView } from '#shared/requests/contract.ts';
import { useRequestWorld } from '#tests/support/builders/request-world.ts';
import type { Client } from '#tests/support/world.ts';

const { world, people, make } = useRequestWorld();
const here = async (client: Client, id: string) =>
  (await client.put<PresenceView>(`/api/requests/${id}/presence`)).body;

test('colleagues see each other for a minute after the last sign', async () => {
  const id = await make('in_triage');
  world.realNow = new Date('2026-07-01T03:00:00Z');
  expect(await here(people.triager, id)).toEqual({ others: [], version: 1 });
  world.realNow = new Date('2026-07-01T03:01:00Z');
  expect(await here(people.coordinator, id)).toEqual({ others: ['事務 一郎'], version: 1 });
  world.realNow = new Date('2026-07-01T03:02:01Z');
  expect((await here(people.triager, id)).others).toEqual([]);
});

test('a municipality is not told who at the office has it open, the office is told of the municipality', async () => {
  const id = await make('in_triage');
  await here(people.triager, id);
  const colleague = await world.as({
    role: 'member_viewer',
    memberId: people.member.actor.memberId ?? '',
    name: '同僚 三郎',
  });
  expect((await here(colleague, id)).others).toEqual([]);
  expect((await here(people.member, id)).others).toEqual(['同僚 三郎']);
  expect((await here(people.triager, id)).others).toEqual(['同僚 三郎', '架空 市子']);
});

test('who may not', async () => {
  const id = await make('in_triage');
  expect((await world.public.put(`/api/requests/${id}/presence`)).status).toBe(401);
  expect((await (await world.as({ role: 'member_editor' })).put(`/api/requests/${id}/presence`)).status).toBe(404);
  expect((await people.triager.put(`/api/requests/${people.eventId}/presence`)).status).toBe(404);
});
