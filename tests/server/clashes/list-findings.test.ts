import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { newId } from '#db/id.ts';
import { clashRoutes } from '#server/clashes/routes.ts';
import { scheduleRoutes } from '#server/schedule/routes.ts';
import type { FindingList, PlanningView } from '#shared/clashes/contract.ts';
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

const all = async () => (await staff.get<FindingList>('/api/events/cop32/findings')).body.items;
/** Those about people; what a session lacks or wishes is another matter. */
const findings = async () => (await all()).filter((one) => one.kind === 'two_places' || one.kind === 'no_pass');
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

test('what a session asked for and lacks is found beside it, with where it could go instead', async () => {
  const room = await aRoom(world.database, event, { zone: 'green' });
  const [a] = (await someDelegates(world.database, event, member, ['甲'])) as [string];
  const late = await placed(room, [a], 11, '14:00');
  const found = await all();
  expect(found.map((one) => [one.key, one.strength, one.gaps])).toEqual([
    [`missing_text:${late}`, 'warning', ['abstractEn']],
    [`outside_wish:${late}`, 'warning', []],
  ]);
  // Wished for the morning of the 11th, 9 to 12: the nearest hour is the last of it.
  expect(found[1]?.remedy).toEqual({
    ...{ sessionId: late, version: 2, roomId: room, startsAt: atVenue(11, '11:00'), minutes: 60 },
  });
  await staff.put(
    `/api/sessions/${late}/slot`,
    { roomId: room, startsAt: found[1]?.remedy?.startsAt, minutes: 60 },
    ifMatch(2),
  );
  expect((await all()).map((one) => one.kind)).toEqual(['missing_text']);
});

test('the way between venues and the teams of interpreters are the event’s data', async () => {
  const [a] = (await someDelegates(world.database, event, member, ['甲'])) as [string];
  const [here, there] = [
    await aRoom(world.database, event, { zone: 'green' }),
    await aRoom(world.database, event, { zone: 'green' }),
  ];
  await placed(here, [a], 11, '09:00');
  await placed(there, [a], 11, '10:20');
  expect((await all()).filter((one) => one.kind === 'short_way')).toEqual([]);

  const before = (await staff.get<PlanningView>('/api/events/cop32/planning')).body;
  expect(before).toMatchObject({ roomMinutes: 5, venueMinutes: 15, interpreterTeams: 1, ways: [], version: 1 });
  const [v1, v2] = before.venues.map((one) => one.id as string) as [string, string];
  const input = { roomMinutes: 5, venueMinutes: 15, interpreterTeams: 2, ways: [{ a: v2, b: v1, minutes: 30 }] };
  const put = (body: unknown, version: number) =>
    staff.put<PlanningView>('/api/events/cop32/planning', body, ifMatch(version));
  expect((await put({ ...input, ways: [{ a: v1, b: v1, minutes: 30 }] }, 1)).status).toBe(422);
  expect((await put({ ...input, ways: [...input.ways, { a: v1, b: v2, minutes: 3 }] }, 1)).status).toBe(422);
  const kept = await put(input, 1);
  expect([kept.status, kept.body.version, kept.body.ways]).toEqual([200, 2, [{ a: v1, b: v2, minutes: 30 }]]);
  expect((await put(input, 1)).status).toBe(412);
  expect((await put({ ...input, ways: [] }, 2)).body).toMatchObject({ version: 3, ways: [] });
  await put(input, 3);
  expect((await all()).filter((one) => one.kind === 'short_way')).toMatchObject([{ way: { needed: 30, given: 20 } }]);
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
