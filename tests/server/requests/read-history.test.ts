import { expect, test } from 'vitest';
import { writeHistory } from '#db/queries/history.ts';
import type { ProblemBody } from '#shared/problem.ts';
import type { HistoryView } from '#shared/requests/contract.ts';
import { useRequestWorld } from '#tests/support/builders/request-world.ts';
import type { Client } from '#tests/support/world.ts';
import { ifMatch } from '#tests/support/world.ts';

const { world, people, make, step } = useRequestWorld();
const read = async (client: Client, id: string) =>
  (await client.get<{ items: HistoryView[] }>(`/api/requests/${id}/history`)).body.items;

/** A request that was handed over, asked about, and whose session was placed in spite of a clash. */
async function aStory(): Promise<string> {
  const id = await make('in_triage');
  const owner = { ownerId: people.triager.actor.accountId, note: '急ぎ' };
  await people.coordinator.put(`/api/requests/${id}/owner`, owner, ifMatch(1));
  await step(people.triager, id, 'question', { nextStep: 'x', body: 'y', dueAt: '2026-07-15T08:00:00Z' }, 2);
  await world.database.write(people.coordinator.actor, (tx) =>
    writeHistory(tx, {
      at: world.now,
      actor: people.coordinator.actor,
      subject: 'meeting',
      subjectId: id,
      action: 'place',
      reason: '市長は途中で退席',
      details: { accepted: ['x'] },
      requestId: id,
      memberId: people.member.actor.memberId,
    }),
  );
  return id;
}

test('the office reads everything', async () => {
  const items = await read(people.triager, await aStory());
  expect(items.map(({ action, actor, reason }) => [action, actor, reason])).toEqual([
    ['assign', '調整 二子', '急ぎ'],
    ['ask', '事務 一郎', null],
    ['place', '調整 二子', '市長は途中で退席'],
  ]);
});

test('a municipality reads what concerns it: no handing over, no reasons of the office', async () => {
  const items = await read(people.member, await aStory());
  expect(items.map(({ action, reason, details }) => [action, reason, details])).toEqual([
    ['ask', null, { dueAt: '2026-07-15T08:00:00.000Z' }],
    ['place', null, {}],
  ]);
});

test('the record is the auditor’s, and a manager’s for their own municipality', async () => {
  await aStory();
  const stranger = await world.as({ role: 'member_manager' });
  const manager = await world.as({ role: 'member_manager', memberId: people.member.actor.memberId ?? '' });
  const auditor = await world.as({ role: 'auditor' });
  const all = async (client: Client, query = '') =>
    (await client.get<{ items: HistoryView[]; next: string | null }>(`/api/history${query}`)).body;
  expect((await all(auditor)).items.map(({ action }) => action)).toEqual(['place', 'ask', 'assign']);
  expect((await all(manager)).items.map(({ action }) => action)).toEqual(['place', 'ask']);
  expect((await all(stranger)).items).toEqual([]);

  const first = await all(auditor, '?limit=2');
  const second = await all(auditor, `?limit=2&after=${first.next}`);
  expect([...first.items, ...second.items].map(({ action }) => action)).toEqual(['place', 'ask', 'assign']);
  expect(second.next).toBe(null);
  expect((await auditor.get<ProblemBody>('/api/history?after=x')).body.errors?.[0]?.pointer).toBe('?after');

  for (const client of [people.member, people.triager, await world.as({ role: 'staff_admin' })]) {
    expect((await client.get('/api/history')).status).toBe(403);
  }
  expect((await world.public.get('/api/history')).status).toBe(401);
});

test('who may not read a request’s', async () => {
  const id = await make('in_triage');
  expect((await (await world.as({ role: 'member_manager' })).get(`/api/requests/${id}/history`)).status).toBe(404);
  expect((await world.public.get(`/api/requests/${id}/history`)).status).toBe(401);
  expect((await people.triager.get(`/api/requests/${people.eventId}/history`)).status).toBe(404);
});
