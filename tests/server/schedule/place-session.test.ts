import { beforeEach, describe, expect, test } from 'vitest';
import { scheduleRoutes } from '#server/schedule/routes.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
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

const world = useWorld({ routes: scheduleRoutes });
type Body = SessionView & Record<string, unknown>;
const missing = '019a0000-0000-7000-8000-000000000001';
let event: AnEvent;
let member: AMember;
let staff: Client;
let room: string;
let people: string[];
let request: ARequest;

beforeEach(async () => {
  event = await anEvent(world.database);
  member = await aMember(world.database);
  staff = await world.as({ role: 'staff_coordinator' });
  room = await aRoom(world.database, event);
  people = await someDelegates(world.database, event, member, ['石黒', '高橋']);
  request = await aSpeakingRequest(world.database, event, member, people.slice(0, 1));
});

const make = async (of: ARequest = request) => (await staff.post<Body>(`/api/requests/${of.id}/session`)).body;
const place = (client: Client, session: { id: string; version: number }, more: Record<string, unknown> = {}) =>
  client.put<Body>(
    `/api/sessions/${session.id}/slot`,
    { roomId: room, startsAt: atVenue(11, '10:00'), minutes: 45, ...more },
    ifMatch(session.version),
  );
const requestNow = (id = request.id) =>
  world.database.read(nobody, async (db) => {
    const row = await db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    return [row.state, row.stage];
  });
const history = () =>
  world.database.read(nobody, (db) =>
    db.selectFrom('history').select(['subject', 'action', 'reason', 'details']).orderBy('id').execute(),
  );
const mails = async () =>
  (await world.database.read(nobody, (db) => db.selectFrom('outbox').select('template').orderBy('id').execute())).map(
    (row) => row.template,
  );

