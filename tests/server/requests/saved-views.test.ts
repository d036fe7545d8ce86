import { expect, test } from 'vitest';
import type { ProblemBody } from '#shared/problem.ts';
import type { SavedView } from '#shared/requests/contract.ts';
import { codeOf, useRequestWorld } from '#tests/support/builders/request-world.ts';
import type { Client } from '#tests/support/world.ts';

const { world, people } = useRequestWorld();
const save = (client: Client, name: string) =>
  client.post<SavedView & ProblemBody>('/api/saved-views', { name, query: 'kind=pass&owner=me' });
const list = async (client: Client) => (await client.get<{ items: SavedView[] }>('/api/saved-views')).body.items;

test('views are one’s own, each under a name of its own', async () => {
  const first = await save(people.triager, '自分のパス');
  const second = await save(people.triager, '首長案件');
  expect([first.status, codeOf(await save(people.triager, '自分のパス'))]).toEqual([201, 'already-exists']);
  expect((await save(people.coordinator, '自分のパス')).status).toBe(201);
  expect(await list(people.triager)).toEqual([first.body, second.body]);

  expect((await people.coordinator.del(`/api/saved-views/${first.body.id}`)).status).toBe(404);
  expect((await people.triager.del(`/api/saved-views/${first.body.id}`)).status).toBe(204);
  expect((await people.triager.del(`/api/saved-views/${first.body.id}`)).status).toBe(404);
  expect(await list(people.triager)).toEqual([second.body]);
});

test('who may not', async () => {
  expect((await save(people.member, 'x')).status).toBe(403);
  expect((await save(world.public, 'x')).status).toBe(401);
  expect((await people.member.get('/api/saved-views')).status).toBe(403);
  expect((await save(people.triager, ' ')).status).toBe(422);
});
