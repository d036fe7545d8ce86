import { expect, test } from 'vitest';
import type { ProblemBody } from '#shared/problem.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { codeOf, useRequestWorld } from '#tests/support/builders/request-world.ts';
import { historyOf, mailsWaiting } from '#tests/support/builders/requests.ts';
import { type Client, ifMatch } from '#tests/support/world.ts';

const { world, people, make } = useRequestWorld();
const assign = (client: Client, id: string, ownerId: string | null, version = 1, note = '') =>
  client.put<RequestView & ProblemBody>(`/api/requests/${id}/owner`, { ownerId, note }, ifMatch(version));

test('the new owner is told, the record keeps both and the note', async () => {
  const id = await make('in_triage', { ownerId: people.coordinator.actor.accountId });
  const answer = await assign(people.coordinator, id, people.triager.actor.accountId, 1, '休暇のため');
  expect(answer.body).toMatchObject({ owner: { id: people.triager.actor.accountId, name: '事務 一郎' }, version: 2 });
  expect(await historyOf(world, id)).toMatchObject([
    {
      action: 'assign',
      reason: '休暇のため',
      details: { from: people.coordinator.actor.accountId, to: people.triager.actor.accountId },
    },
  ]);
  expect((await mailsWaiting(world)).map(({ template, to }) => [template, to])).toEqual([
    ['request.handed-over', people.triager.actor.accountId],
  ]);
});

test('taking it oneself, or leaving it to nobody, tells nobody', async () => {
  const id = await make('in_triage');
  expect((await assign(people.triager, id, people.triager.actor.accountId)).status).toBe(200);
  expect((await assign(people.triager, id, null, 2)).body.owner).toBe(null);
  expect(await mailsWaiting(world)).toEqual([]);
});

test('only somebody at the desk can own a request', async () => {
  const id = await make('in_triage');
  const auditor = await world.as({ role: 'auditor' });
  for (const ownerId of [people.member.actor.accountId, auditor.actor.accountId, people.eventId]) {
    const answer = await assign(people.triager, id, ownerId);
    expect(answer.body.errors).toEqual([{ pointer: '/ownerId', detail: '担当できる人を選んでください' }]);
  }
});

test('who may not', async () => {
  const id = await make('in_triage');
  expect((await assign(world.public, id, null)).status).toBe(401);
  expect((await assign(people.member, id, null)).status).toBe(403);
  expect((await assign(people.triager, people.eventId, null)).status).toBe(404);
  expect((await assign(people.triager, id, null, 4)).status).toBe(412);
  expect(codeOf(await assign(people.triager, await make('declined'), null))).toBe('wrong-state');
});
