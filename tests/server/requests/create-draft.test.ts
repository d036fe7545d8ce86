import { expect, test } from 'vitest';
import type { ProblemBody } from '#shared/problem.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { codeOf, useRequestWorld } from '#tests/support/builders/request-world.ts';
import { nobody } from '#tests/support/database.ts';
import type { Client } from '#tests/support/world.ts';

const { world, people } = useRequestWorld();
const begin = (client: Client, more: object = {}, headers: Record<string, string> = {}) =>
  client.post<RequestView & ProblemBody>('/api/requests', { event: 'cop32', kind: 'speaking', ...more }, headers);

test('a draft belongs to the municipality, has empty answers and no due time', async () => {
  const made = await begin(people.member);
  expect([made.status, made.headers.get('location'), made.headers.get('etag')]).toEqual([
    201,
    `/api/requests/${made.body.id}`,
    '"1"',
  ]);
  expect(made.body).toMatchObject({
    state: 'draft',
    turn: 'member',
    reference: null,
    dueAt: null,
    member: { id: people.member.actor.memberId },
    createdBy: '架空 市子',
    filedForBy: null,
    editable: true,
    event: { slug: 'cop32', shortName: 'COP32', timeZone: 'Africa/Addis_Ababa' },
    details: { titleJa: '', minutes: 60 },
  });
  expect(made.body.actions.find(({ action }) => action === 'submit')?.whyNot).toBe(null);
});

test('a coordinator files for the municipality they name; nobody else at the office sees the draft', async () => {
  const memberId = people.member.actor.memberId ?? '';
  const made = await begin(people.coordinator, { memberId });
  expect(made.body).toMatchObject({ filedForBy: '調整 二子', createdBy: '調整 二子', member: { id: memberId } });
  const path = `/api/requests/${made.body.id}`;
  expect((await people.coordinator.get(path)).status).toBe(200);
  expect((await people.member.get(path)).status).toBe(200);
  for (const role of ['staff_coordinator', 'staff_triager', 'registrar'] as const) {
    expect([role, (await (await world.as({ role })).get(path)).status]).toEqual([role, 404]);
  }
  const colleague = await world.as({ role: 'staff_coordinator' });
  for (const [noun, body] of [
    ['messages', undefined],
    ['notes', undefined],
    ['history', undefined],
    ['presence', {}],
  ] as const) {
    const answer = body ? await colleague.put(`${path}/${noun}`) : await colleague.get(`${path}/${noun}`);
    expect([noun, answer.status]).toEqual([noun, 404]);
  }
});

test('for whom, is asked of a coordinator and not of a municipality', async () => {
  const named = [{ pointer: '/memberId', detail: '自治体を選んでください' }];
  expect((await begin(people.coordinator)).body.errors).toEqual(named);
  expect((await begin(people.coordinator, { memberId: people.eventId })).body.errors).toEqual(named);
  const stranger = await world.as({ role: 'member_editor' });
  expect((await begin(people.member, { memberId: stranger.actor.memberId })).status).toBe(404);
  expect((await begin(people.member, { memberId: people.member.actor.memberId })).status).toBe(201);
});

test.each([
  ['mark', 201],
  ['refuse', 422],
] as const)('after the window has shut (%s)', async (late, status) => {
  await world.database.write(nobody, (tx) =>
    tx
      .insertInto('requestWindow')
      .values({
        id: people.eventId,
        eventId: people.eventId,
        kind: 'speaking',
        opensAt: '2026-05-01T00:00:00Z',
        closesAt: '2026-06-30T00:00:00Z',
        late,
      })
      .execute(),
  );
  const answer = await begin(people.member);
  expect(answer.status).toBe(status);
  if (status === 422) expect(codeOf(answer)).toBe('window-closed');
  expect((await begin(people.member, { kind: 'pass' })).status).toBe(201);
});

test('twice under one key is one draft', async () => {
  const key = { 'idempotency-key': 'one-draft-please' };
  const answers = await Promise.all([begin(people.member, {}, key), begin(people.member, {}, key)]);
  expect(answers[0]?.body.id).toBe(answers[1]?.body.id);
});

test('who may not, and for which event', async () => {
  expect((await begin(world.public)).status).toBe(401);
  expect((await begin(await world.as({ role: 'member_viewer' }))).status).toBe(403);
  expect((await begin(people.triager)).status).toBe(403);
  expect((await begin(people.member, { event: 'nowhere' })).status).toBe(404);
});
