import { beforeEach, expect, test } from 'vitest';
import { clashRoutes } from '#server/clashes/routes.ts';
import { outsideRoutes } from '#server/schedule/outside-routes.ts';
import { scheduleRoutes } from '#server/schedule/routes.ts';
import type { FindingList } from '#shared/clashes/contract.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import type {
  OutsideDone,
  OutsideItemInput,
  OutsideItemView,
  OutsidePage,
  OutsideReadingView,
} from '#shared/schedule/outside-contract.ts';
import { type AMember, type AnEvent, aMember, anEvent, someDelegates } from '#tests/support/builders/passes.ts';
import { aRoom, aSpeakingRequest, atVenue } from '#tests/support/builders/schedule.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: [...clashRoutes, ...scheduleRoutes, ...outsideRoutes] });
let event: AnEvent;
let member: AMember;
let staff: Client;
beforeEach(async () => {
  event = await anEvent(world.database);
  member = await aMember(world.database);
  staff = await world.as({ role: 'staff_coordinator' });
});

const HEAD = 'タイトル\t日付\t開始\t終了\t場所\t番号';
const table = (...rows: string[]) => [HEAD, ...rows].join('\n');
const MORNING = '朝の会\t2027/11/11\t9:00\t10:00\tA室\t1';
const NOON = 'Noon\t2027/11/11\t12:00\t13:00\tB室\t2';
const read = (text: string, source = '隣のパビリオン', client = staff) =>
  client.post<OutsideReadingView>('/api/events/cop32/outside-readings', { source, text });
const take = (text: string, digest: string, removeGone = true, source = '隣のパビリオン') =>
  staff.post<OutsideDone>('/api/events/cop32/outside-imports', { source, text, digest, removeGone });
const takeIn = async (text: string, removeGone = true) =>
  (await take(text, (await read(text)).body.digest, removeGone)).body;
const list = async (query = '') => (await staff.get<OutsidePage>(`/api/events/cop32/outside-items${query}`)).body;
const inputOf = (item: OutsideItemView, change: Partial<OutsideItemInput> = {}): OutsideItemInput => {
  const { title, startsAt, endsAt, place, venueId, url, organiser, attending } = item;
  const attendingIds = attending.map(({ delegateId }) => delegateId);
  return { title, startsAt, endsAt, place, venueId, url, organiser, attendingIds, ...change };
};
const change = (item: OutsideItemView, input: Partial<OutsideItemInput>, client = staff) =>
  client.put<OutsideItemView>(`/api/outside-items/${item.id}`, inputOf(item, input), ifMatch(item.version));
const first = async () => (await list()).items[0] as OutsideItemView;

test('what would be taken in is shown row by row, and nothing is kept', async () => {
  const { status, body } = await read(table(MORNING, '\t2027/11/11\t9:00\t10:00', NOON));
  expect(status).toBe(200);
  expect(body).toMatchObject({ format: 'table', timeZone: 'Africa/Addis_Ababa', gone: [] });
  expect(body.counts).toEqual({ new: 2, changed: 0, same: 0, kept: 0, faulty: 1 });
  expect(body.rows.map(({ line, status: of, title, faults }) => [line, of, title, faults])).toEqual([
    [2, 'new', '朝の会', []],
    [3, 'faulty', '', ['名前がありません。名前を入れてください']],
    [4, 'new', 'Noon', []],
  ]);
  expect((await list()).items).toEqual([]);
});

test('it is taken in by one act that the record knows, and read in again only what differs', async () => {
  expect(await takeIn(table(MORNING, NOON))).toEqual({ added: 2, changed: 0, removed: 0 });
  const page = await list();
  expect(page.items.map(({ title, startsAt, place, source }) => [title, startsAt, place, source])).toEqual([
    [{ ja: '朝の会', en: '' }, '2027-11-11T06:00:00.000Z', 'A室', '隣のパビリオン'],
    [{ ja: '', en: 'Noon' }, '2027-11-11T09:00:00.000Z', 'B室', '隣のパビリオン'],
  ]);
  expect(page.sources).toMatchObject([{ name: '隣のパビリオン', items: 2 }]);

  const moved = table(MORNING.replace('9:00', '9:30'), '夜の会\t11/11\t19:00\t20:00\tC室\t3');
  const shown = (await read(moved)).body;
  expect(shown.rows.map(({ status, differs }) => [status, differs])).toEqual([
    ['changed', ['日時']],
    ['new', []],
  ]);
  expect(shown.gone.map(({ title }) => title.en)).toEqual(['Noon']);
  expect(await takeIn(moved, false)).toEqual({ added: 1, changed: 1, removed: 0 });
  expect((await list()).items).toHaveLength(3);
  expect(await takeIn(moved)).toEqual({ added: 0, changed: 0, removed: 1 });
  expect((await list()).items.map(({ title }) => title.ja)).toEqual(['朝の会', '夜の会']);

  const rows = await world.database.read(nobody, (db) =>
    db.selectFrom('history').select(['action', 'details']).where('action', '=', 'outside.imported').execute(),
  );
  expect(rows).toHaveLength(3);
  expect(rows[0]?.details).toMatchObject({ source: '隣のパビリオン', format: 'table', added: 2 });
});

