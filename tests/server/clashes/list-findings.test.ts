import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { newId } from '#db/id.ts';
import { clashRoutes } from '#server/clashes/routes.ts';
import { scheduleRoutes } from '#server/schedule/routes.ts';
import type { FindingView } from '#shared/clashes/contract.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import { type AMember, type AnEvent, aMember, anEvent, aPool, someDelegates } from '#tests/support/builders/passes.ts';
import { aRoom, aSpeakingRequest, atVenue } from '#tests/support/builders/schedule.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: [...clashRoutes, ...scheduleRoutes] });
let event: AnEvent;
let member: AMember;
let staff: Client;

beforeEach(async () => {
  event = await anEvent(world.database);
  member = await aMember(world.database);
  staff = await world.as({ role: 'staff_coordinator' });
});

const findings = async () => (await staff.get<{ items: FindingView[] }>('/api/events/cop32/findings')).body.items;
const placed = async (room: string, speakers: string[], day: number, time: string, override?: string) => {
  const request = await aSpeakingRequest(world.database, event, member, speakers, { title: time });
  const session = (await staff.post<SessionView>(`/api/requests/${request.id}/session`)).body;
  const slot = { roomId: room, startsAt: atVenue(day, time), minutes: 60, ...(override ? { override } : {}) };
  return (await staff.put<SessionView>(`/api/sessions/${session.id}/slot`, slot, ifMatch(1))).body.id;
};
const givePass = (delegateId: string, pool: string, from: string, to: string) =>
  world.database.write(nobody, (tx) =>
    tx
      .insertInto('pass')
      .values({
        ...{ id: newId(), eventId: event.id, poolId: pool, placeNumber: 1, memberId: member.id, delegateId },
        ...{ days: sql`daterange(${from}::date, ${to}::date, '[]')`, state: 'confirmed', createdAt: world.now },
      })
      .execute(),
  );

test('a person in two places is found once, whatever the reason was, under a key that stays', async () => {
  const [a] = (await someDelegates(world.database, event, member, ['甲'])) as [string];
  const rooms = [
    await aRoom(world.database, event, { zone: 'green' }),
    await aRoom(world.database, event, { zone: 'green' }),
  ] as const;
  const first = await placed(rooms[0], [a], 11, '10:00');
  const second = await placed(rooms[1], [a], 11, '10:30', '途中で移る');
  await placed(rooms[1], [a], 11, '11:30');

  const found = await findings();
  expect(found).toMatchObject([
    {
      ...{ key: `two_places:${a}:${[first, second].sort().join(':')}`, kind: 'two_places', person: '甲 花' },
      ...{ at: atVenue(11, '10:30'), timeZone: 'Africa/Addis_Ababa', member: { ja: '青葉市' } },
      about: [{ id: first, kind: 'session' }, { id: second }],
    },
  ]);
  expect(await findings()).toEqual(found);
});

test('whoever speaks in the Blue Zone without a place for that day is found, once a day', async () => {
  const [a, b] = (await someDelegates(world.database, event, member, ['甲', '乙'])) as [string, string];
  const blue = await aRoom(world.database, event);
  const green = await aRoom(world.database, event, { zone: 'green' });
  const pool = await aPool(world.database, event, 1, { to: '2027-11-19' });
  const greenPool = await aPool(world.database, event, 1, { zone: 'green', to: '2027-11-19' });
  await givePass(a, pool, '2027-11-08', '2027-11-11');
  await givePass(b, greenPool, '2027-11-08', '2027-11-19');
  await placed(blue, [a], 11, '23:00');
  const [one, two] = [await placed(blue, [a], 12, '10:00'), await placed(blue, [a], 12, '12:00')];
  await placed(green, [a], 13, '10:00');
  const third = await placed(blue, [b], 13, '10:00');

  expect((await findings()).map(({ key, kind, about }) => [key, kind, about.map((row) => row.id)])).toEqual([
    [`no_pass:${a}:2027-11-12`, 'no_pass', [one, two]],
    [`no_pass:${b}:2027-11-13`, 'no_pass', [third]],
  ]);
});

test('finding costs the same number of queries however much there is, and is the desk’s alone', async () => {
  const people = await someDelegates(world.database, event, member, ['甲', '乙', '丙']);
  const room = await aRoom(world.database, event);
  const counts: number[] = [];
  for (const [at, person] of people.entries()) {
    await placed(room, [person], 11, `1${at}:00`);
    world.queries.length = 0;
    expect(await findings()).toHaveLength(at + 1);
    counts.push(world.queries.length);
  }
  expect(counts).toEqual(Array(3).fill(counts[0]));
  expect((await world.public.get('/api/events/cop32/findings')).status).toBe(401);
  expect(
    (await (await world.as({ role: 'member_manager', memberId: member.id })).get('/api/events/cop32/findings')).status,
  ).toBe(403);
  expect((await staff.get('/api/events/cop99/findings')).status).toBe(404);
  await anEvent(world.database, 'cop33');
  expect((await staff.get('/api/events/cop33/findings')).body).toEqual({ items: [] });
});
