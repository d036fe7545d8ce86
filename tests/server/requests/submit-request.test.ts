import { beforeEach, expect, test } from 'vitest';
import { requestRoutes } from '#server/requests/routes.ts';
import type { ProblemBody } from '#shared/problem.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import {
  anEvent,
  aSentRequest,
  aWholeDraft,
  historyOf,
  mailsWaiting,
  someDelegates,
  WHOLE,
} from '#tests/support/builders/requests.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: requestRoutes });
let eventId: string;
let member: Client;
beforeEach(async () => {
  eventId = await anEvent(world.database);
  member = await world.as({ role: 'member_editor' });
});

const submit = (client: Client, { id, version }: { id: string; version: number }, headers: object = {}) =>
  client.post<RequestView & ProblemBody>(`/api/requests/${id}/submission`, undefined, {
    ...ifMatch(version),
    ...headers,
  });
const codeOf = (answer: { body: ProblemBody }) => answer.body.type.replace('/problems/', '');

const setWindow = (late: 'mark' | 'refuse', opensAt: string, closesAt: string) =>
  world.database.write(nobody, (tx) =>
    tx
      .insertInto('requestWindow')
      .values({ id: eventId, eventId, kind: 'speaking', opensAt, closesAt, late })
      .execute(),
  );

test('sending gives the reference, the next step and its due time, and tells both sides', async () => {
  const triager = await world.as({ role: 'staff_triager' });
  const answer = await submit(member, await aWholeDraft(member));
  expect(answer.body).toMatchObject({
    reference: 'COP32-S-0001',
    state: 'submitted',
    turn: 'desk',
    // The next working day, 17:00 in Japan.
    dueAt: '2026-07-02T08:00:00.000Z',
    riskAt: '2026-07-01T20:00:00.000Z',
    submittedAt: world.now.toISOString(),
    late: false,
    filedForBy: null,
    editable: true,
  });
  expect(await mailsWaiting(world)).toEqual([
    {
      template: 'request.received',
      to: triager.actor.accountId,
      params: { path: `/desk/requests/${answer.body.id}`, reference: 'COP32-S-0001', kind: 'speaking' },
    },
  ]);
  const [, ...history] = await historyOf(world, answer.body.id);
  expect(history).toEqual([
    {
      action: 'submit',
      fromState: 'draft',
      toState: 'submitted',
      reason: null,
      details: { reference: 'COP32-S-0001' },
      actorId: member.actor.accountId,
    },
  ]);
});

test('the municipality’s other officers get a receipt, its viewers and strangers do not', async () => {
  const memberId = member.actor.memberId ?? '';
  const manager = await world.as({ role: 'member_manager', memberId });
  await world.as({ role: 'member_viewer', memberId });
  await world.as({ role: 'member_manager' });
  await submit(member, await aWholeDraft(member));
  expect((await mailsWaiting(world)).map(({ template, to }) => [template, to])).toEqual([
    ['request.receipt', manager.actor.accountId],
  ]);
});

test('what is missing is said field by field, with its page of the wizard', async () => {
  const draft = await aWholeDraft(member, { ...WHOLE, titleEn: '', wishes: [] });
  const answer = await submit(member, draft);
  expect([answer.status, codeOf(answer), answer.body.errors, answer.body.steps]).toEqual([
    422,
    'invalid-input',
    [
      { pointer: '/titleEn', detail: '企画名（英語）を入力してください' },
      { pointer: '/wishes', detail: '希望する日時を1つ以上選んでください' },
    ],
    ['content', 'times'],
  ]);
});

test.each([
  ['before it opens', 'mark', '2026-08-01T00:00:00Z', '2026-09-01T00:00:00Z', 422],
  ['after it has shut', 'refuse', '2026-05-01T00:00:00Z', '2026-06-30T23:59:59Z', 422],
  ['late where that is marked', 'mark', '2026-05-01T00:00:00Z', '2026-06-30T23:59:59Z', 200],
  ['in time', 'refuse', '2026-05-01T00:00:00Z', '2026-07-01T00:00:01Z', 200],
] as const)('the window: %s', async (name, late, opens, closes, status) => {
  const draft = await aWholeDraft(member);
  await setWindow(late, opens, closes);
  const answer = await submit(member, draft);
  expect(answer.status).toBe(status);
  if (status === 422) expect(codeOf(answer)).toBe('window-closed');
  else expect(answer.body.late).toBe(name.startsWith('late'));
});

