import { expect, test } from 'vitest';
import type { NoteView } from '#shared/requests/contract.ts';
import { useRequestWorld } from '#tests/support/builders/request-world.ts';
import { mailsWaiting } from '#tests/support/builders/requests.ts';

const { world, people, make } = useRequestWorld();

test('the office writes to itself: no mail, and the municipality sees nothing of it anywhere', async () => {
  const id = await make('in_triage', { title: '公開の企画' });
  const path = `/api/requests/${id}`;
  const written = await people.triager.post<NoteView>(`${path}/notes`, { body: '内部だけの話' });
  expect([written.status, written.body.author]).toEqual([201, '事務 一郎']);
  expect((await people.coordinator.get<{ items: NoteView[] }>(`${path}/notes`)).body.items).toEqual([written.body]);
  expect(await mailsWaiting(world)).toEqual([]);

  for (const address of [path, `${path}/messages`, `${path}/history`, '/api/requests?event=cop32', '/api/history']) {
    const manager = await world.as({ role: 'member_manager', memberId: people.member.actor.memberId ?? '' });
    const answer = await manager.get(address);
    expect([address, answer.status, answer.text.includes('内部')]).toEqual([address, 200, false]);
  }
  const query = encodeURIComponent('内部');
  expect((await people.triager.get(`/api/requests?event=cop32&q=${query}`)).body).toEqual({ items: [], next: null });
});

test('who may not', async () => {
  const id = await make('in_triage');
  for (const client of [people.member, await world.as({ role: 'registrar' }), await world.as({ role: 'auditor' })]) {
    expect((await client.get(`/api/requests/${id}/notes`)).status).toBe(403);
    expect((await client.post(`/api/requests/${id}/notes`, { body: 'x' })).status).toBe(403);
  }
  expect((await world.public.get(`/api/requests/${id}/notes`)).status).toBe(401);
  expect((await people.triager.get(`/api/requests/${people.eventId}/notes`)).status).toBe(404);
  expect((await people.triager.post(`/api/requests/${await make('draft')}/notes`, { body: 'x' })).status).toBe(404);
});
