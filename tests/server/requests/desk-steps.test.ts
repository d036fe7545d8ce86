import { describe, expect, test } from 'vitest';
import { codeOf, useRequestWorld } from '#tests/support/builders/request-world.ts';
import { historyOf, mailsWaiting } from '#tests/support/builders/requests.ts';

const { world, people, make, step } = useRequestWorld();
const due = '2026-07-15T17:00:00+09:00';

test('a question goes into the conversation, to the municipality by mail, and can be asked again', async () => {
  const id = await make('in_triage');
  const asked = await step(people.triager, id, 'question', {
    nextStep: '英文要旨',
    body: '英文要旨をお願いします',
    dueAt: due,
  });
  expect(asked.body).toMatchObject({
    state: 'needs_info',
    turn: 'member',
    nextStep: '英文要旨',
    dueAt: '2026-07-15T08:00:00.000Z',
    riskAt: '2026-07-12T08:00:00.000Z',
    lastWord: { kind: 'question', body: '英文要旨をお願いします', at: world.now.toISOString() },
  });
  expect(await mailsWaiting(world)).toEqual([
    {
      template: 'request.question',
      to: people.member.actor.accountId,
      params: {
        path: `/requests/${id}`,
        reference: asked.body.reference,
        kind: 'speaking',
        dueAt: '2026-07-15T08:00:00.000Z',
      },
    },
  ]);
  world.now = new Date(world.now.getTime() + 1000);
  const again = await step(
    people.triager,
    id,
    'question',
    { nextStep: '写真', body: '写真もお願いします', dueAt: due },
    2,
  );
  expect(again.body).toMatchObject({ state: 'needs_info', nextStep: '写真', lastWord: { body: '写真もお願いします' } });
});

test.each([
  ['question', 'in_triage', { nextStep: 'x', body: 'y', dueAt: '2026-07-01T00:00:00Z' }],
  ['offer', 'in_triage', { body: 'y', dueAt: '2026-06-30T00:00:00Z' }],
] as const)('a due time that is over is refused at its field: %s', async (noun, state, body) => {
  const answer = await step(people.triager, await make(state), noun, body);
  expect([answer.status, answer.body.errors]).toEqual([
    422,
    [{ pointer: '/dueAt', detail: '今より後の日時を選んでください' }],
  ]);
});

test('declining asks for a reason, which is both in the conversation and in the record', async () => {
  const id = await make('in_triage');
  const without = await step(people.triager, id, 'refusal', { reason: ' ' });
  expect(without.body.errors).toEqual([{ pointer: '/reason', detail: '理由を入力してください' }]);
  const answer = await step(people.triager, id, 'refusal', { reason: '枠が埋まりました' });
  expect(answer.body).toMatchObject({
    state: 'declined',
    lastWord: { kind: 'decision', body: '枠が埋まりました' },
    decidedAt: world.now.toISOString(),
    closedAt: world.now.toISOString(),
  });
  expect(await historyOf(world, id)).toMatchObject([
    { action: 'decline', fromState: 'in_triage', toState: 'declined', reason: '枠が埋まりました' },
  ]);
  const reopened = await step(people.triager, id, 'reopening', { reason: '' }, 2);
  expect(reopened.body).toMatchObject({ state: 'in_triage', decidedAt: null, closedAt: null, turn: 'desk' });
});

test('each step leads on, says when the next is due and tells the municipality', async () => {
  const walk = [
    ['triage', undefined, 'in_triage', '2026-07-08T08:00:00.000Z'],
    ['offer', { body: '11/12の朝はいかがですか', dueAt: due }, 'offered', '2026-07-15T08:00:00.000Z'],
  ] as const;
  const id = await make('submitted');
  let version = 1;
  for (const [noun, body, state, dueAt] of walk) {
    expect((await step(people.triager, id, noun, body, version)).body).toMatchObject({ state, dueAt });
    version += 1;
  }
  // Fifteen working days after 1 July skip the Marine Day of 20 July.
  expect((await step(people.triager, await make('submitted'), 'approval')).body.dueAt).toBe('2026-07-23T08:00:00.000Z');
  expect((await step(people.triager, await make('approved'), 'waitlisting', { reason: '' })).body).toMatchObject({
    state: 'waitlisted',
    waitlist: { position: 1, of: 1 },
  });
  expect((await step(people.triager, await make('fulfilled'), 'completion')).body.state).toBe('completed');
  expect((await mailsWaiting(world)).map(({ template }) => template)).toEqual([
    'request.approved',
    'request.completed',
    'request.offer',
    'request.waitlisted',
  ]);
});

test('the waiting list counts by the time of sending, within the kind', async () => {
  const at = (day: number) => new Date(Date.UTC(2026, 5, day));
  await make('waitlisted', { createdAt: at(1) });
  await make('waitlisted', { createdAt: at(1), kind: 'pass' });
  await make('waitlisted', { createdAt: at(3) });
  const id = await make('waitlisted', { createdAt: at(2) });
  const view = await people.member.get<{ waitlist: object }>(`/api/requests/${id}`);
  expect(view.body.waitlist).toEqual({ position: 2, of: 3 });
});

describe('who may not', () => {
  const words = { nextStep: 'x', body: 'y', dueAt: due };
  const steps = [
    ['triage', 'submitted', undefined],
    ['question', 'in_triage', words],
    ['approval', 'in_triage', undefined],
    ['waitlisting', 'in_triage', { reason: '' }],
    ['offer', 'in_triage', { body: 'y', dueAt: due }],
    ['refusal', 'in_triage', { reason: 'x' }],
    ['reopening', 'declined', { reason: '' }],
    ['completion', 'fulfilled', undefined],
  ] as const;
  test.each(steps)('%s', async (noun, state, body) => {
    const id = await make(state);
    expect((await step(world.public, id, noun, body)).status).toBe(401);
    expect((await step(people.member, id, noun, body)).status).toBe(403);
    expect((await step(await world.as({ role: 'registrar' }), id, noun, body)).status).toBe(403);
    expect((await step(people.triager, people.eventId, noun, body)).status).toBe(404);
    expect((await step(people.triager, await make('draft'), noun, body)).status).toBe(404);
    const stale = await step(people.triager, id, noun, body, 9);
    expect([stale.status, codeOf(stale)]).toEqual([412, 'changed-meanwhile']);
    expect(await historyOf(world, id)).toEqual([]);
    expect((await step(people.triager, id, noun, body)).status).toBe(200);
  });
});