test('a moved entry keeps who goes there; what was changed by hand is left alone', async () => {
  await takeIn(table(MORNING, NOON));
  const [person = ''] = await someDelegates(world.database, event, member, ['甲']);
  const attendingIds = [person] as OutsideItemInput['attendingIds'];
  const going = (await change(await first(), { attendingIds })).body;
  expect(going).toMatchObject({ edited: false, version: 2, attending: [{ delegateId: person }] });
  await takeIn(table(MORNING.replace('9:00', '8:00'), NOON));
  expect(await first()).toMatchObject({ startsAt: '2027-11-11T05:00:00.000Z', attending: [{ delegateId: person }] });

  await change(await first(), { place: '中庭' });
  const shown = (await read(table(MORNING, NOON))).body;
  expect(shown.rows.map(({ status, differs }) => [status, differs])).toEqual([
    ['kept', ['日時', '場所']],
    ['same', []],
  ]);
  expect(await takeIn(table(MORNING, NOON))).toEqual({ added: 0, changed: 0, removed: 0 });
  expect(await first()).toMatchObject({ place: '中庭', edited: true });
});

test('what was not shown is not taken in', async () => {
  const { digest } = (await read(table(MORNING))).body;
  expect((await take(table(MORNING, NOON), digest)).status).toBe(412);
  expect((await take(table(MORNING), digest, true, '別の予定表')).status).toBe(412);
  await takeIn(table(MORNING));
  expect((await take(table(MORNING), digest)).status).toBe(412);
  expect((await list()).items).toHaveLength(1);
});

