import { beforeEach, describe, expect, test } from 'vitest';
import { scheduleRoutes } from '#server/schedule/routes.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import { type AMember, type AnEvent, aMember, anEvent, someDelegates } from '#tests/support/builders/passes.ts';
import { aRoom, aSpeakingRequest, atVenue } from '#tests/support/builders/schedule.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: scheduleRoutes });
type Body = SessionView & Record<string, unknown>;
let event: AnEvent;
let member: AMember;
let staff: Client;
let people: string[];
let room: string;

beforeEach(async () => {
  event = await anEvent(world.database);
  member = await aMember(world.database);
  staff = await world.as({ role: 'staff_coordinator' });
  people = await someDelegates(world.database, event, member, ['石黒', '高橋']);
  room = await aRoom(world.database, event);
});

const input = (given: Record<string, unknown> = {}) => ({
  ...{ title: { ja: '対話', en: '' }, abstract: { ja: '', en: '' }, theme: 'energy', format: 'panel', language: 'ja' },
  ...{ interpretation: 'none', minutes: 60, hostIds: [member.id], speakers: [], ...given },
});
const add = async (given = {}) => (await staff.post<Body>('/api/events/cop32/sessions', input(given))).body;
const change = (session: { id: string; version: number }, given = {}) =>
  staff.put<Body>(`/api/sessions/${session.id}`, input(given), ifMatch(session.version));
const place = (session: { id: string; version: number }, time: string) =>
  staff.put<Body>(
    `/api/sessions/${session.id}/slot`,
    { roomId: room, startsAt: atVenue(11, time), minutes: 60 },
    ifMatch(session.version),
  );
const holds = () =>
  world.database.read(nobody, async (db) => {
    const rows = await db
      .selectFrom('roomHold')
      .select((eb) => [
        eb.fn<Date>('lower', ['during']).as('from'),
        eb.fn<Date>('upper', ['during']).as('to'),
        eb.fn<Date>('lower', ['held']).as('heldFrom'),
        eb.fn<Date>('upper', ['held']).as('heldTo'),
      ])
      .orderBy('during')
      .execute();
    return rows.map((row) => [row.heldFrom, row.from, row.to, row.heldTo].map((at) => at.toISOString()));
  });
const released = async () => {
  await staff.post('/api/events/cop32/releases', { comment: { ja: '', en: '' } });
  return world.database.read(nobody, async (db) => {
    const rows = await db.selectFrom('releasedSession').select('content').execute();
    return rows.map((row) => row.content as Record<string, unknown>);
  });
};
const guest = (ja: string, given = {}) => ({
  ...{ role: 'panel', name: { ja, en: '' }, title: { ja: '', en: '' }, organisation: { ja: '', en: '' }, ...given },
});

