import { expect, test } from 'vitest';
import type { ProblemBody } from '#shared/problem.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { codeOf, useRequestWorld } from '#tests/support/builders/request-world.ts';
import { historyOf, mailsWaiting } from '#tests/support/builders/requests.ts';
import { type Client, ifMatch } from '#tests/support/world.ts';

const { world, people, make } = useRequestWorld();
const set = (client: Client, id: string, more: object = {}, version = 1) =>
  client.put<RequestView & ProblemBody>(
    `/api/requests/${id}/next-step`,
    { dueAt: '2026-07-20T08:00:00Z', nextStep: '先方の返事', turn: 'counterpart', ...more },
    ifMatch(version),
  );

test('the counterpart’s turn has a due time and a moment of risk like any other', async () => {
  const id = await make('approved', { kind: 'bilateral' });
  expect((await set(people.triager, id)).body).toMatchObject({
    turn: 'counterpart',
    nextStep: '先方の返事',
    dueAt: '2026-07-20T08:00:00.000Z',
    riskAt: '2026-07-10T08:00:00.000Z',
    state: 'approved',
    version: 2,
  });
  expect(await historyOf(world, id)).toMatchObject([
    { action: 'next_step', details: { turn: 'counterpart', dueAt: '2026-07-20T08:00:00.000Z' } },
  ]);
  expect(await mailsWaiting(world)).toEqual([]);
});

test('a municipality whose turn it is gets mail', async () => {
  await set(people.triager, await make('fulfilled'), { turn: 'member' });
  expect((await mailsWaiting(world)).map(({ template, to }) => [template, to])).toEqual([
    ['request.question', people.member.actor.accountId],
  ]);
});

test('who may not, and not for the past', async () => {
  const id = await make('approved');
  expect((await set(world.public, id)).status).toBe(401);
  expect((await set(people.member, id)).status).toBe(403);
  expect((await set(people.triager, people.eventId)).status).toBe(404);
  expect((await set(people.triager, id, {}, 3)).status).toBe(412);
  expect((await set(people.triager, id, { dueAt: '2026-06-01T00:00:00Z' })).body.errors?.[0]?.pointer).toBe('/dueAt');
  expect(codeOf(await set(people.triager, await make('completed')))).toBe('wrong-state');
  expect(await historyOf(world, id)).toEqual([]);
});
