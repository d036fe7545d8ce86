import { beforeEach, describe, expect, test } from 'vitest';
import { requestRoutes } from '#server/requests/routes.ts';
import { scheduleRoutes } from '#server/schedule/routes.ts';
import { MAILS } from '#shared/mails.ts';
import { mailText } from '#shared/notifications/mail.ts';
import type { TaskPage, TaskView } from '#shared/requests/task-contract.ts';
import { TASK_RULES } from '#shared/requests/tasks.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import { type AMember, type AnEvent, type ARequest, aMember, anEvent } from '#tests/support/builders/passes.ts';
import { aRoom, aSpeakingRequest, atVenue } from '#tests/support/builders/schedule.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: [...requestRoutes, ...scheduleRoutes] });
type Body = SessionView & Record<string, unknown>;
type Task = TaskView & Record<string, unknown>;
let event: AnEvent;
let member: AMember;
let staff: Client;
let officer: Client;
let room: string;
let request: ARequest;

beforeEach(async () => {
  event = await anEvent(world.database);
  member = await aMember(world.database);
  staff = await world.as({ role: 'staff_coordinator' });
  officer = await world.as({ role: 'member_editor', memberId: member.id });
  room = await aRoom(world.database, event);
  request = await aSpeakingRequest(world.database, event, member, []);
});

const place = async (session: { id: string; version: number }, day: number, time = '10:00') =>
  (
    await staff.put<Body>(
      `/api/sessions/${session.id}/slot`,
      { roomId: room, startsAt: atVenue(day, time), minutes: 45 },
      ifMatch(session.version),
    )
  ).body;
const make = async (of: ARequest = request) => (await staff.post<Body>(`/api/requests/${of.id}/session`)).body;
const list = async (client: Client, query = '') =>
  (await client.get<TaskPage>(`/api/events/cop32/tasks?limit=50${query}`)).body;
const task = async (kind: string, client = staff, query = '&state=all') =>
  (await list(client, query)).items.find((one) => one.kind === kind) as TaskView;
const change = (client: Client, of: TaskView, given: Record<string, unknown>) =>
  client.put<Task>(
    `/api/tasks/${of.id}`,
    { state: of.state, note: of.note, officerId: of.officer?.id ?? null, ...given },
    ifMatch(of.version),
  );
const history = async () =>
  (
    await world.database.read(nobody, (db) =>
      db
        .selectFrom('history')
        .select(['action', 'fromState', 'toState', 'principalKind', 'details'])
        .where('subject', '=', 'request_task')
        .orderBy('id')
        .execute(),
    )
  ).map((row) => [row.action, row.fromState, row.toState, row.principalKind]);
const mails = (template: string) =>
  world.database.read(nobody, (db) =>
    db.selectFrom('outbox').select(['params', 'memberId']).where('template', '=', template).orderBy('id').execute(),
  );

describe('the tasks of a session', () => {
  test('come with its first day at the venue, move with it, and wait without one', async () => {
    // 23:00 at the venue is the next morning in Japan: the venue’s day counts.
    const placed = await place(await make(), 11, '23:00');
    const { items, today } = await list(staff);
    expect(today).toBe('2026-07-01');
    expect(items.map((one) => [one.kind, one.owner, one.dueOn])).toEqual([
      ['speakers', 'member', '2027-10-21'],
      ['profiles', 'member', '2027-10-21'],
      ['run_draft', 'desk', '2027-10-28'],
      ['questions', 'member', '2027-11-01'],
      ['slides', 'member', '2027-11-04'],
      ['run_final', 'desk', '2027-11-08'],
      ['reconfirm', 'desk', '2027-11-10'],
      ['result', 'member', '2027-11-14'],
      ['article', 'member', '2027-12-11'],
    ]);
    await change(officer, await task('speakers'), { state: 'done' });
    const moved = await place(placed, 13);
    expect([(await task('slides')).dueOn, (await task('speakers')).dueOn]).toEqual(['2027-11-06', '2027-10-21']);
    const off = await staff.del<Body>(`/api/sessions/${moved.id}/slot`, ifMatch(moved.version));
    expect([(await task('slides')).dueOn, (await task('speakers')).state]).toEqual([null, 'done']);

    await staff.post(`/api/sessions/${moved.id}/cancellation`, { reason: '中止' }, ifMatch(off.body.version));
    expect([(await task('slides')).state, (await list(staff)).items]).toEqual(['not_needed', []]);
    await place(await make(), 12);
    expect((await list(staff)).items).toHaveLength(8);
    expect(await task('slides')).toMatchObject({ state: 'open', dueOn: '2027-11-05', doneAt: null });
  });

  test('follow the event’s own rules, and nothing that is planned already', async () => {
    await place(await make(), 11);
    const rules = TASK_RULES.map((rule) => (rule.kind === 'slides' ? { ...rule, offsetDays: -10 } : rule));
    expect((await staff.put('/api/events/cop32/task-rules', { rules })).status).toBe(200);
    expect((await task('slides')).dueOn).toBe('2027-11-04');
    const other = await aSpeakingRequest(world.database, event, member, []);
    await place(await make(other), 11, '14:00');
    expect((await task('slides', staff, `&request=${other.id}`)).dueOn).toBe('2027-11-01');
    const twice = await staff.put('/api/events/cop32/task-rules', {
      rules: TASK_RULES.map((rule) => ({ ...rule, kind: 'slides' })),
    });
    expect(twice.status).toBe(422);
  });

  test('a rehearsal is added where it is wanted, once, and due as its session is', async () => {
    await place(await make(), 11);
    const added = await staff.post<Task>(`/api/requests/${request.id}/tasks`, { kind: 'rehearsal' });
    expect([added.status, added.body.owner, added.body.dueOn]).toEqual([201, 'desk', '2027-11-10']);
    expect((await staff.post(`/api/requests/${request.id}/tasks`, { kind: 'rehearsal' })).status).toBe(409);
    expect((await officer.post(`/api/requests/${request.id}/tasks`, { kind: 'article' })).status).toBe(403);
  });
});

