import { expect, test } from 'vitest';
import type { DelegationRow, DelegationView } from '#shared/delegations/contract.ts';
import { nobody } from '#tests/support/database.ts';
import { addDelegation } from '#tests/support/delegations.ts';
import { addEvent } from '#tests/support/events.ts';
import { type Client, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const list = (person: Client) => person.get<{ items: DelegationRow[] }>('/api/events/cop32/delegations');

test('the office sees every delegation, a member its own, in as many queries for three as for one', async () => {
  const eventId = await addEvent(world);
  const coordinator = await world.as({ role: 'staff_coordinator' });
  const add = async (delegates: number) => {
    const viewer = await world.as({ role: 'member_viewer' });
    const memberId = viewer.actor.memberId ?? '';
    return { viewer, memberId, ...(await addDelegation(world, { eventId, memberId, delegates })) };
  };
  const count = async () => {
    world.queries.length = 0;
    const { items } = (await list(coordinator)).body;
    return [items.length, world.queries.length];
  };
  const first = await add(1);
  const [, one] = await count();
  const second = await add(3);
  await add(0);
  expect(await count()).toEqual([3, one]);

  await world.database.write(nobody, async (tx) => {
    const [head, leaver] = second.delegates;
    await tx
      .updateTable('delegation')
      .set({ headDelegateId: head ?? null })
      .where('id', '=', second.id)
      .execute();
    await tx
      .updateTable('delegate')
      .set({ arrivesOn: '2027-11-08', leavesOn: '2027-11-12' })
      .where('id', '=', head ?? '')
      .execute();
    await tx
      .updateTable('delegate')
      .set({ arrivesOn: '2027-11-01', removedAt: new Date() })
      .where('id', '=', leaver ?? '')
      .execute();
  });
  const own = await list(second.viewer);
  expect(own.body.items).toEqual([
    {
      ...{ id: second.id, member: { id: second.memberId, name: { ja: '試験市', en: 'Test City' } }, delegates: 2 },
      ...{ head: '試験 太郎0', from: '2027-11-08', to: '2027-11-12' },
    },
  ]);
  expect((await list(first.viewer)).body.items.map((row) => [row.id, row.delegates, row.head])).toEqual([
    [first.id, 1, null],
  ]);
});

test('a delegation is read by its member and the office, and is not there for others', async () => {
  const eventId = await addEvent(world);
  const viewer = await world.as({ role: 'member_viewer' });
  const { id, delegates } = await addDelegation(world, {
    eventId,
    memberId: viewer.actor.memberId ?? '',
    delegates: 2,
  });
  const path = `/api/delegations/${id}`;
  for (const person of [viewer, await world.as({ role: 'staff_triager' }), await world.as({ role: 'registrar' })]) {
    const answer = await person.get<DelegationView>(path);
    expect(answer.body.delegates.map((one) => one.id)).toEqual(delegates);
    expect(answer.headers.get('etag')).toBe('"1"');
  }
  expect((await (await world.as({ role: 'member_manager' })).get(path)).status).toBe(404);
  expect((await viewer.get('/api/delegations/019a0000-0000-7000-8000-000000000001')).status).toBe(404);
  for (const role of ['staff_admin', 'auditor'] as const) {
    const person = await world.as({ role });
    expect((await person.get(path)).status).toBe(403);
    expect((await list(person)).status).toBe(403);
  }
  expect((await world.public.get(path)).status).toBe(401);
  expect((await list(world.public)).status).toBe(401);
});