test('two who take the same timetable in at once take it in once', async () => {
  const { digest } = (await read(table(MORNING, NOON))).body;
  const answers = await Promise.all([1, 2, 3].map(() => take(table(MORNING, NOON), digest)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  expect((await list()).items).toHaveLength(2);
});

test('a name of the other side counts within its own timetable', async () => {
  await takeIn(table(MORNING));
  const text = table('別の会\t2027/11/12\t9:00\t10:00\tA室\t1');
  const { digest } = (await read(text, '別の予定表')).body;
  expect((await take(text, digest, true, '別の予定表')).body).toEqual({ added: 1, changed: 0, removed: 0 });
  expect((await list()).sources.map(({ name }) => name).sort()).toEqual(['別の予定表', '隣のパビリオン'].sort());
});

test('the list narrows by timetable, day and words, and goes on page by page', async () => {
  await takeIn(table(MORNING, NOON, '翌日\t2027/11/12\t0:00\t1:00\tA室\t3'));
  const titles = async (query: string) => (await list(query)).items.map(({ title }) => title.ja || title.en);
  expect(await titles('?day=2027-11-12')).toEqual(['翌日']);
  expect(await titles(`?q=${encodeURIComponent('B室')}`)).toEqual(['Noon']);
  expect(await titles('?q=%25')).toEqual([]);
  expect(await titles(`?source=${encodeURIComponent('別')}`)).toEqual([]);
  const page = await list('?limit=2');
  expect(page.items).toHaveLength(2);
  expect(await titles(`?limit=2&after=${page.next}`)).toEqual(['翌日']);
  expect((await staff.get('/api/events/cop32/outside-items?after=x')).status).toBe(400);
});

test('the list costs the same number of queries with one entry and with three', async () => {
  await takeIn(table(MORNING));
  const people = (await someDelegates(world.database, event, member, ['甲', '乙'])) as OutsideItemInput['attendingIds'];
  await change(await first(), { attendingIds: people });
  const cost = async () => {
    world.queries.length = 0;
    await list();
    return world.queries.length;
  };
  const one = await cost();
  await takeIn(table(MORNING, NOON, '夜\t11/11\t19:00\t20:00\t\t3'), false);
  for (const item of (await list()).items.slice(1)) await change(item, { attendingIds: people });
  expect(await cost()).toBe(one);
});

test('where somebody of ours is expected elsewhere is a finding, and refuses no placement', async () => {
  await takeIn(table(MORNING));
  const people = (await someDelegates(world.database, event, member, ['甲'])) as OutsideItemInput['attendingIds'];
  await change(await first(), { attendingIds: people });
  const room = await aRoom(world.database, event, { zone: 'green' });
  const request = await aSpeakingRequest(world.database, event, member, people);
  const session = (await staff.post<SessionView>(`/api/requests/${request.id}/session`)).body;
  const placed = await staff.put(
    `/api/sessions/${session.id}/slot`,
    { roomId: room, startsAt: atVenue(11, '09:30'), minutes: 45 },
    ifMatch(session.version),
  );
  expect(placed.status).toBe(200);
  const findings = async () =>
    (await staff.get<FindingList>('/api/events/cop32/findings')).body.items.filter(({ kind }) => kind === 'two_places');
  expect(await findings()).toMatchObject([
    { strength: 'warning', about: [{ kind: 'outside', label: { ja: '朝の会' } }, { kind: 'session' }] },
  ]);
  const item = await first();
  expect((await staff.del(`/api/outside-items/${item.id}`, ifMatch(item.version))).status).toBe(204);
  expect(await findings()).toEqual([]);
});

test('an entry is changed at the version that was looked at, by people of this event only', async () => {
  await takeIn(table(MORNING));
  const item = await first();
  expect((await change({ ...item, version: 9 }, {})).status).toBe(412);
  const stranger = ['01980000-0000-7000-8000-000000000000'] as unknown as OutsideItemInput['attendingIds'];
  expect((await change(item, { attendingIds: stranger })).status).toBe(409);
  expect((await change(item, { endsAt: item.startsAt })).status).toBe(422);
  expect((await change(item, { url: 'javascript:alert(1)' })).status).toBe(422);
  expect((await change(item, { title: { ja: '', en: '' } })).status).toBe(422);
});

test.each([
  ['<!DOCTYPE a [<!ENTITY a "aaaa">]><schedule>&a;</schedule>', '文書型宣言'],
  ['ただの文', '見出しの行'],
  ['BEGIN:VCALENDAR\nBEGIN:VEVENT', '壊れています'],
])('%s is refused with what to do', async (text, words) => {
  const { status, body } = await read(text);
  expect(status).toBe(422);
  expect(JSON.stringify(body)).toContain(words);
});

test('a timetable may be large, and not endless; every other body stays small', async () => {
  const row = (index: number) => `会${index}\t2027/11/11\t9:00\t10:00\t${'広い場所'.repeat(60)}\t${index}`;
  const large = table(...Array.from({ length: 1_500 }, (_, index) => row(index)));
  expect(large.length).toBeGreaterThan(300_000);
  expect((await read(large)).body.counts.new).toBe(1_500);
  expect(await takeIn(large)).toMatchObject({ added: 1_500 });
  expect((await read(table(...Array.from({ length: 2_001 }, (_, index) => row(index))).slice(0, 999_000))).status).toBe(
    422,
  );
  expect((await read('あ'.repeat(1_000_001))).status).toBe(422);
  expect((await read('あ'.repeat(2_000_000))).status).toBe(413);
  const item = await first();
  expect((await change(item, { place: 'x'.repeat(70_000) })).status).toBe(413);
}, 60_000);

test('it is the coordinator’s to take in and change, the desk’s to see', async () => {
  await takeIn(table(MORNING));
  const item = await first();
  const triager = await world.as({ role: 'staff_triager' });
  const officer = await world.as({ role: 'member_manager', memberId: member.id });
  expect((await read(table(NOON), 'x', world.public)).status).toBe(401);
  for (const client of [triager, officer]) {
    expect((await read(table(NOON), 'x', client)).status).toBe(403);
    expect((await change(item, {}, client)).status).toBe(403);
    expect((await client.del(`/api/outside-items/${item.id}`, ifMatch(1))).status).toBe(403);
  }
  expect((await triager.get('/api/events/cop32/outside-items')).status).toBe(200);
  expect((await officer.get('/api/events/cop32/outside-items')).status).toBe(403);
  expect((await staff.get('/api/events/cop99/outside-items')).status).toBe(404);
  expect((await staff.del(`/api/outside-items/${event.id}`, ifMatch(1))).status).toBe(404);
});