describe('ticking', () => {
  test('is each side’s own; slides say where they are; everything is in the record', async () => {
    await place(await make(), 11);
    const slides = await task('slides', officer);
    const bare = await change(officer, slides, { state: 'done' });
    expect([bare.status, bare.body.errors]).toEqual([
      ...[422, [{ pointer: '/note', detail: 'スライドの置き場所を入力してください' }]],
    ]);
    const done = await change(officer, slides, { state: 'done', note: '共有フォルダ COP32' });
    expect([done.status, done.body.state, done.body.note, done.body.doneAt]).toEqual([
      ...[200, 'done', '共有フォルダ COP32', world.now.toISOString()],
    ]);
    const desk = await change(officer, await task('run_draft', officer), { state: 'done' });
    expect([desk.status, desk.body.detail]).toEqual([409, 'この準備は事務局が行います']);
    const moved = await change(officer, await task('questions', officer), { offsetDays: -1 });
    expect([moved.status, moved.body.type]).toEqual([403, '/problems/not-allowed']);
    expect((await change(officer, slides, { state: 'open' })).status).toBe(412);

    const back = await change(staff, done.body, { state: 'open', note: '' });
    expect([back.body.state, back.body.doneBy, back.body.doneAt]).toEqual(['open', '', null]);
    expect((await change(staff, await task('reconfirm'), { state: 'not_needed' })).status).toBe(200);
    expect(await history()).toEqual([
      ['task.done', 'open', 'done', null],
      ['task.reopen', 'done', 'open', 'member'],
      ['task.not-needed', 'open', 'not_needed', null],
    ]);
    expect((await mails('tasks.reopened')).map((row) => row.memberId)).toEqual([member.id]);
  });

  test('two officers tick one task at once: one is told that it has changed', async () => {
    await place(await make(), 11);
    const of = await task('questions');
    const answers = await Promise.all([
      change(officer, of, { state: 'done' }),
      change(staff, of, { state: 'not_needed' }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
  });

  test('the office moves one task’s day, which then moves with the session by its own number', async () => {
    const placed = await place(await make(), 11);
    const moved = await change(staff, await task('slides'), { offsetDays: -5 });
    expect([moved.status, moved.body.dueOn]).toEqual([200, '2027-11-06']);
    await place(placed, 12);
    expect((await task('slides')).dueOn).toBe('2027-11-07');
  });

  test('an officer is of the side that does it', async () => {
    await place(await make(), 11);
    const slides = await task('slides');
    const own = await change(officer, slides, { officerId: officer.actor.accountId });
    expect([own.status, own.body.officer?.id]).toEqual([200, officer.actor.accountId]);
    for (const wrong of [
      change(staff, own.body, { officerId: staff.actor.accountId }),
      change(staff, await task('run_draft'), { officerId: officer.actor.accountId }),
    ]) {
      expect((await wrong).body.errors).toMatchObject([{ pointer: '/officerId' }]);
    }
  });
});

describe('whose they are', () => {
  test('a municipality sees and changes its own only, whoever only reads changes none', async () => {
    const other = await aMember(world.database, '若葉市');
    await place(await make(), 11);
    await place(await make(await aSpeakingRequest(world.database, event, other, [])), 11, '14:00');
    const stranger = await world.as({ role: 'member_manager', memberId: other.id });
    const own = await list(officer);
    expect([own.items.length, new Set(own.items.map((one) => one.member.id)).size]).toEqual([9, 1]);
    expect((await list(officer, `&member=${other.id}`)).items).toEqual([]);
    const slides = await task('slides', officer);
    expect((await change(stranger, slides, { state: 'done', note: 'x' })).status).toBe(404);
    const viewer = await world.as({ role: 'member_viewer', memberId: member.id });
    expect((await change(viewer, slides, { state: 'done', note: 'x' })).status).toBe(403);
    expect((await change(world.public, slides, { state: 'done', note: 'x' })).status).toBe(401);
    expect((await list(staff)).items).toHaveLength(18);
  });

  test('withdrawing ends them, in the same transaction', async () => {
    await place(await make(), 11);
    const found = (await officer.get<{ version: number }>(`/api/requests/${request.id}`)).body;
    const gone = await officer.post(`/api/requests/${request.id}/withdrawal`, { reason: '' }, ifMatch(found.version));
    expect([gone.status, (await list(officer)).items]).toEqual([200, []]);
    const slides = await task('slides');
    expect((await change(officer, slides, { state: 'open' })).body.detail).toBe(
      'もとの申請が終わっているため、準備は変えられません',
    );
  });
});

describe('the list', () => {
  test('is read page by page, those without a day last, at the same cost for one and for many', async () => {
    await place(await make(), 11);
    const cost = async () => {
      world.queries.length = 0;
      await list(staff);
      return world.queries.length;
    };
    const first = await cost();
    const second = await aSpeakingRequest(world.database, event, member, []);
    const session = await place(await make(second), 12);
    await staff.del(`/api/sessions/${session.id}/slot`, ifMatch(session.version));
    await place(await make(await aSpeakingRequest(world.database, event, member, [])), 13);
    expect(await cost()).toBe(first);

    const seen: string[] = [];
    for (let after = ''; ; ) {
      const page = (await staff.get<TaskPage>(`/api/events/cop32/tasks?limit=4${after}`)).body;
      seen.push(...page.items.map((one) => `${one.dueOn} ${one.id}`));
      if (!page.next) break;
      after = `&after=${page.next}`;
    }
    const whole = (await list(staff)).items;
    expect(seen).toEqual(whole.map((one) => `${one.dueOn} ${one.id}`));
    expect([seen.length, new Set(seen).size, whole.slice(-9).every((one) => one.dueOn === null)]).toEqual([
      ...[27, 27, true],
    ]);
  });

  test('knows late from open by the venue’s day', async () => {
    await place(await make(), 11);
    world.now = new Date('2027-10-21T20:59:00Z');
    expect((await list(staff, '&state=late')).items).toEqual([]);
    world.now = new Date('2027-10-21T21:00:00Z');
    expect((await list(staff, '&state=late')).items.map((one) => one.kind)).toEqual(['speakers', 'profiles']);
  });

  test.each([['after=x'], ['after=WyIyMDI3IiwieCJd'], ['kind=none'], ['state=x'], ['event=x']])(
    '%s does not fit',
    async (query) => {
      expect([400, 422]).toContain((await staff.get(`/api/events/cop32/tasks?${query}`)).status);
    },
  );
});

describe('reminding', () => {
  test('mails each municipality once with its own list, and not twice on one day', async () => {
    const other = await aMember(world.database, '若葉市');
    await world.as({ role: 'member_manager', memberId: other.id });
    await place(await make(), 11);
    await place(await make(await aSpeakingRequest(world.database, event, other, [])), 12);
    const slides = await task('slides', officer);
    await change(officer, slides, { state: 'done', note: '共有フォルダ' });

    const remind = (given = {}) => staff.post('/api/events/cop32/task-reminders', { state: 'open', ...given });
    expect((await remind({ kind: 'slides' })).body).toEqual({ members: 1, tasks: 1 });
    expect((await remind()).body).toEqual({ members: 2, tasks: 11 });
    const sent = await mails('tasks.reminder');
    expect(sent.map((row) => row.memberId)).toEqual([other.id, member.id]);
    const text = mailText(MAILS['tasks.reminder'] as never, sent[1]?.params as never, 'ja', 'https://desk.example');
    expect(text.subject).toBe('【COPデスク】登壇の準備が5件あります');
    expect(text.body.split('\n').slice(2, 4)).toEqual([
      `・10月21日（木）（会場）　登壇者の確定　${request.reference}`,
      `・10月21日（木）（会場）　経歴・写真・英文肩書　${request.reference}`,
    ]);
    expect(text.body).toContain('https://desk.example/tasks');
    expect((await task('questions')).remindedAt).toBe(world.now.toISOString());
    expect((await task('run_draft')).remindedAt).toBe(null);
  });

  test('says so when there is nothing late, and is the coordinator’s', async () => {
    await place(await make(), 11);
    const late = await staff.post<Body>('/api/events/cop32/task-reminders', { state: 'late' });
    expect([late.status, late.body.detail]).toEqual([409, '知らせる準備がありません。絞り込みを確かめてください']);
    expect((await officer.post('/api/events/cop32/task-reminders', { state: 'open' })).status).toBe(403);
  });
});
