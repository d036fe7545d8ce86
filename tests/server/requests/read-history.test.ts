import { expect, test } from 'vitest';
import { writeHistory } from '#db/queries/history.ts';
import { verifyHistory } from '#server/accounts/verify-history.ts';
import type { ProblemBody } from '#shared/problem.ts';
import type { HistoryHead, HistoryView } from '#shared/requests/contract.ts';
import { sealAll } from '#tests/support/builders/history.ts';
import { useRequestWorld } from '#tests/support/builders/request-world.ts';
import { aSentRequest } from '#tests/support/builders/requests.ts';
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

test('by person, thing, act, period and ready filter', async () => {
  const auditor = await world.as({ role: 'auditor' });
  const first = await aStory();
  const sent = await aSentRequest(people.member);
  await world.database.write(people.coordinator.actor, async (tx) => {
    const entry = { actor: people.coordinator.actor, subject: 'delegate', subjectId: first };
    await writeHistory(tx, { ...entry, at: new Date('2026-06-30T14:59:59Z'), action: 'identity.revealed' });
    await writeHistory(tx, { ...entry, at: new Date('2026-06-29T15:00:00Z'), subject: 'account', action: 'invite' });
  });
  const found = async (query: string) =>
    (await auditor.get<{ items: HistoryView[] }>(`/api/history?${query}`)).body.items.map(({ action }) => action);
  expect(await found('')).toHaveLength(7);
  expect(await found(`person=${encodeURIComponent('事務')}`)).toEqual(['ask']);
  expect(await found('person=%25')).toEqual([]);
  expect(await found(`thing=${sent.reference?.toLowerCase()}`)).toEqual(['submit', 'create']);
  expect(await found(`thing=${first}`)).toEqual(['place', 'ask', 'assign', 'identity.revealed', 'invite']);
  expect(await found('subject=meeting')).toEqual(['place']);
  expect(await found('action=ask')).toEqual(['ask']);
  expect(await found('only=reveals')).toEqual(['identity.revealed']);
  expect(await found('only=access')).toEqual(['invite']);
  // Days are Japan's: the last second of 30 June there is in it, the first of July is not.
  expect(await found('since=2026-06-30&until=2026-06-30')).toEqual(['identity.revealed', 'invite']);
  expect(await found('until=2026-06-29')).toEqual([]);
  const [row] = (await auditor.get<{ items: HistoryView[] }>(`/api/history?thing=${sent.reference}`)).body.items;
  expect(row).toMatchObject({ reference: sent.reference, requestId: sent.id, subjectId: sent.id });
  for (const misfit of ['since=yesterday', 'only=everything', 'subject=DROP', 'person=%00']) {
    expect((await auditor.get(`/api/history?${misfit}`)).status, misfit).toBe(422);
  }
});

test('everybody sees what they did themselves, and nothing else', async () => {
  await aStory();
  const mine = async (client: Client) => (await client.get<{ items: HistoryView[] }>('/api/history/mine')).body.items;
  expect((await mine(people.triager)).map(({ action }) => action)).toEqual(['ask']);
  expect((await mine(people.coordinator)).map(({ action }) => action)).toEqual(['place', 'assign']);
  expect(await mine(await world.as({ role: 'staff_admin' }))).toEqual([]);
  expect(await mine(people.member)).toEqual([]);
  expect((await world.public.get('/api/history/mine')).status).toBe(401);
});

test('what the office does for a municipality says for whom, to everybody who may read it', async () => {
  const memberId = people.member.actor.memberId ?? '';
  const made = await people.coordinator.post<{ id: string }>('/api/requests', {
    ...{ event: 'cop32', kind: 'pass', memberId },
  });
  for (const client of [people.member, people.coordinator]) {
    expect((await read(client, made.body.id)).map(({ action, principal }) => [action, principal])).toEqual([
      ['create', { ja: '試験市', en: 'Test City' }],
    ]);
  }
  const auditor = await world.as({ role: 'auditor' });
  const [row] = (await auditor.get<{ items: HistoryView[] }>('/api/history')).body.items;
  expect(row).toMatchObject({ action: 'create', principal: { ja: '試験市' } });
  const own = await people.member.post<{ id: string }>('/api/requests', { event: 'cop32', kind: 'pass' });
  expect((await read(people.member, own.body.id)).map(({ principal }) => principal)).toEqual([null]);
});

test('the head of the chain is the auditor’s', async () => {
  await aStory();
  const auditor = await world.as({ role: 'auditor' });
  expect((await auditor.get('/api/history/head')).body).toEqual({ head: null });
  await sealAll(world.database);
  const { head } = (await auditor.get<HistoryHead>('/api/history/head')).body;
  expect(head).toMatchObject({ seq: 3, hash: (await verifyHistory(world.database)).head?.hash });
  expect((await people.coordinator.get('/api/history/head')).status).toBe(403);
  expect((await world.public.get('/api/history/head')).status).toBe(401);
});

test('a page takes as many queries for three rows as for one', async () => {
  const auditor = await world.as({ role: 'auditor' });
  await aStory();
  const count = async (limit: number) => {
    world.queries.length = 0;
    await auditor.get(`/api/history?limit=${limit}`);
    return world.queries.length;
  };
  expect(await count(3)).toBe(await count(1));
});

test('who may not read a request’s', async () => {
  const id = await make('in_triage');
  expect((await (await world.as({ role: 'member_manager' })).get(`/api/requests/${id}/history`)).status).toBe(404);
  expect((await world.public.get(`/api/requests/${id}/history`)).status).toBe(401);
  expect((await people.triager.get(`/api/requests/${people.eventId}/history`)).status).toBe(404);
});
