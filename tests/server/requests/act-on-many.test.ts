import { expect, test } from 'vitest';
import type { ProblemBody } from '#shared/problem.ts';
import type { BulkAnswer, MessageView } from '#shared/requests/contract.ts';
import { useRequestWorld } from '#tests/support/builders/request-world.ts';
import { historyOf, mailsWaiting } from '#tests/support/builders/requests.ts';
import { nobody } from '#tests/support/database.ts';
import type { Client } from '#tests/support/world.ts';

const { world, people, make, step } = useRequestWorld();
const bulk = async (client: Client, ids: string[], act: object, version = 1, headers = {}) =>
  (
    await client.post<BulkAnswer & ProblemBody>(
      '/api/requests/bulk',
      { items: ids.map((id) => ({ id, version })), act },
      headers,
    )
  ).body;
const stateOf = (id: string) =>
  world.database.read(nobody, (db) =>
    db
      .selectFrom('request')
      .select(['state', 'ownerId', 'turn', 'nextStep', 'dueAt', 'riskAt', 'decidedAt', 'closedAt'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );

test('each is judged on its own, and the answer says how it went', async () => {
  const good = await make('in_triage');
  const wrong = await make('offered');
  const answer = await bulk(people.triager, [good, wrong, people.eventId], { do: 'approve' });
  expect(answer.done).toEqual([{ id: good, version: 2 }]);
  expect(answer.refused).toEqual([
    { id: wrong, reference: expect.stringMatching(/^COP32-S-/), detail: 'この状態からは確定に進められません' },
    { id: people.eventId, reference: null, detail: 'ここには何もないか、お使いのアカウントでは見られません。' },
  ]);
  const stale = await bulk(people.triager, [await make('in_triage')], { do: 'approve' }, 5);
  expect(stale).toMatchObject({ undo: null, done: [], refused: [{ detail: expect.stringContaining('比べて') }] });
});

test.each([
  ['start', 'submitted', {}],
  ['approve', 'submitted', {}],
  ['waitlist', 'approved', {}],
  ['decline', 'waitlisted', { reason: '枠が埋まりました' }],
] as const)('%s is taken back whole, and its mail is never sent', async (act, state, more) => {
  const id = await make(state, { turn: 'counterpart' });
  const before = await stateOf(id);
  const done = await bulk(people.triager, [id], { do: act, ...more });
  expect(await stateOf(id)).not.toEqual(before);
  const undone = await bulk(people.triager, [id], { do: 'undo', undoes: done.undo }, 2);
  expect(undone).toEqual({ undo: null, done: [{ id, version: 3 }], refused: [] });
  expect(await stateOf(id)).toEqual(before);
  expect(await mailsWaiting(world)).toEqual([]);
  const messages = await people.member.get<{ items: MessageView[] }>(`/api/requests/${id}/messages`);
  expect(messages.body.items).toEqual([]);
  expect((await historyOf(world, id)).map(({ action }) => action)).toEqual([act, 'undo']);

  const twice = await bulk(people.triager, [id], { do: 'undo', undoes: done.undo }, 3);
  expect(twice.refused.map(({ detail }) => detail)).toEqual(['その後に変更されたため、取り消せません']);
});

test('when its mail is out already, the municipality is told that it no longer holds', async () => {
  const id = await make('in_triage');
  const done = await bulk(people.triager, [id], { do: 'approve' });
  await world.database.write(nobody, (tx) => tx.updateTable('outbox').set({ state: 'sent' }).execute());
  await bulk(people.triager, [id], { do: 'undo', undoes: done.undo }, 2);
  expect((await mailsWaiting(world)).map(({ template, to }) => [template, to])).toEqual([
    ['request.corrected', people.member.actor.accountId],
  ]);
});

test('handing over is taken back; not by somebody else, not after a further step', async () => {
  const first = await make('in_triage');
  const second = await make('in_triage');
  const done = await bulk(people.coordinator, [first, second], {
    do: 'assign',
    ownerId: people.triager.actor.accountId,
  });
  expect(done.done).toHaveLength(2);
  const undo = { do: 'undo', undoes: done.undo };
  const others = await bulk(people.triager, [first], undo, 2);
  expect(others.refused.map(({ detail }) => detail)).toEqual(['同じ操作をした人だけが取り消せます']);
  await step(people.triager, second, 'approval', undefined, 2);
  expect(await bulk(people.coordinator, [first], undo, 2)).toMatchObject({ done: [{ id: first }] });
  expect((await bulk(people.coordinator, [second], undo, 3)).refused).toHaveLength(1);
  expect([(await stateOf(first)).ownerId, (await stateOf(second)).ownerId]).toEqual([
    null,
    people.triager.actor.accountId,
  ]);
});

test('what has been said cannot be taken back', async () => {
  const id = await make('in_triage');
  const ask = { do: 'ask', nextStep: 'x', body: 'お願いします', dueAt: '2026-07-15T08:00:00Z' };
  expect(await bulk(people.triager, [id], ask)).toMatchObject({ undo: null, done: [{ id, version: 2 }] });
  expect(await bulk(people.triager, [id], { do: 'message', body: 'ご連絡' }, 2)).toMatchObject({
    undo: null,
    done: [{ id, version: 2 }],
  });
  const messages = await people.member.get<{ items: MessageView[] }>(`/api/requests/${id}/messages`);
  expect(messages.body.items.map(({ kind }) => kind)).toEqual(['question', 'message']);
});

test('twice under one key happens once, and a refused one does not hold up the rest', async () => {
  const good = await make('in_triage');
  const wrong = await make('declined');
  const key = { 'idempotency-key': 'bulk-once-only' };
  const send = () => bulk(people.triager, [wrong, good], { do: 'approve' }, 1, key);
  const [first, second] = await Promise.all([send(), send()]);
  expect(first).toEqual(second);
  expect(first.done).toEqual([{ id: good, version: 2 }]);
  expect((await historyOf(world, good)).map(({ action }) => action)).toEqual(['approve']);
});

test('who may not', async () => {
  const body = { items: [{ id: await make('in_triage'), version: 1 }], act: { do: 'approve' } };
  expect((await world.public.post('/api/requests/bulk', body)).status).toBe(401);
  expect((await people.member.post('/api/requests/bulk', body)).status).toBe(403);
  expect((await people.triager.post('/api/requests/bulk', { ...body, items: [] })).status).toBe(422);
});
