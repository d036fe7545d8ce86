import { expect, test } from 'vitest';
import type { ProblemBody } from '#shared/problem.ts';
import { codeOf, useRequestWorld } from '#tests/support/builders/request-world.ts';
import { aSentRequest, aWholeDraft } from '#tests/support/builders/requests.ts';
import { type Client, ifMatch } from '#tests/support/world.ts';

const { world, people } = useRequestWorld();
const discard = (client: Client, id: string, version: number) =>
  client.del<ProblemBody>(`/api/requests/${id}`, ifMatch(version));

test('a draft is gone, a sent request is not', async () => {
  const draft = await aWholeDraft(people.member);
  expect((await discard(people.member, draft.id, draft.version)).status).toBe(204);
  expect((await people.member.get(`/api/requests/${draft.id}`)).status).toBe(404);
  const sent = await aSentRequest(people.member);
  expect(codeOf(await discard(people.member, sent.id, sent.version))).toBe('wrong-state');
  expect((await people.member.get(`/api/requests/${sent.id}`)).status).toBe(200);
});

test('who may not', async () => {
  const { id, version } = await aWholeDraft(people.member);
  expect((await discard(world.public, id, version)).status).toBe(401);
  expect((await discard(people.triager, id, version)).status).toBe(403);
  expect((await discard(people.coordinator, id, version)).status).toBe(404);
  expect((await discard(await world.as({ role: 'member_editor' }), id, version)).status).toBe(404);
  expect((await discard(people.member, id, version + 1)).status).toBe(412);
  expect((await discard(people.member, people.eventId, 1)).status).toBe(404);
  expect((await people.member.get(`/api/requests/${id}`)).status).toBe(200);
});
