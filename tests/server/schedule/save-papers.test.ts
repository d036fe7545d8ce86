import { beforeEach, describe, expect, test } from 'vitest';
import { scheduleRoutes } from '#server/schedule/routes.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import type { SheetView } from '#shared/schedule/sheet-contract.ts';
import { type AMember, type AnEvent, aMember, anEvent, someDelegates } from '#tests/support/builders/passes.ts';
import { aRoom, aSpeakingRequest, atVenue } from '#tests/support/builders/schedule.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: scheduleRoutes });
type Body = SessionView & Record<string, unknown>;
type Sheet = SheetView & Record<string, unknown>;
let event: AnEvent;
let member: AMember;
let staff: Client;
let officer: Client;
let people: string[];
let room: string;
let session: Body;

beforeEach(async () => {
  event = await anEvent(world.database);
  member = await aMember(world.database);
  people = await someDelegates(world.database, event, member, ['石黒', '高橋']);
  staff = await world.as({ role: 'staff_coordinator' });
  officer = await world.as({ role: 'member_editor', memberId: member.id });
  room = await aRoom(world.database, event);
  const request = await aSpeakingRequest(world.database, event, member, people);
  session = (await staff.post<Body>(`/api/requests/${request.id}/session`)).body;
  session = (
    await staff.put<Body>(
      `/api/sessions/${session.id}/slot`,
      { roomId: room, startsAt: atVenue(11, '10:00'), minutes: 45 },
      ifMatch(session.version),
    )
  ).body;
});

const papers = (given: Record<string, unknown> = {}) => ({
  biographies: [
    { ja: '環境部長。', en: 'Director.' },
    { ja: '', en: '' },
  ],
  questions: { ja: '次の一手は何ですか', en: 'What comes next?' },
  items: [
    { minutes: 5, who: '進行', what: { ja: '開会', en: 'Opening' } },
    { minutes: 40, who: '石黒', what: { ja: '対話', en: '' } },
  ],
  ...given,
});
const save = (client: Client, given = {}, version = session.version) =>
  client.put<Sheet>(`/api/sessions/${session.id}/papers`, papers(given), ifMatch(version));
const sheet = (client: Client, id: string = session.id) => client.get<Sheet>(`/api/sessions/${id}/sheet`);

describe('papers', () => {
  test('are written by the municipality and by the office, and an edit of the speakers leaves them in place', async () => {
    const saved = await save(officer);
    expect([saved.status, saved.body.session.version, saved.body.items, saved.body.room?.name.ja]).toEqual([
      ...[200, session.version + 1, papers().items, 'メインステージ'],
    ]);
    const { title, abstract, theme, format, language, interpretation, minutes, hosts, speakers } = session;
    const edited = await staff.put<Body>(
      `/api/sessions/${session.id}`,
      {
        ...{ title, abstract, theme, format, language, interpretation, minutes, hostIds: hosts.map((one) => one.id) },
        speakers: [...speakers].reverse(),
      },
      ifMatch(session.version + 1),
    );
    expect(edited.status).toBe(200);
    expect((await sheet(staff)).body).toMatchObject({
      biographies: [{ ja: '' }, { ja: '環境部長。', en: 'Director.' }],
      questions: papers().questions,
    });
    expect((await save(staff, { items: [] }, edited.body.version)).body.items).toEqual([]);
    const kept = await world.database.read(nobody, (db) =>
      db
        .selectFrom('history')
        .select(['actorRole', 'principalKind', 'details'])
        .where('action', '=', 'papers')
        .orderBy('id')
        .execute(),
    );
    expect(kept).toEqual([
      { actorRole: 'member_editor', principalKind: null, details: { items: 2, biographies: 1 } },
      { actorRole: 'staff_coordinator', principalKind: 'member', details: { items: 0, biographies: 1 } },
    ]);
  });

  test.each([
    ['a biography of 101 words', { biographies: [{ ja: '', en: 'word '.repeat(101) }] }, '/biographies/0/en'],
    ['a biography of 401 characters', { biographies: [{ ja: '字'.repeat(401), en: '' }] }, '/biographies/0/ja'],
    ['an item that says nothing', { items: [{ minutes: 5, who: '', what: { ja: '', en: '' } }] }, '/items/0/what/ja'],
  ])('%s does not fit', async (_name, given, pointer) => {
    const answer = await save(officer, given);
    expect([answer.status, (answer.body.errors as { pointer: string }[])[0]?.pointer]).toEqual([422, pointer]);
  });

  test('are there for nobody else: another municipality, one that only takes part, one that only reads', async () => {
    const other = await aMember(world.database, '若葉市');
    const [guest] = await someDelegates(world.database, event, other, ['若井']);
    const stranger = await world.as({ role: 'member_manager', memberId: other.id });
    expect([(await sheet(stranger)).status, (await save(stranger)).status]).toEqual([404, 404]);
    await world.database.write(nobody, (tx) =>
      tx
        .insertInto('sessionSpeaker')
        .values({ sessionId: session.id, position: 9, delegateId: guest as string, role: 'panel' })
        .execute(),
    );
    expect([(await sheet(stranger)).status, (await save(stranger, {}, 99)).status]).toEqual([404, 404]);
    const viewer = await world.as({ role: 'member_viewer', memberId: member.id });
    expect([(await sheet(viewer)).status, (await save(viewer)).status]).toEqual([200, 403]);
    expect([(await sheet(world.public)).status, (await save(world.public)).status]).toEqual([401, 401]);
    expect((await save(officer, {}, 1)).status).toBe(412);
    // What somebody wrote about the first two stays theirs, whatever number the third has.
    expect((await sheet(staff)).body.biographies).toHaveLength(3);
  });

  test('of a cancelled session stay as they are', async () => {
    await staff.post(`/api/sessions/${session.id}/cancellation`, { reason: '中止' }, ifMatch(session.version));
    const answer = await save(officer, {}, session.version + 1);
    expect([answer.status, answer.body.detail]).toEqual([409, 'この企画は中止されています']);
  });
});

describe('the sheets of a day', () => {
  test('go room by room, at the same cost for one and for three, and are the desk’s', async () => {
    const list = (query = '?day=2027-11-11') => staff.get<{ items: Sheet[] }>(`/api/events/cop32/sheets${query}`);
    const cost = async () => {
      world.queries.length = 0;
      await list();
      return world.queries.length;
    };
    const one = await cost();
    const second = await aRoom(world.database, event, { name: '対話コーナー', position: 1 });
    for (const [roomId, time] of [
      [second, '09:00'],
      [room, '14:00'],
    ] as const) {
      const request = await aSpeakingRequest(world.database, event, member, [], { title: `企画 ${time}` });
      const made = (await staff.post<Body>(`/api/requests/${request.id}/session`)).body;
      await staff.put(
        `/api/sessions/${made.id}/slot`,
        { roomId, startsAt: atVenue(11, time), minutes: 30 },
        ifMatch(made.version),
      );
    }
    expect(await cost()).toBe(one);
    const titles = async (query: string) => (await list(query)).body.items.map((each) => each.session.title.ja);
    expect(await titles('?day=2027-11-11')).toEqual(['首長対話', '企画 14:00', '企画 09:00']);
    expect(await titles(`?day=2027-11-11&room=${second}`)).toEqual(['企画 09:00']);
    expect(await titles('?day=2027-11-12')).toEqual([]);
    expect([
      (await list('?day=x')).status,
      (await officer.get('/api/events/cop32/sheets?day=2027-11-11')).status,
    ]).toEqual([...[422, 403]]);
  });
});