describe('placing', () => {
  test('fulfils the request, and taking off, cancelling and making anew go back the same way', async () => {
    await world.as({ role: 'member_editor', memberId: member.id });
    const session = await make();
    expect(session).toMatchObject({
      ...{ title: { ja: '首長対話', en: 'Mayors in dialogue' }, theme: 'energy', minutes: 45, language: 'ja' },
      ...{
        hosts: [{ id: member.id }],
        slot: null,
        wishes: [{ day: '2027-11-11', part: 'morning' }],
        memberId: member.id,
      },
      speakers: [
        { delegateId: people[0], name: { ja: '石黒 花', en: 'Hana Test A' }, role: 'panel', title: { ja: '部長' } },
      ],
    });

    const placed = await place(staff, session);
    expect([placed.status, placed.body.slot, placed.body.version]).toEqual([
      200,
      { roomId: room, startsAt: atVenue(11, '10:00'), endsAt: atVenue(11, '10:45') },
      2,
    ]);
    expect(await requestNow()).toEqual(['fulfilled', 'placed']);

    const off = await staff.del<Body>(`/api/sessions/${session.id}/slot`, ifMatch(2));
    expect([off.status, off.body.slot, await requestNow()]).toEqual([200, null, ['approved', null]]);
    await place(staff, off.body);
    const cancelled = await staff.post<Body>(
      `/api/sessions/${session.id}/cancellation`,
      { reason: '大雨' },
      ifMatch(4),
    );
    expect([cancelled.body.state, cancelled.body.slot, await requestNow()]).toEqual([
      'cancelled',
      null,
      ['approved', null],
    ]);
    expect((await make()).version).toBe(1);

    expect((await history()).map((row) => [row.subject, row.action, row.reason])).toEqual([
      ['programme_session', 'add', null],
      ['programme_session', 'place', null],
      ['request', 'fulfil', null],
      ['programme_session', 'unplace', null],
      ['request', 'take_back', '企画の日時が未定に戻ったため'],
      ['programme_session', 'place', null],
      ['request', 'fulfil', null],
      ['programme_session', 'cancel', '大雨'],
      ['request', 'take_back', '大雨'],
      ['programme_session', 'add', null],
    ]);
    expect(await mails()).toEqual(['session.placed', 'session.unplaced', 'session.placed', 'session.cancelled']);
  });

  test('moves to where it was not, right after another session, and tells that it moved', async () => {
    await world.as({ role: 'member_editor', memberId: member.id });
    const session = (await place(staff, await make())).body;
    const other = await make(await aSpeakingRequest(world.database, event, member, []));
    expect((await place(staff, other, { startsAt: atVenue(11, '10:45') })).status).toBe(200);
    const moved = await place(staff, session, { startsAt: atVenue(11, '10:15'), minutes: 30 });
    expect([moved.status, moved.body.minutes, moved.body.slot?.endsAt]).toEqual([200, 30, atVenue(11, '10:45')]);
    expect((await place(staff, moved.body, { startsAt: atVenue(11, '10:15'), minutes: 30 })).status).toBe(200);
    expect(await mails()).toEqual(['session.placed', 'session.placed', 'session.moved']);
  });

  test('ten colleagues want one room at one time: one gets it, nine are told by what it is taken', async () => {
    const requests = await Promise.all(
      Array.from({ length: 10 }, () => aSpeakingRequest(world.database, event, member, [], { title: '対話' })),
    );
    const sessions: Body[] = [];
    for (const one of requests) sessions.push(await make(one));
    const answers = await Promise.all(sessions.map((session) => place(staff, session)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array(9).fill(409)]);
    for (const answer of answers.filter((one) => one.status === 409)) {
      expect([answer.body.type, answer.body.detail]).toEqual([
        '/problems/room-taken',
        '同じ時間に「対話」が入っています。別の時間か部屋を選んでください。',
      ]);
    }
    const holds = await world.database.read(nobody, (db) => db.selectFrom('roomHold').select('id').execute());
    expect(holds).toHaveLength(1);
  });

  test('one speaker in two rooms at once needs a reason, which is kept', async () => {
    const second = await aRoom(world.database, event, { name: '対話コーナー' });
    const first = (await place(staff, await make())).body;
    const other = await make(await aSpeakingRequest(world.database, event, member, people, { title: '実習' }));
    const at = { roomId: second, startsAt: atVenue(11, '10:30') };

    const refused = await place(staff, other, at);
    expect(refused.body).toMatchObject({
      ...{ type: '/problems/clash', status: 409 },
      detail: '石黒 花さんは同じ時間に別の予定があります。進めるときは理由を記入してください。',
      clashes: [
        { id: first.id, kind: 'session', label: { ja: '首長対話' }, names: '石黒 花', startsAt: atVenue(11, '10:00') },
      ],
    });
    expect(await requestNow(other.requestId as string)).toEqual(['approved', null]);
    expect((await place(staff, other, { ...at, override: '' })).status).toBe(409);

    expect((await place(staff, other, { ...at, override: '途中で移動するため' })).status).toBe(200);
    const kept = (await history()).filter((row) => row.action === 'place').at(-1);
    expect(kept).toMatchObject({ reason: '途中で移動するため', details: { accepted: [first.id] } });
  });

  test('two colleagues give one speaker two rooms at once: one is told of the clash', async () => {
    const second = await aRoom(world.database, event);
    const sessions = [await make(), await make(await aSpeakingRequest(world.database, event, member, people))];
    const rooms = [room, second];
    const answers = await Promise.all(sessions.map((session, at) => place(staff, session, { roomId: rooms[at] })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });
});

describe('placing is refused', () => {
  test('outside the event, in a room for meetings, and in a room of another event', async () => {
    const session = await make();
    const meetings = await aRoom(world.database, event, { purpose: 'meeting' });
    const elsewhere = await aRoom(world.database, await anEvent(world.database, 'cop33'));
    const pointers: unknown[] = [];
    for (const wrong of [
      { startsAt: atVenue(20, '10:00') },
      { startsAt: atVenue(19, '23:50') },
      { roomId: meetings },
      { roomId: elsewhere },
    ]) {
      const answer = await place(staff, session, wrong);
      pointers.push([answer.status, (answer.body.errors as { pointer: string }[])[0]?.pointer]);
    }
    expect(pointers).toEqual([
      [422, '/startsAt'],
      [422, '/startsAt'],
      [422, '/roomId'],
      [422, '/roomId'],
    ]);
  });

  test('stale, cancelled, withdrawn, nowhere, and to whoever may not', async () => {
    const session = await make();
    expect((await place(staff, { ...session, version: 3 })).body).toMatchObject({
      status: 412,
      current: { id: session.id, version: 1 },
    });
    expect((await place(staff, { id: missing, version: 1 })).status).toBe(404);
    const statuses = [(await place(world.public, session)).status];
    for (const role of ['member_manager', 'staff_triager', 'registrar', 'staff_admin'] as const) {
      statuses.push((await place(await world.as({ role, memberId: member.id }), session)).status);
    }
    expect(statuses).toEqual([401, 403, 403, 403, 403]);
    await world.database.write(nobody, (tx) =>
      tx
        .updateTable('request')
        .set({ state: 'withdrawn', turn: 'none', closedAt: world.now, dueAt: null, riskAt: null })
        .where('id', '=', request.id)
        .execute(),
    );
    expect((await place(staff, session)).body.detail).toBe('もとの申請が終わっているため、配置できません');
    await staff.post(`/api/sessions/${session.id}/cancellation`, { reason: '取り下げ' }, ifMatch(1));
    expect((await place(staff, { ...session, version: 2 })).body.detail).toBe('この企画は中止されています');
    expect(await requestNow()).toEqual(['withdrawn', null]);
  });
});
