import { beforeEach, expect, test, vi } from 'vitest';
import { newId } from '#db/id.ts';
import { placementRoutes } from '#server/schedule/placement-routes.ts';
import { scheduleRoutes } from '#server/schedule/routes.ts';
import type { DraftView, SessionView } from '#shared/schedule/contract.ts';
import type { AcceptAnswer, PlacementRunView } from '#shared/schedule/placement-contract.ts';
import { type AMember, type AnEvent, aMember, anEvent, someDelegates } from '#tests/support/builders/passes.ts';
import { aRoom, aSpeakingRequest, atVenue } from '#tests/support/builders/schedule.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: [...scheduleRoutes, ...placementRoutes] });
let event: AnEvent;
let member: AMember;
let staff: Client;
let room: string;

beforeEach(async () => {
  event = await anEvent(world.database);
  member = await aMember(world.database);
  staff = await world.as({ role: 'staff_coordinator', name: '森' });
  room = await aRoom(world.database, event, { zone: 'green' });
});

const session = async (title: string, people: string[] = [], minutes = 180) => {
  const request = await aSpeakingRequest(world.database, event, member, people, { title, answers: { minutes } });
  return (await staff.post<SessionView>(`/api/requests/${request.id}/session`)).body;
};
const place = (one: SessionView, time: string, roomId = room) =>
  staff.put<SessionView>(
    `/api/sessions/${one.id}/slot`,
    { roomId, startsAt: atVenue(11, time), minutes: one.minutes },
    ifMatch(one.version),
  );
const ask = () => staff.post<PlacementRunView>('/api/events/cop32/placements');
const latest = async () => (await staff.get<{ run: PlacementRunView }>('/api/events/cop32/placement')).body.run;
const over = () =>
  vi.waitFor(
    async () => {
      const run = await latest();
      expect(run.state).not.toBe('running');
      return run;
    },
    { timeout: 30_000, interval: 50 },
  );
const accept = (run: { id: string }, sessionIds: string[]) =>
  staff.post<AcceptAnswer>(`/api/placements/${run.id}/acceptance`, { sessionIds });
const draft = async () => (await staff.get<DraftView>('/api/events/cop32/schedule')).body.sessions;

test('a proposal changes nothing, says why, and is accepted as a whole or one by one', async () => {
  const [a] = (await someDelegates(world.database, event, member, ['甲'])) as [string];
  const fixed = await session('先客', [a]);
  await place(fixed, '09:00');
  const [first, second] = [await session('一', [a]), await session('二')];

  const begun = await ask();
  expect([begun.status, begun.body.state, begun.body.askedBy]).toEqual([201, 'running', '森']);
  const run = await over();
  expect(run).toMatchObject({ state: 'done', proposal: { proven: true, gap: 0, left: [] } });
  // Both wish the morning of the 11th, which is taken; any other time fits.
  expect(run.proposal?.items).toMatchObject([
    { rank: null, wished: true, instead: { rule: 'rooms_taken', by: [{ ja: '先客' }] }, roomId: room },
    { rank: null, wished: true },
  ]);
  expect((await draft()).filter((one) => one.slot !== null).map((one) => one.id)).toEqual([fixed.id]);

  const one = await accept(run, [first.id]);
  expect(one.body).toEqual({ done: [{ id: first.id, version: 2 }], refused: [] });
  const rest = await accept(run, [first.id, second.id]);
  expect(rest.body.done).toEqual([{ id: second.id, version: 2 }]);
  expect(rest.body.refused).toMatchObject([{ id: first.id, detail: expect.stringContaining('変わりました') }]);
  expect((await draft()).filter((one) => one.slot !== null)).toHaveLength(3);
  const acts = await world.database.read(nobody, (db) =>
    db
      .selectFrom('history')
      .select(['action', 'callId'])
      .where('action', 'in', ['placement.accepted', 'place'])
      .orderBy('id')
      .execute(),
  );
  expect(acts.map((row) => row.action)).toEqual([
    'place',
    'placement.accepted',
    'place',
    'placement.accepted',
    'place',
  ]);
  expect(acts[1]?.callId).toBe(acts[2]?.callId);
});

test('the first wish is fulfilled when it can be, and what cannot be placed says what stands in the way', async () => {
  const free = await session('朝', [], 60);
  const long = await session('終日', [], 240);
  await world.database.write(nobody, (tx) =>
    tx.updateTable('programmeSession').set({ minutes: 480, setupMinutes: 120 }).where('id', '=', long.id).execute(),
  );
  const blocks = [];
  for (let day = 8; day <= 19; day += 1) {
    const block = await session(`枠${day}`, [], 60);
    blocks.push(
      await staff.put(
        `/api/sessions/${block.id}/slot`,
        { roomId: room, startsAt: atVenue(day, '13:00'), minutes: 60 },
        ifMatch(1),
      ),
    );
  }
  expect(blocks.map((one) => one.status)).toEqual(Array(12).fill(200));
  await ask();
  const { proposal } = await over();
  expect(proposal?.items).toMatchObject([{ sessionId: free.id, rank: 1, instead: null, minutes: 60 }]);
  expect(proposal?.left).toMatchObject([{ sessionId: long.id, why: { rule: 'rooms_taken' } }]);
  expect(proposal?.left[0]?.why.by).toHaveLength(3);
});

test('one is made at a time, it can be stopped, and one whose program ended is over', async () => {
  await session('一');
  const run = (state: string, beatAt: Date) =>
    world.database.write(nobody, async (tx) => {
      const id = newId();
      const times = { askedAt: world.now, beatAt, progress: JSON.stringify({ sessions: 1, seconds: 0, gap: null }) };
      await tx
        .insertInto('placementRun')
        .values({ id, eventId: event.id, askedBy: staff.actor.accountId as string, state, ...times })
        .execute();
      return id;
    });
  const alive = await run('running', new Date());
  expect((await ask()).status).toBe(409);
  const stopped = await staff.post<PlacementRunView>(`/api/placements/${alive}/cancellation`);
  expect([stopped.status, stopped.body.state]).toEqual([200, 'cancelled']);
  expect((await staff.post(`/api/placements/${alive}/cancellation`)).status).toBe(409);
  expect((await accept({ id: alive }, [newId()])).status).toBe(409);

  await run('running', new Date(Date.now() - 60_000));
  expect((await latest()).state).toBe('failed');
  const answers = await Promise.all([ask(), ask()]);
  expect(answers.map((one) => one.status).sort()).toEqual([201, 409]);
  expect((await over()).state).toBe('done');
});

test('it is the coordinator’s to ask for, and names sessions', async () => {
  const triager = await world.as({ role: 'staff_triager' });
  expect((await world.public.post('/api/events/cop32/placements')).status).toBe(401);
  expect((await triager.post('/api/events/cop32/placements')).status).toBe(403);
  expect((await triager.get('/api/events/cop32/placement')).body).toEqual({ run: null });
  expect((await staff.post('/api/events/cop99/placements')).status).toBe(404);
  expect((await staff.post(`/api/placements/${newId()}/acceptance`, { sessionIds: [] })).status).toBe(422);
  expect((await accept({ id: newId() }, [newId()])).status).toBe(404);
});
