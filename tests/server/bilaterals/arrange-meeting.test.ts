import { beforeEach, describe, expect, test } from 'vitest';
import { bilateralRoutes } from '#server/bilaterals/routes.ts';
import { scheduleRoutes } from '#server/schedule/routes.ts';
import type { BilateralRow, MeetingView, PlannerView } from '#shared/bilaterals/contract.ts';
import { aBilateralRequest, aCounterpart } from '#tests/support/builders/bilaterals.ts';
import {
  type AMember,
  type AnEvent,
  type ARequest,
  aMember,
  anEvent,
  someDelegates,
} from '#tests/support/builders/passes.ts';
import { aRoom, aSpeakingRequest, atVenue } from '#tests/support/builders/schedule.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: [...bilateralRoutes, ...scheduleRoutes] });
type Body = MeetingView & Record<string, unknown>;
const missing = '019a0000-0000-7000-8000-000000000001';
let event: AnEvent;
let member: AMember;
let staff: Client;
let people: string[];
let request: ARequest;
let surabaya: string;
let room: string;

beforeEach(async () => {
  world.now = new Date('2027-09-24T01:00:00Z');
  event = await anEvent(world.database);
  member = await aMember(world.database);
  staff = await world.as({ role: 'staff_coordinator' });
  people = await someDelegates(world.database, event, member, ['石黒', '高橋']);
  request = await aBilateralRequest(world.database, event, member, people);
  surabaya = await aCounterpart(world.database);
  room = await aRoom(world.database, event, { name: '会議室1', purpose: 'meeting' });
});

const open = (client: Client, id = request.id, counterpartId = surabaya) =>
  client.post<Body>(`/api/requests/${id}/meeting`, { counterpartId, counterpartPerson: '副市長' });
const arrange = (client: Client, meeting: { id: string; version: number }, given: Record<string, unknown> = {}) =>
  client.put<Body>(
    `/api/meetings/${meeting.id}/arrangement`,
    {
      ...{ counterpartId: surabaya, counterpartPerson: '副市長', startsAt: atVenue(11, '10:30'), minutes: 45 },
      ...{
        mode: 'in_person',
        roomId: room,
        place: { ja: '', en: '' },
        language: '日英',
        delegateIds: people,
        ...given,
      },
    },
    ifMatch(meeting.version),
  );
const move = (client: Client, meeting: { id: string; version: number }, state: string) =>
  client.put<Body>(`/api/meetings/${meeting.id}/state`, { state }, ifMatch(meeting.version));
const cancel = (client: Client, meeting: { id: string; version: number }) =>
  client.post<Body>(`/api/meetings/${meeting.id}/cancellation`, { reason: '先方の都合' }, ifMatch(meeting.version));
const requestNow = (id = request.id) =>
  world.database.read(nobody, (db) =>
    db.selectFrom('request').select(['state', 'stage', 'turn', 'dueAt']).where('id', '=', id).executeTakeFirstOrThrow(),
  );
const mails = async () =>
  (await world.database.read(nobody, (db) => db.selectFrom('outbox').select('template').orderBy('id').execute())).map(
    (row) => row.template,
  );

