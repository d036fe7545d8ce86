import { beforeEach, expect, test } from 'vitest';
import { clashRoutes } from '#server/clashes/routes.ts';
import { scheduleRoutes } from '#server/schedule/routes.ts';
import type { FindingList } from '#shared/clashes/contract.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import { type AnEvent, aMember, anEvent, someDelegates } from '#tests/support/builders/passes.ts';
import { aRoom, aSpeakingRequest, atVenue } from '#tests/support/builders/schedule.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: [...clashRoutes, ...scheduleRoutes] });
let event: AnEvent;
let staff: Client;
let first: SessionView;
let second: SessionView;

/** One person in two sessions that overlap, the second placed with a reason. */
beforeEach(async () => {
  event = await anEvent(world.database);
  const member = await aMember(world.database);
  staff = await world.as({ role: 'staff_coordinator', name: '森' });
  const people = await someDelegates(world.database, event, member, ['甲']);
  const placed = async (time: string, override?: string) => {
    const room = await aRoom(world.database, event, { zone: 'green' });
    const request = await aSpeakingRequest(world.database, event, member, people, { title: time });
    const session = (await staff.post<SessionView>(`/api/requests/${request.id}/session`)).body;
    return move(session, room, time, override);
  };
  first = await placed('10:00');
  second = await placed('10:30', '途中で移る');
});

const move = async (session: SessionView, roomId: string, time: string, override = '移る') =>
  (
    await staff.put<SessionView>(
      `/api/sessions/${session.id}/slot`,
      { roomId, startsAt: atVenue(11, time), minutes: 60, override },
      ifMatch(session.version),
    )
  ).body;
const clash = async (client = staff) =>
  (await client.get<FindingList>('/api/events/cop32/findings')).body.items.find((one) => one.kind === 'two_places');
const address = (key: string) => `/api/events/cop32/findings/${encodeURIComponent(key)}/acknowledgement`;
const acknowledge = (client: Client, { key, stamp }: { key: string; stamp: string }, reason = '代理が出ます') =>
  client.put<FindingList>(address(key), { stamp, reason });

test('a finding let be stays listed with the reason, and counts again when either moves', async () => {
  const found = (await clash()) as NonNullable<Awaited<ReturnType<typeof clash>>>;
  expect([found.strength, found.acknowledged, found.remedy?.sessionId]).toEqual(['blocking', null, second.id]);
  const answer = await acknowledge(staff, found);
  expect(answer.body.items.find((one) => one.key === found.key)).toMatchObject({
    acknowledged: { reason: '代理が出ます', by: '森' },
    remedy: null,
  });
  // Another person’s text changes nothing; a move of either does, and moving back brings it back.
  const moved = await move(second, second.slot?.roomId ?? '', '10:45');
  expect(await clash()).toMatchObject({ key: found.key, acknowledged: null });
  const back = await move(moved, second.slot?.roomId ?? '', '10:30');
  expect((await clash())?.acknowledged).not.toBeNull();
  await move(first, first.slot?.roomId ?? '', '10:15');
  expect((await clash())?.acknowledged).toBeNull();
  expect(back.version).toBe(4);
});

test('it is let be in the situation that was looked at only, anew with a new reason, and taken back', async () => {
  const found = (await clash()) as NonNullable<Awaited<ReturnType<typeof clash>>>;
  await move(second, second.slot?.roomId ?? '', '10:45');
  const stale = await acknowledge(staff, found);
  expect(stale.status).toBe(412);
  expect((await acknowledge(staff, { key: 'two_places:x:y', stamp: found.stamp })).status).toBe(412);

  const now = (await clash()) as typeof found;
  await acknowledge(staff, now);
  await acknowledge(staff, now, '別の理由');
  expect((await clash())?.acknowledged?.reason).toBe('別の理由');
  expect((await staff.del(address(now.key))).status).toBe(200);
  expect((await clash())?.acknowledged).toBeNull();
  expect((await staff.del(address(now.key))).status).toBe(409);
  const rows = await world.database.read(nobody, (db) =>
    db
      .selectFrom('history')
      .select(['action', 'reason', 'details'])
      .where('subject', '=', 'event')
      .orderBy('id')
      .execute(),
  );
  expect(rows.map((row) => [row.action, row.reason])).toEqual([
    ['finding.acknowledged', '代理が出ます'],
    ['finding.acknowledged', '別の理由'],
    ['finding.reopened', null],
  ]);
  expect(rows[0]?.details).toEqual({ key: now.key, stamp: now.stamp });
});

test('it is the coordinator’s to say, with a reason', async () => {
  const found = (await clash()) as NonNullable<Awaited<ReturnType<typeof clash>>>;
  const triager = await world.as({ role: 'staff_triager' });
  expect((await clash(triager))?.key).toBe(found.key);
  expect((await acknowledge(world.public, found)).status).toBe(401);
  expect((await acknowledge(triager, found)).status).toBe(403);
  expect((await acknowledge(staff, found, '')).status).toBe(422);
  expect(
    (await staff.put(address('two_places:x').replace('cop32', 'cop99'), { stamp: found.stamp, reason: 'x' })).status,
  ).toBe(404);
});
