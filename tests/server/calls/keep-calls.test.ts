import { beforeEach, expect, test } from 'vitest';
import type { CallView } from '#shared/calls/contract.ts';
import type { ProblemBody } from '#shared/problem.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { aCall, aSentProposal } from '#tests/support/builders/calls.ts';
import { anEvent } from '#tests/support/builders/requests.ts';
import { callBody } from '#tests/support/call-samples.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
let staff: Client;
beforeEach(async () => {
  await anEvent(world.database);
  staff = await world.as({ role: 'staff_coordinator' });
});

const label = { ja: '誰と？', en: 'With whom?' };
const TIMES = { opensAt: '2026-06-01T00:00:00.000Z', closesAt: '2026-08-01T00:00:00.000Z' };
const input = (more: object = {}) => ({
  ...callBody(),
  ...TIMES,
  questions: [{ kind: 'short', required: false, label, options: [] }],
  ...more,
});
const put = (client: Client, call: CallView, body: object, version = call.version) =>
  client.put<CallView & ProblemBody>(`/api/calls/${call.id}`, body, ifMatch(version));

test('a call keeps its questions and criteria, is changed with its version, and goes while nothing was sent to it', async () => {
  const call = await aCall(staff, input());
  expect(call).toMatchObject({ state: 'open', timeZone: 'Africa/Addis_Ababa', proposals: 0, version: 1 });
  const [question] = call.questions;
  const more = { kind: 'choice', required: true, label, options: [label, label] };
  const changed = await put(staff, call, input({ questions: [more, question] }));
  expect(changed.body.questions).toMatchObject([more, { id: question?.id }]);
  expect(codeOf(await put(staff, call, input()))).toBe('changed-meanwhile');
  const copy = { event: 'cop32', opensAt: '2027-01-01T00:00:00.000Z', closesAt: '2027-02-01T00:00:00.000Z' };
  const copied = await staff.post<CallView>(`/api/calls/${call.id}/copy`, copy);
  expect(copied.body).toMatchObject({ state: 'upcoming', title: call.title, questions: [{ label }, { label }] });
  expect(copied.body.questions[1]?.id).not.toBe(question?.id);
  expect((await staff.del(`/api/calls/${copied.body.id}`, ifMatch(1))).status).toBe(204);
  expect((await staff.get(`/api/calls/${copied.body.id}`)).status).toBe(404);
});

test('once something was sent, what was asked and promised stays, and its words can be mended', async () => {
  const call = await aCall(staff, input());
  const member = await world.as({ role: 'member_editor' });
  await aSentProposal(member, call);
  const mended = { ja: '誰といっしょに？', en: 'Together with whom?' };
  const { questions, criteria } = call;
  const words = await put(staff, call, input({ criteria, questions: [{ ...questions[0], label: mended }] }));
  expect(words.body.questions[0]?.label).toEqual(mended);
  const { version } = words.body;
  const heavier = criteria.map((one) => ({ ...one, weight: 9 }));
  for (const change of [
    { questions: [], criteria },
    { questions, criteria: heavier },
  ]) {
    expect(codeOf(await put(staff, call, input(change), version))).toBe('still-in-use');
  }
  expect(codeOf(await staff.del(`/api/calls/${call.id}`, ifMatch(version)))).toBe('still-in-use');
});

test('one call stands open for a room at a time, also when colleagues add ten at once', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => staff.post('/api/events/cop32/calls', input())));
  expect(answers.map((one) => one.status).sort()).toEqual([201, ...Array(9).fill(409)]);
  const later = input({ opensAt: TIMES.closesAt, closesAt: '2026-09-01T00:00:00.000Z' });
  expect((await staff.post('/api/events/cop32/calls', later)).status).toBe(201);
});

test('members see what has opened, staff also what opens later; one query more or less never depends on how many', async () => {
  const member = await world.as({ role: 'member_viewer' });
  const list = async (client: Client) => {
    world.queries.length = 0;
    const { body } = await client.get<{ items: CallView[] }>('/api/events/cop32/calls');
    return { states: body.items.map((one) => one.state), queries: world.queries.length };
  };
  await aCall(staff, input());
  const one = await list(staff);
  await aCall(staff, input({ opensAt: '2026-09-01T00:00:00Z', closesAt: '2026-10-01T00:00:00Z' }));
  await aCall(staff, input({ opensAt: '2026-01-01T00:00:00Z', closesAt: '2026-02-01T00:00:00Z' }));
  const three = await list(staff);
  expect(three).toEqual({ states: ['upcoming', 'open', 'closed'], queries: one.queries });
  expect((await list(member)).states).toEqual(['open', 'closed']);
  world.now = new Date(TIMES.closesAt);
  expect((await list(member)).states).toEqual(['closed', 'closed']);
});

test('is refused where it does not fit, and to whom it is not open', async () => {
  const post = (client: Client, body: object) => client.post<ProblemBody>('/api/events/cop32/calls', body);
  expect((await post(world.public, input())).status).toBe(401);
  for (const role of ['member_manager', 'staff_triager', 'auditor'] as const) {
    expect((await post(await world.as({ role }), input())).status).toBe(403);
  }
  expect((await post(await world.as({ role: 'staff_admin' }), input())).status).toBe(201);
  expect((await staff.post('/api/events/cop99/calls', input())).status).toBe(404);
  const pointers = async (more: object) =>
    (await post(staff, input(more))).body.errors?.map(({ pointer }) => pointer) ?? [];
  expect(await pointers({ closesAt: TIMES.opensAt })).toEqual(['/closesAt']);
  expect(await pointers({ criteria: [] })).toEqual(['/criteria']);
  expect(await pointers({ questions: [{ kind: 'choice', required: true, label, options: [label] }] })).toEqual([
    '/questions/0/options',
  ]);
  expect(await pointers({ roomId: call0 })).toEqual(['/roomId']);
});
const call0 = '019a0000-0000-7000-8000-000000000001';