describe('set-up and tear-down', () => {
  test('keep the room, and the public time stays exact', async () => {
    const first = await add({ setupMinutes: 15, teardownMinutes: 30 });
    const placed = await place(first, '10:00');
    expect(placed.body.slot).toEqual({ roomId: room, startsAt: atVenue(11, '10:00'), endsAt: atVenue(11, '11:00') });
    expect(await holds()).toEqual([
      [atVenue(11, '09:45'), atVenue(11, '10:00'), atVenue(11, '11:00'), atVenue(11, '11:30')],
    ]);

    const next = await add({ title: { ja: '次の企画', en: '' }, setupMinutes: 10 });
    const early = await place(next, '11:20');
    expect([early.status, early.body.type, early.body.detail]).toEqual([
      ...[409, '/problems/room-taken'],
      '企画の時間が「対話」の撤収の時間と重なります。時間か準備・撤収の長さを変えてください。',
    ]);
    expect((await place(next, '11:35')).body.detail).toBe(
      '準備の時間が「対話」の撤収の時間と重なります。時間か準備・撤収の長さを変えてください。',
    );
    // Pads that touch are no overlap.
    expect((await place(next, '11:40')).status).toBe(200);
    expect((await holds())[1]?.[0]).toBe(atVenue(11, '11:30'));
  });

  test('grow afterwards only as far as the room is free', async () => {
    const first = (await place(await add(), '10:00')).body;
    const next = (await place(await add({ title: { ja: '次', en: '' } }), '11:10')).body;
    expect((await change(first, { teardownMinutes: 15 })).body.detail).toBe(
      '撤収の時間が「次」の企画の時間と重なります。時間か準備・撤収の長さを変えてください。',
    );
    expect((await change(first, { teardownMinutes: 10 })).status).toBe(200);
    expect((await change(next, { title: { ja: '次', en: '' }, setupMinutes: 5 })).status).toBe(409);
    expect((await holds()).map(([from, , , to]) => [from, to])).toEqual([
      [atVenue(11, '10:00'), atVenue(11, '11:10')],
      [atVenue(11, '11:10'), atVenue(11, '12:10')],
    ]);
  });

  test('two colleagues lengthen them at once towards each other: the database lets one', async () => {
    const one = (await place(await add(), '10:00')).body;
    const other = (await place(await add({ title: { ja: '次', en: '' } }), '11:20')).body;
    const answers = await Promise.all([
      change(one, { teardownMinutes: 20 }),
      change(other, { title: { ja: '次', en: '' }, setupMinutes: 20 }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  test('are refused by the table itself when a program forgets to look', async () => {
    await place(await add(), '10:00');
    const late = (await place(await add({ title: { ja: '次', en: '' } }), '11:00')).body;
    const forgotten = world.database.write(nobody, (tx) =>
      tx.updateTable('programmeSession').set({ setupMinutes: 5 }).where('id', '=', late.id).execute(),
    );
    await expect(forgotten).rejects.toThrow(/room_free/);
  });
});

describe('a block', () => {
  test('is kept for a partner, is never released, and becomes a session', async () => {
    const block = await add({
      ...{ kind: 'block', partner: { ja: '連携団体', en: 'A partner' }, title: { ja: '', en: '' } },
    });
    expect([block.kind, block.title, block.partner]).toEqual([
      ...['block', { ja: '連携団体', en: 'A partner' }, { ja: '連携団体', en: 'A partner' }],
    ]);
    const placed = (await place(block, '10:00')).body;
    expect((await staff.post('/api/events/cop32/releases', { comment: { ja: '', en: '' } })).status).toBe(409);

    const filled = await change(placed, { partner: { ja: '連携団体', en: '' }, title: { ja: '海辺の知恵', en: '' } });
    expect([filled.body.kind, filled.body.slot]).toEqual(['session', placed.slot]);
    expect((await released()).map((one) => one.title)).toEqual([{ ja: '海辺の知恵', en: '' }]);
    const kept = await world.database.read(nobody, (db) =>
      db.selectFrom('history').select('details').where('action', '=', 'change').execute(),
    );
    expect(kept).toEqual([{ details: { accepted: [], kind: 'session', filled: true } }]);
  });

  test('names its partner, and no session of a request turns into one', async () => {
    const nameless = await staff.post<Body>('/api/events/cop32/sessions', input({ kind: 'block' }));
    expect([nameless.status, (nameless.body.errors as { pointer: string }[])[0]?.pointer]).toEqual([
      ...[422, '/partner/ja'],
    ]);
    const request = await aSpeakingRequest(world.database, event, member, []);
    const session = (await staff.post<Body>(`/api/requests/${request.id}/session`)).body;
    const answer = await change(session, { kind: 'block', partner: { ja: '連携団体', en: '' } });
    expect([answer.status, answer.body.detail]).toEqual([409, '申請にもとづく企画は、枠の確保に戻せません']);
  });
});

describe('what a session is besides', () => {
  test('is kept, and the public learns only what it may', async () => {
    const other = await aMember(world.database, '若葉市');
    const given = {
      ...{ capacity: 40, stream: { state: 'planned', url: 'https://stream.example/a' }, contact: '森 +251 900' },
      ...{ notices: { noPhoto: true, noRecording: false }, hostIds: [member.id, other.id], cohostIds: [other.id] },
      speakers: [guest('来賓 一郎', { noPhoto: true }), guest('影 次郎', { isPublic: false, noRecording: true })],
      standbys: [guest('控え 三郎')],
    };
    const session = (await place(await add(given), '10:00')).body;
    expect(session).toMatchObject({
      ...{ capacity: 40, stream: given.stream, contact: '森 +251 900', notices: given.notices },
      hosts: [{ role: 'host' }, { role: 'cohost', name: { ja: '若葉市' } }],
      speakers: [
        { noPhoto: true, noRecording: false },
        { isPublic: false, noRecording: true },
      ],
      standbys: [{ name: { ja: '控え 三郎' } }],
    });
    const [first] = await released();
    expect(first).toMatchObject({
      ...{ streamUrl: null, notices: { noPhoto: true, noRecording: false } },
      hosts: [{ role: 'host' }, { role: 'cohost' }],
    });
    const text = JSON.stringify(first);
    for (const hidden of ['控え', '影', 'stream.example', '+251', 'noPhoto":true,"noRecording":true']) {
      expect(text).not.toContain(hidden);
    }
    const opened = await change(session, { ...given, stream: { state: 'public', url: 'https://stream.example/a' } });
    expect(opened.status).toBe(200);
    expect((await released()).map((one) => one.streamUrl)).toEqual([null, 'https://stream.example/a']);
  });

  test.each([
    ['an address that is not https', { stream: { state: 'public', url: 'http://stream.example' } }, '/stream/url'],
    ['an address that breaks out', { stream: { state: 'public', url: 'https://a.example/"x' } }, '/stream/url'],
    ['a public stream without an address', { stream: { state: 'public', url: '' } }, '/stream/url'],
    ['an address where nothing is streamed', { stream: { state: 'none', url: 'https://a.example' } }, '/stream/url'],
    ['too long a set-up', { setupMinutes: 121 }, '/setupMinutes'],
    ['no seat', { capacity: 0 }, '/capacity'],
  ])('%s does not fit', async (_name, given, pointer) => {
    const answer = await staff.post<Body>('/api/events/cop32/sessions', input(given));
    expect([answer.status, (answer.body.errors as { pointer: string }[]).map((one) => one.pointer)]).toEqual([
      ...[422, [pointer]],
    ]);
  });

  test('an older release without the new fields is read, and is no change by itself', async () => {
    await place(await add(), '10:00');
    await released();
    await world.database.write(nobody, async (tx) => {
      const release = await tx.selectFrom('release').selectAll().executeTakeFirstOrThrow();
      const old = await tx.selectFrom('releasedSession').selectAll().executeTakeFirstOrThrow();
      const { streamUrl: _, notices: __, ...content } = old.content as Record<string, unknown>;
      const hosts = (content.hosts as Record<string, unknown>[]).map(({ role: ___, ...host }) => host);
      const id = crypto.randomUUID();
      await tx
        .insertInto('release')
        .values({ ...release, id, number: 2 })
        .execute();
      await tx
        .insertInto('releasedSession')
        .values({ ...old, releaseId: id, content: JSON.stringify({ ...content, hosts }) })
        .execute();
    });
    expect((await staff.get<{ changed: number }>('/api/events/cop32/schedule')).body.changed).toBe(0);
  });
});

test('a delegate who stands by has promised nothing yet, and must be of a delegation', async () => {
  const standby = { ...guest(''), delegateId: people[0] };
  const request = await aSpeakingRequest(world.database, event, member, [people[0] as string]);
  await place((await staff.post<Body>(`/api/requests/${request.id}/session`)).body, '10:00');
  const answer = await place(await add({ standbys: [standby] }), '11:00');
  expect([answer.status, answer.body.standbys.map((one) => one.name.ja)]).toEqual([200, ['石黒 花']]);
  const stranger = await change(answer.body, { standbys: [{ ...standby, delegateId: member.id }] });
  expect(stranger.body.type).toBe('/problems/not-in-delegation');
});
