import { beforeEach, expect, test } from 'vitest';
import { newId } from '#db/id.ts';
import { keepYearlyCheck } from '#server/accounts/keep-yearly-check.ts';
import type { CheckOverview, MemberCheck } from '#shared/accounts/contract.ts';
import { type Client, useWorld } from '#tests/support/world.ts';

const world = useWorld();
let ours: string;
let theirs: string;
let manager: Client;
beforeEach(async () => {
  [ours, theirs] = [newId(), newId()];
  manager = await world.as({ role: 'member_manager', memberId: ours });
  await world.as({ role: 'member_viewer', memberId: theirs });
  world.now = new Date('2028-04-05T00:00:00Z');
  await keepYearlyCheck(world.ctx);
});

test('is for whoever looks after accounts', async () => {
  const viewer = await world.as({ role: 'member_viewer', memberId: ours });
  for (const path of ['/api/account-checks', `/api/members/${ours}/account-check`]) {
    expect((await world.public.get(path)).status).toBe(401);
    expect((await viewer.get(path)).status).toBe(403);
    expect((await (await world.as({ role: 'staff_coordinator' })).get(path)).status).toBe(403);
  }
  expect((await manager.get(`/api/members/${theirs}/account-check`)).status).toBe(404);
  expect((await manager.get('/api/account-checks?member=x')).status).toBe(422);
});

test('a manager sees their own municipality, the administrator every one', async () => {
  const admin = await world.as({ role: 'staff_admin' });
  const seen = async (client: Client) =>
    (await client.get<CheckOverview>('/api/account-checks')).body.items.map((one) => [one.memberId, one.waiting]);
  expect(await seen(manager)).toEqual([[ours, 1]]);
  expect((await seen(admin)).sort()).toEqual(
    [
      [ours, 1],
      [theirs, 1],
    ].sort(),
  );
  const of = async (id: string) => (await admin.get<MemberCheck>(`/api/members/${id}/account-check`)).body.items.length;
  expect([await of(ours), await of(theirs)]).toEqual([1, 1]);
  expect((await admin.get(`/api/members/${newId()}/account-check`)).status).toBe(404);
});

test('the lists ask as much for three as for one', async () => {
  const admin = await world.as({ role: 'staff_admin' });
  const asked = async () => {
    world.queries.length = 0;
    await admin.get('/api/account-checks');
    await admin.get(`/api/members/${ours}/account-check`);
    return world.queries.length;
  };
  const one = await asked();
  await world.as({ role: 'member_viewer', memberId: ours });
  await world.as({ role: 'member_viewer', memberId: ours });
  world.now = new Date('2029-04-05T00:00:00Z');
  await keepYearlyCheck(world.ctx);
  expect(await asked()).toBe(one);
});