describe('a meeting', () => {
  test('goes from the first approach to a time and a room, moves, and is cancelled; the request follows', async () => {
    await world.as({ role: 'member_editor', memberId: member.id });
    const opened = await open(staff);
    expect([opened.status, opened.body.state, opened.body.counterpart.timeZone]).toEqual([
      201,
      'approaching',
      'Asia/Jakarta',
    ]);
    // Ten working days from Friday 24 September, past the holiday on 11 October, at 17:00 in Japan.
    expect(await requestNow()).toEqual({
      ...{ state: 'approved', stage: 'approaching', turn: 'counterpart' },
      dueAt: new Date('2027-10-08T08:00:00Z'),
    });
    const talking = (await move(staff, opened.body, 'negotiating')).body;
    expect([talking.state, talking.version, (await requestNow()).stage]).toEqual(['negotiating', 2, 'negotiating']);

    const agreed = (await arrange(staff, talking, { roomId: null })).body;
    expect([agreed.state, agreed.room, agreed.timeZone]).toEqual(['agreed', null, 'Africa/Addis_Ababa']);
    expect(await requestNow()).toMatchObject({ state: 'fulfilled', stage: 'agreed', turn: 'desk' });
    const placed = (await arrange(staff, agreed)).body;
    expect([placed.state, placed.room?.name.ja, placed.endsAt]).toEqual(['placed', '会議室1', atVenue(11, '11:15')]);
    expect(placed.delegates.map((one) => one.name)).toEqual(['石黒 花', '高橋 花']);
    expect((await requestNow()).stage).toBe('placed');
    const moved = (await arrange(staff, placed, { startsAt: atVenue(12, '10:00'), delegateIds: people.slice(0, 1) }))
      .body;
    const again = (await arrange(staff, moved, { startsAt: atVenue(12, '10:00'), delegateIds: people.slice(0, 1) }))
      .body;
    const holds = await world.database.read(nobody, (db) => db.selectFrom('roomHold').select('meetingId').execute());
    expect(holds).toEqual([{ meetingId: moved.id }]);

    expect((await cancel(staff, again)).body.state).toBe('cancelled');
    expect(await requestNow()).toMatchObject({ state: 'approved', stage: null, turn: 'desk' });
    expect(await world.database.read(nobody, (db) => db.selectFrom('roomHold').select('id').execute())).toEqual([]);
    expect((await open(staff)).status).toBe(201);

    expect(await mails()).toEqual([
      ...['meeting.approaching', 'meeting.arranged', 'meeting.moved', 'meeting.moved', 'meeting.cancelled'],
      'meeting.approaching',
    ]);
    const history = await world.database.read(nobody, (db) =>
      db
        .selectFrom('history')
        .select(['action', 'fromState', 'toState', 'reason'])
        .where('subject', '=', 'meeting')
        .orderBy('id')
        .execute(),
    );
    expect(history.map((row) => [row.action, row.fromState, row.toState, row.reason])).toEqual([
      ['open', null, 'approaching', null],
      ['move', 'approaching', 'negotiating', null],
      ['arrange', 'negotiating', 'agreed', null],
      ['arrange', 'agreed', 'placed', null],
      ['arrange', 'placed', 'placed', null],
      ['arrange', 'placed', 'placed', null],
      ['cancel', 'placed', 'cancelled', '先方の都合'],
      ['open', null, 'approaching', null],
    ]);
  });

  test('cancelled before a time was agreed leaves the request approved, and the desk’s turn', async () => {
    const { body } = await open(staff);
    await cancel(staff, body);
    expect(await requestNow()).toMatchObject({ state: 'approved', stage: null, turn: 'desk' });
  });

  test('takes no room and no person that a session has, unless there is a reason for the person', async () => {
    const stage = await aRoom(world.database, event);
    const speaking = await aSpeakingRequest(world.database, event, member, people.slice(0, 1), { title: '首長対話' });
    const session = (await staff.post<{ id: string }>(`/api/requests/${speaking.id}/session`)).body;
    const slot = { roomId: stage, startsAt: atVenue(11, '10:00'), minutes: 60 };
    await staff.put(`/api/sessions/${session.id}/slot`, slot, ifMatch(1));
    const { body } = await open(staff);
    expect((await arrange(staff, body, { roomId: stage, delegateIds: people.slice(1) })).body).toMatchObject({
      type: '/problems/room-taken',
      detail: '同じ時間に「首長対話」が入っています。別の時間か部屋を選んでください。',
    });
    const clash = await arrange(staff, body);
    expect(clash.body).toMatchObject({ type: '/problems/clash', clashes: [{ id: session.id, names: '石黒 花' }] });
    const agreed = await arrange(staff, body, { override: '後半だけ出るため' });
    expect(agreed.status).toBe(200);
    const planner = (await staff.get<PlannerView>(`/api/requests/${request.id}/planner`)).body;
    expect(planner.busy).toEqual([
      {
        holder: people[0],
        label: { ja: '首長対話', en: 'Mayors in dialogue' },
        startsAt: slot.startsAt,
        endsAt: atVenue(11, '11:00'),
      },
    ]);
    expect(planner.roomBusy).toEqual([{ roomId: stage, startsAt: slot.startsAt, endsAt: atVenue(11, '11:00') }]);
    expect(planner.delegates.map((one) => one.id)).toEqual(people);
    expect([planner.rooms.length, planner.row.meeting?.id]).toEqual([2, body.id]);
  });

  test('is refused for others’ people, days outside, unknown rooms and counterparts', async () => {
    const { body } = await open(staff);
    const other = await aMember(world.database, '緑市');
    const [stranger] = (await someDelegates(world.database, event, other, ['丙'])) as [string];
    const elsewhere = await aRoom(world.database, await anEvent(world.database, 'cop33'), { purpose: 'meeting' });
    expect((await arrange(staff, body, { delegateIds: [people[0], stranger] })).body).toMatchObject({
      type: '/problems/not-in-delegation',
      delegateIds: [stranger],
    });
    for (const [given, pointer] of [
      [{ startsAt: atVenue(21, '10:00') }, '/startsAt'],
      [{ roomId: elsewhere }, '/roomId'],
      [{ counterpartId: missing }, '/counterpartId'],
    ] as const) {
      const answer = await arrange(staff, body, given);
      expect([answer.status, (answer.body.errors as { pointer: string }[])[0]?.pointer]).toEqual([422, pointer]);
    }
    expect(
      (await open(staff, (await aBilateralRequest(world.database, event, member, people)).id, missing)).status,
    ).toBe(422);
  });

  test('is opened once, for an approved request, and not changed when stale, over or absent', async () => {
    const early = await aBilateralRequest(world.database, event, member, people, { state: 'in_triage' });
    expect((await open(staff, early.id)).body.detail).toBe('承認した会談の申請からだけ、先方への打診を始められます');
    expect((await open(staff, missing)).status).toBe(404);
    const both = await Promise.all([open(staff), open(staff)]);
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409]);
    const body = both.find((answer) => answer.status === 201)?.body as Body;
    const stale = { ...body, version: 8 };
    for (const answer of [
      await arrange(staff, stale),
      await move(staff, stale, 'negotiating'),
      await cancel(staff, stale),
    ]) {
      expect(answer.body).toMatchObject({ status: 412, current: { id: body.id, version: 1 } });
    }
    const nowhere = { id: missing, version: 1 };
    for (const answer of [
      await arrange(staff, nowhere),
      await move(staff, nowhere, 'negotiating'),
      await cancel(staff, nowhere),
    ]) {
      expect(answer.status).toBe(404);
    }
    const agreed = (await arrange(staff, body)).body;
    expect((await move(staff, agreed, 'negotiating')).body.detail).toMatch(/^日時が決まっています/);
    const over = (await cancel(staff, agreed)).body;
    for (const answer of [
      await arrange(staff, over),
      await move(staff, over, 'negotiating'),
      await cancel(staff, over),
    ]) {
      expect([answer.status, answer.body.detail]).toEqual([409, 'この会談は取りやめになっています']);
    }
  });
});

