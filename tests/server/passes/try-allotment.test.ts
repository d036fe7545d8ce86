import { expect, test } from 'vitest';
import { passRoutes } from '#server/passes/routes.ts';
import type { WhatIf } from '#shared/passes/what-if.ts';
import { aMember, anEvent, aPassRequest, aPool, someDelegates } from '#tests/support/builders/passes.ts';
import { ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: passRoutes });
const address = '/api/events/cop32/passes/what-if';

test('says who would lose a place in a smaller pool, and by which rule, and changes nothing', async () => {
  const event = await anEvent(world.database);
  const staff = await world.as({ role: 'staff_coordinator' });
  const pool = await aPool(world.database, event, 4);
  const ask = async (name: string, day: number) => {
    const member = await aMember(world.database, name);
    const people = await someDelegates(world.database, event, member, ['甲', '乙']);
    const submittedAt = new Date(Date.UTC(2027, 8, day));
    return { people, request: await aPassRequest(world.database, event, member, people, { submittedAt }) };
  };
  const first = await ask('あ市', 1);
  await ask('い市', 2);
  const place = (delegateId: string) => ({ delegateId, poolId: pool, from: '2027-11-08', to: '2027-11-13' });
  await staff.post(`/api/requests/${first.request.id}/passes`, { places: first.people.map(place) }, ifMatch(1));

  const { body: now } = await staff.get<WhatIf>(address);
  expect(now.people.every((one) => one.served)).toBe(true);
  expect(now.promised).toEqual({ kept: 2, of: 2 });

  const { body: cut } = await staff.get<WhatIf>(`${address}?places=${pool}:3`);
  const served = (id: string | undefined) => cut.people.find((one) => one.delegateId === id);
  expect(cut.pools).toEqual([expect.objectContaining({ id: pool, places: 3, given: 3 })]);
  expect(cut.members.map(({ member, asked, now: has, would }) => [member.name.ja, asked, has, would])).toEqual([
    ['あ市', 2, 2, 2],
    ['い市', 2, 0, 1],
  ]);
  expect(first.people.map((id) => served(id)?.served)).toEqual([true, true]);
  const left = cut.people.find((one) => !one.served);
  expect(left?.reason).toEqual({ code: 'outranked', rule: 'keeps', poolId: pool, day: '2027-11-08' });

  const { body: even } = await staff.get<WhatIf>(`${address}?places=${pool}:2&weights=keeps:0`);
  expect(even.members.map(({ would }) => would)).toEqual([1, 1]);
  expect(even.people.filter((one) => one.holds && !one.served)).toHaveLength(1);

  const { body: board } = await staff.get<{ passes: unknown[]; pools: { places: number }[] }>(
    '/api/events/cop32/passes',
  );
  expect([board.passes.length, board.pools[0]?.places]).toEqual([2, 4]);
});

test('costs the same number of queries with one municipality and with three', async () => {
  const event = await anEvent(world.database);
  const staff = await world.as({ role: 'staff_coordinator' });
  await aPool(world.database, event, 9);
  const another = async (name: string) => {
    const member = await aMember(world.database, name);
    const people = await someDelegates(world.database, event, member, ['甲']);
    await aPassRequest(world.database, event, member, people);
  };
  const count = async () => {
    world.queries.length = 0;
    await staff.get(address);
    return world.queries.length;
  };
  await another('あ市');
  const one = await count();
  await another('い市');
  await another('う市');
  expect(await count()).toEqual(one);
});

test('refuses who is not signed in, who may not, an event that is not there, and figures that are none', async () => {
  await anEvent(world.database);
  const staff = await world.as({ role: 'staff_triager' });
  const member = await world.as({ role: 'member_manager' });
  expect((await world.public.get(address)).status).toBe(401);
  expect((await member.get(address)).status).toBe(403);
  expect((await staff.get('/api/events/nowhere/passes/what-if')).status).toBe(404);
  expect((await staff.get(`${address}?places=many`)).status).toBe(422);
  expect((await staff.get(`${address}?weights=speakers:-1`)).status).toBe(422);
  expect((await staff.get(`${address}?promise=9`)).status).toBe(422);
});