test('twice at once under one key is sent once, and both hear the same', async () => {
  const draft = await aWholeDraft(member);
  const key = { 'idempotency-key': 'one-submission-1' };
  const answers = await Promise.all([submit(member, draft, key), submit(member, draft, key)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers[0]?.text).toBe(answers[1]?.text);
  expect((await historyOf(world, draft.id)).map(({ action }) => action)).toEqual(['create', 'submit']);
});

test('twice at once without a key is sent once, and the second hears of the first', async () => {
  const draft = await aWholeDraft(member);
  const answers = await Promise.all([submit(member, draft), submit(member, draft)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  const stale = answers.find(({ status }) => status === 412);
  expect(stale?.body).toMatchObject({
    current: { state: 'submitted', reference: 'COP32-S-0001' },
    changedBy: member.actor.name,
    changedAt: world.now.toISOString(),
  });
});

test('ten at once get ten numbers without a gap', async () => {
  const drafts = [];
  for (let index = 0; index < 10; index += 1) drafts.push(await aWholeDraft(member));
  const answers = await Promise.all(drafts.map((draft) => submit(member, draft)));
  expect(answers.map(({ body }) => body.reference).sort()).toEqual(
    Array.from({ length: 10 }, (_, index) => `COP32-S-${String(index + 1).padStart(4, '0')}`),
  );
});

test('a refused submission takes no number', async () => {
  await submit(member, await aWholeDraft(member, { ...WHOLE, titleEn: '' }));
  expect((await aSentRequest(member)).reference).toBe('COP32-S-0001');
});

test('a coordinator sends on behalf, and both the record and the page say so', async () => {
  const memberId = member.actor.memberId ?? '';
  const coordinator = await world.as({ role: 'staff_coordinator' });
  const made = await coordinator.post<RequestView>('/api/requests', { event: 'cop32', kind: 'speaking', memberId });
  const path = `/api/requests/${made.body.id}`;
  const saved = await coordinator.put<RequestView>(`${path}/answers`, { details: WHOLE }, ifMatch(1));
  const sent = await submit(coordinator, saved.body);
  expect(sent.body).toMatchObject({ filedForBy: coordinator.actor.name, member: { id: memberId }, state: 'submitted' });
  expect((await historyOf(world, sent.body.id)).map(({ details }) => details)).toEqual([
    { onBehalf: true },
    { reference: 'COP32-S-0001', onBehalf: true },
  ]);
  expect((await mailsWaiting(world)).map(({ template, to }) => [template, to])).toEqual([
    ['request.receipt', member.actor.accountId],
  ]);
});

test('a delegate who has been named and is then another’s is refused', async () => {
  const stranger = await world.as({ role: 'member_editor' });
  const [theirs] = await someDelegates(world.database, eventId, stranger.actor.memberId ?? '', 1);
  const draft = await aWholeDraft(member);
  await world.database.write(nobody, (tx) =>
    tx
      .updateTable('request')
      .set({ details: JSON.stringify({ ...draft.details, speakers: [{ delegateId: theirs }] }) })
      .where('id', '=', draft.id)
      .execute(),
  );
  const answer = await submit(member, draft);
  expect([answer.status, codeOf(answer), answer.body.delegateIds]).toEqual([409, 'not-in-delegation', [theirs]]);
});

test('what has been sent, and what is another’s or nobody’s, cannot be sent', async () => {
  const sent = await aSentRequest(member);
  const again = await submit(member, sent);
  expect([again.status, codeOf(again), again.body.detail]).toEqual([409, 'wrong-state', 'すでに提出されています']);

  const draft = await aWholeDraft(member);
  const stranger = await world.as({ role: 'member_manager' });
  expect((await submit(stranger, draft)).status).toBe(404);
  expect((await submit(member, { id: eventId, version: 1 })).status).toBe(404);
  expect((await submit(world.public, draft)).status).toBe(401);
  expect((await submit(await world.as({ role: 'staff_triager' }), draft)).status).toBe(403);
  expect((await submit(await world.as({ role: 'staff_coordinator' }), draft)).status).toBe(404);
});