describe('reading meetings', () => {
  test('a municipality sees its own rows only, the desk all', async () => {
    const { body } = await open(staff);
    const other = await aMember(world.database, '緑市');
    const foreign = await aBilateralRequest(world.database, event, other, []);
    const list = async (client: Client) =>
      (await client.get<{ items: BilateralRow[] }>('/api/events/cop32/bilaterals')).body.items.map((row) => [
        row.requestId,
        row.meeting?.id ?? null,
      ]);
    const own = await world.as({ role: 'member_viewer', memberId: member.id });
    expect(await list(own)).toEqual([[request.id, body.id]]);
    expect((await list(await world.as({ role: 'staff_triager' }))).sort()).toEqual(
      [
        [request.id, body.id],
        [foreign.id, null],
      ].sort(),
    );
    const theirs = await world.as({ role: 'member_manager', memberId: other.id });
    expect((await own.get<{ meeting: Body }>(`/api/requests/${request.id}/meeting`)).body.meeting.id).toBe(body.id);
    expect((await theirs.get(`/api/requests/${request.id}/meeting`)).status).toBe(404);
    expect((await world.public.get(`/api/requests/${request.id}/meeting`)).status).toBe(401);
    expect((await staff.get('/api/events/cop99/bilaterals')).status).toBe(404);
    expect((await staff.get(`/api/requests/${missing}/planner`)).status).toBe(404);
    expect((await own.get(`/api/requests/${request.id}/planner`)).status).toBe(403);
  });

  test('the list costs the same number of queries with one row and with three', async () => {
    const counts: number[] = [];
    for (let more = 0; more < 3; more += 1) {
      world.queries.length = 0;
      await staff.get('/api/events/cop32/bilaterals');
      counts.push(world.queries.length);
      await open(staff, (await aBilateralRequest(world.database, event, member, people)).id);
    }
    expect(counts).toEqual(Array(3).fill(counts[0]));
  });

  test('only coordinators arrange', async () => {
    const { body } = await open(staff);
    for (const role of ['member_manager', 'staff_triager', 'registrar', 'staff_admin', 'auditor'] as const) {
      const client = await world.as({ role, memberId: member.id });
      const answers = [
        await open(client),
        await arrange(client, body),
        await move(client, body, 'negotiating'),
        await cancel(client, body),
      ];
      expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403]);
    }
    expect((await arrange(world.public, body)).status).toBe(401);
  });
});
