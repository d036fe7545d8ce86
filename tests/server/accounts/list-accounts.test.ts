import { expect, test } from 'vitest';
import type { AccountView, StaffView } from '#shared/accounts/contract.ts';
import { addAccount } from '#tests/support/accounts.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
type List = { items: AccountView[]; next: string | null };

test('an administrator sees every account, a manager those of the own municipality', async () => {
  const manager = await world.as({ role: 'member_manager' });
  const other = await world.as({ role: 'member_manager' });
  const admin = await world.as({ role: 'staff_admin' });
  const { memberId } = manager.actor;
  const id = await addAccount(world, { email: '00@city.example', role: 'member_editor', memberId });
  const ids = async (person: typeof admin, query = '') =>
    (await person.get<List>(`/api/accounts${query}`)).body.items.map((one) => one.id).sort();
  const own = [id, manager.actor.accountId].sort();
  expect(await ids(manager)).toEqual(own);
  expect(await ids(manager, `?member=${memberId}`)).toEqual(own);
  expect((await manager.get(`/api/accounts?member=${other.actor.memberId}`)).status).toBe(404);
  expect((await manager.get('/api/accounts?office=true')).status).toBe(404);
  expect((await ids(admin)).length).toBe(4);
  expect(await ids(admin, `?member=${memberId}`)).toEqual(own);
  expect(await ids(admin, '?office=true')).toEqual([admin.actor.accountId]);
  expect((await ids(admin, '?office=false')).length).toBe(3);
  const first = (await admin.get<List>('/api/accounts?limit=1')).body;
  expect(first.items).toEqual([
    {
      ...{ id, email: '00@city.example', name: '試験 次郎', section: '', role: 'member_editor', state: 'active' },
      ...{ memberId, memberName: { ja: '試験市', en: 'Test City' }, lang: 'ja', lastSignedInAt: null, version: 1 },
      secondFactor: false,
    },
  ]);
  expect((await admin.get<List>(`/api/accounts?limit=3&after=${first.next}`)).body).toMatchObject({ next: null });
});

test('accounts and colleagues are listed in as many queries for three as for one', async () => {
  const admin = await world.as({ role: 'staff_admin' });
  const coordinator = await world.as({ role: 'staff_coordinator', name: 'い' });
  const count = async () => {
    world.queries.length = 0;
    await admin.get('/api/accounts');
    await coordinator.get('/api/staff');
    return world.queries.length;
  };
  const one = await count();
  await world.as({ role: 'registrar', name: 'あ' });
  await world.as({ role: 'staff_triager', name: 'う' });
  await addAccount(world, { email: 'off@office.example', state: 'suspended' });
  expect(await count()).toBe(one);
  const { items } = (await coordinator.get<{ items: StaffView[] }>('/api/staff')).body;
  expect(items.map((row) => [row.name, row.role])).toEqual([
    ['あ', 'registrar'],
    ['い', 'staff_coordinator'],
    ['う', 'staff_triager'],
  ]);
});

test('others see no accounts', async () => {
  for (const path of ['/api/accounts', '/api/staff']) expect((await world.public.get(path)).status).toBe(401);
  for (const role of ['member_editor', 'staff_coordinator', 'auditor'] as const) {
    expect((await (await world.as({ role })).get('/api/accounts')).status).toBe(403);
  }
  for (const role of ['member_manager', 'staff_admin', 'auditor'] as const) {
    expect((await (await world.as({ role })).get('/api/staff')).status).toBe(403);
  }
  const admin = await world.as({ role: 'staff_admin' });
  expect((await admin.get('/api/accounts?after=nonsense')).status).toBe(400);
  expect((await admin.get('/api/accounts?limit=0')).status).toBe(422);
});
