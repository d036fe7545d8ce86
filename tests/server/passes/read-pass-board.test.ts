import { expect, test } from 'vitest';
import { passRoutes } from '#server/passes/routes.ts';
import type { PassBoard } from '#shared/passes/contract.ts';
import { aMember, anEvent, aPassRequest, aPool, aRequest, someDelegates } from '#tests/support/builders/passes.ts';
import { ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: passRoutes });

test('the board counts places by the fullest day, shares by municipality, and orders those who wait', async () => {
  const event = await anEvent(world.database);
  const staff = await world.as({ role: 'staff_coordinator' });
  const week1 = await aPool(world.database, event, 3);
  const green = await aPool(world.database, event, 9, { zone: 'green', position: 1, to: '2027-11-19' });
  const a = await aMember(world.database, 'あ市');
  const b = await aMember(world.database, 'い市');
  const c = await aMember(world.database, 'う市');
  const [a1, a2, a3] = (await someDelegates(world.database, event, a, ['甲', '乙', '丙'])) as [string, string, string];
  const [b1] = (await someDelegates(world.database, event, b, ['丁'])) as [string];
  const [c1] = (await someDelegates(world.database, event, c, ['戊'])) as [string];
  const of = (day: number) => ({ submittedAt: new Date(Date.UTC(2027, 8, day)) });
  const first = await aPassRequest(world.database, event, a, [a1, a2, a3], of(1));
  const second = await aPassRequest(world.database, event, b, [b1], { ...of(2), state: 'submitted' });
  const third = await aPassRequest(world.database, event, c, [c1], { ...of(3), zone: 'green', state: 'waitlisted' });
  await aPassRequest(world.database, event, c, [c1], { state: 'declined' });
  await aRequest(world.database, event, c, 'speaking', { titleJa: '企画' });
  const place = (delegateId: string, from: string, to: string) => ({ delegateId, poolId: week1, from, to });
  await staff.post(
    `/api/requests/${first.id}/passes`,
    { places: [place(a1, '2027-11-08', '2027-11-10'), place(a2, '2027-11-10', '2027-11-13')] },
    ifMatch(1),
  );

  const { body } = await staff.get<PassBoard>('/api/events/cop32/passes');

  expect(body.pools.map(({ id, confirmed, held, free, wished }) => [id, confirmed, held, free, wished])).toEqual([
    [week1, 2, 0, 1, 4],
    [green, 0, 0, 9, 1],
  ]);
  expect(body.pools[0]?.days.map((day) => day.taken)).toEqual([1, 1, 2, 1, 1, 1]);
  expect(body.members.map(({ member, speaks, got, wished }) => [member.name.ja, speaks, got, wished])).toEqual([
    ['あ市', false, 2, 3],
    ['い市', false, 0, 1],
    ['う市', true, 0, 1],
  ]);
  expect(body.members[0]?.pools).toEqual([
    { poolId: week1, confirmed: 2, held: 0, wished: 3 },
    { poolId: green, confirmed: 0, held: 0, wished: 0 },
  ]);
  expect(
    body.waiting.map(({ requestId, people, memberHolds, zone }) => [requestId, people, memberHolds, zone]),
  ).toEqual([
    [third.id, 1, 0, 'green'],
    [second.id, 1, 0, 'blue'],
    [first.id, 1, 2, 'blue'],
  ]);
  expect(body.passes.map((pass) => pass.placeNumber)).toEqual([1, 2]);
});

test('the board costs the same number of queries with one municipality and with three', async () => {
  const event = await anEvent(world.database);
  const staff = await world.as({ role: 'staff_triager' });
  await aPool(world.database, event, 3);
  const counts: number[] = [];
  for (const name of ['あ市', 'い市', 'う市']) {
    const member = await aMember(world.database, name);
    await aPassRequest(world.database, event, member, await someDelegates(world.database, event, member, ['甲']));
    world.queries.length = 0;
    await staff.get('/api/events/cop32/passes');
    counts.push(world.queries.length);
  }
  expect(counts).toEqual(Array(3).fill(counts[0]));
});

test('the board is the desk’s, and shows one event only', async () => {
  const event = await anEvent(world.database);
  const other = await anEvent(world.database, 'cop33');
  await aPool(world.database, other, 3, { name: '別の会議' });
  await aPool(world.database, event, 3);
  const member = await world.as({ role: 'member_manager' });
  const staff = await world.as({ role: 'registrar' });
  expect((await world.public.get('/api/events/cop32/passes')).status).toBe(401);
  expect((await member.get('/api/events/cop32/passes')).status).toBe(403);
  expect((await staff.get('/api/events/cop99/passes')).status).toBe(404);
  const { body } = await staff.get<PassBoard>('/api/events/cop32/passes');
  expect(body.pools.map((pool) => pool.name.ja)).toEqual(['ブルーゾーン 第1週']);
});
