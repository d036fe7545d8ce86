import { expect, test } from 'vitest';
import type { ProblemBody } from '#shared/problem.ts';
import type { MessageView } from '#shared/requests/contract.ts';
import { codeOf, useRequestWorld } from '#tests/support/builders/request-world.ts';
import { mailsWaiting } from '#tests/support/builders/requests.ts';
import { nobody } from '#tests/support/database.ts';
import type { Client } from '#tests/support/world.ts';

const { world, people, make } = useRequestWorld();
const write = (client: Client, id: string, body = 'お世話になっております', headers = {}) =>
  client.post<MessageView & ProblemBody>(`/api/requests/${id}/messages`, { body }, headers);
const read = async (client: Client, id: string) =>
  (await client.get<{ items: MessageView[] }>(`/api/requests/${id}/messages`)).body.items;

test('both sides write, the other is told, and both read the same in order', async () => {
  const id = await make('in_triage', { ownerId: people.triager.actor.accountId });
  const first = await write(people.member, id, '<b>太字</b>\n二行目');
  expect([first.status, first.body]).toMatchObject([
    201,
    {
      kind: 'message',
      fromOffice: false,
      author: '架空 市子',
      body: '<b>太字</b>\n二行目',
      at: world.now.toISOString(),
    },
  ]);
  world.now = new Date(world.now.getTime() + 60_000);
  const registrar = await world.as({ role: 'registrar' });
  const second = await write(registrar, id);
  expect(second.body.fromOffice).toBe(true);
  expect(await read(people.member, id)).toEqual([first.body, second.body]);
  expect(await read(people.triager, id)).toEqual([first.body, second.body]);
  expect((await mailsWaiting(world)).map(({ template, to }) => [template, to])).toEqual([
    ['request.message-from-member', people.triager.actor.accountId],
    ['request.message-from-office', people.member.actor.accountId],
  ]);
});

test('mail goes to everybody who triages when the owner has left', async () => {
  const id = await make('in_triage', { ownerId: people.triager.actor.accountId });
  await world.database.write(nobody, (tx) =>
    tx.updateTable('account').set({ state: 'suspended' }).where('id', '=', people.triager.actor.accountId).execute(),
  );
  await write(people.member, id);
  expect((await mailsWaiting(world)).map(({ to }) => to)).toEqual([people.coordinator.actor.accountId]);
});

test('no mail holds a word that somebody typed', async () => {
  const id = await make('in_triage', { title: '秘密の企画' });
  await write(people.member, id, '秘密の本文');
  expect(JSON.stringify(await mailsWaiting(world))).not.toMatch(/秘密|架空|試験市/);
});

test('twice under one key is one message', async () => {
  const id = await make('in_triage');
  const key = { 'idempotency-key': 'one-message-only' };
  await Promise.all([write(people.member, id, 'x', key), write(people.member, id, 'x', key)]);
  expect(await read(people.member, id)).toHaveLength(1);
});

test('who may not', async () => {
  const id = await make('in_triage');
  const memberId = people.member.actor.memberId ?? '';
  expect((await write(world.public, id)).status).toBe(401);
  expect((await write(await world.as({ role: 'member_viewer', memberId }), id)).status).toBe(403);
  const stranger = await world.as({ role: 'member_manager' });
  expect((await write(stranger, id)).status).toBe(404);
  expect((await stranger.get(`/api/requests/${id}/messages`)).status).toBe(404);
  expect((await write(people.member, people.eventId)).status).toBe(404);
  expect((await write(people.member, id, ' ')).status).toBe(422);
  expect(codeOf(await write(people.member, await make('draft')))).toBe('wrong-state');
  expect(await read(people.member, id)).toEqual([]);
});
