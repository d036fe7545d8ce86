import { describe, expect, test } from 'vitest';
import { codeOf, useRequestWorld } from '#tests/support/builders/request-world.ts';
import { historyOf, mailsWaiting } from '#tests/support/builders/requests.ts';

const { world, people, make, step } = useRequestWorld();
const templates = async () => (await mailsWaiting(world)).map(({ template }) => template);

test('an answer goes into the conversation, back to the desk, and to the owner by mail', async () => {
  const id = await make('needs_info', { ownerId: people.triager.actor.accountId });
  const answer = await step(people.member, id, 'answer', { body: '27日にお送りします' });
  expect(answer.body).toMatchObject({
    state: 'in_triage',
    turn: 'desk',
    dueAt: '2026-07-06T08:00:00.000Z',
    version: 2,
  });
  const messages = await people.triager.get<{ items: object[] }>(`/api/requests/${id}/messages`);
  expect(messages.body.items).toMatchObject([
    { kind: 'answer', fromOffice: false, author: '架空 市子', body: '27日にお送りします' },
  ]);
  expect((await mailsWaiting(world)).map(({ template, to }) => [template, to])).toEqual([
    ['request.answered', people.triager.actor.accountId],
  ]);
});

test('an approved request is answered only while its municipality is asked', async () => {
  const waiting = await make('approved', { turn: 'desk' });
  const refused = await step(people.member, waiting, 'answer', { body: 'はい' });
  expect([codeOf(refused), refused.body.detail]).toEqual(['wrong-state', '事務局からの質問はありません']);
  const asked = await make('approved', { turn: 'member' });
  expect((await step(people.member, asked, 'answer', { body: 'はい' })).body).toMatchObject({
    state: 'approved',
    turn: 'desk',
  });
});

test('an offer is accepted, or refused with a reason', async () => {
  const accepted = await step(people.member, await make('offered'), 'offer-acceptance');
  expect(accepted.body).toMatchObject({ state: 'approved', turn: 'desk', decidedAt: world.now.toISOString() });
  const id = await make('offered');
  const refused = await step(people.member, id, 'offer-refusal', { reason: '日程が合いません' });
  expect(refused.body).toMatchObject({ state: 'in_triage', turn: 'desk' });
  expect((await historyOf(world, id)).map(({ reason }) => reason)).toEqual(['日程が合いません']);
  expect(new Set(await templates())).toEqual(new Set(['request.offer-accepted', 'request.offer-refused']));
});

test('a withdrawn request is over', async () => {
  const id = await make('fulfilled');
  const answer = await step(people.member, id, 'withdrawal', { reason: '' });
  expect(answer.body).toMatchObject({
    state: 'withdrawn',
    turn: 'none',
    dueAt: null,
    riskAt: null,
    closedAt: world.now.toISOString(),
    editable: false,
  });
  expect(answer.body.actions.map(({ whyNot }) => whyNot)).not.toContain(null);
});

test('a coordinator steps on behalf: the record says so and both sides are told', async () => {
  const id = await make('needs_info', { ownerId: people.triager.actor.accountId });
  const answer = await step(people.coordinator, id, 'answer', { body: '電話で確認しました' });
  expect(answer.status).toBe(200);
  expect((await historyOf(world, id)).map(({ details }) => details)).toEqual([{ onBehalf: true }]);
  expect((await mailsWaiting(world)).map(({ to }) => to).sort()).toEqual(
    [people.triager.actor.accountId, people.member.actor.accountId].sort(),
  );
});

describe('who may not', () => {
  const steps = [
    ['answer', 'needs_info', { body: 'はい' }],
    ['offer-acceptance', 'offered', undefined],
    ['offer-refusal', 'offered', { reason: '' }],
    ['withdrawal', 'submitted', { reason: '' }],
  ] as const;
  test.each(steps)('%s', async (noun, state, body) => {
    const id = await make(state);
    const memberId = people.member.actor.memberId ?? '';
    expect((await step(world.public, id, noun, body)).status).toBe(401);
    expect((await step(people.triager, id, noun, body)).status).toBe(403);
    expect((await step(await world.as({ role: 'member_viewer', memberId }), id, noun, body)).status).toBe(403);
    expect((await step(await world.as({ role: 'member_manager' }), id, noun, body)).status).toBe(404);
    expect((await step(people.member, people.eventId, noun, body)).status).toBe(404);
    const stale = await step(people.member, id, noun, body, 7);
    expect([stale.status, codeOf(stale)]).toEqual([412, 'changed-meanwhile']);
    expect(await historyOf(world, id)).toEqual([]);
    expect((await step(people.member, id, noun, body)).status).toBe(200);
  });
});
