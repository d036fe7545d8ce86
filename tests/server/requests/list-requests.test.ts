import { beforeEach, describe, expect, test } from 'vitest';
import { requestRoutes } from '#server/requests/routes.ts';
import type { ProblemBody } from '#shared/problem.ts';
import { RequestPage, type RequestRow } from '#shared/requests/contract.ts';
import { anEvent, aRequest, aSentRequest, type RequestMade } from '#tests/support/builders/requests.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

type Page = { items: RequestRow[]; next: string | null };

const world = useWorld({ routes: requestRoutes });
let eventId: string;
let staff: Client;
let member: Client;
let stranger: Client;
beforeEach(async () => {
  eventId = await anEvent(world.database);
  staff = await world.as({ role: 'staff_triager' });
  member = await world.as({ role: 'member_viewer' });
  stranger = await world.as({ role: 'member_manager' });
});

const make = (made: Partial<RequestMade> = {}) =>
  aRequest(world.database, { eventId, memberId: member.actor.memberId ?? '', ...made });
const list = async (client: Client, query = '') => {
  const answer = await client.get<Page>(`/api/requests?event=cop32${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
};
const titles = async (client: Client, query = '') => (await list(client, query)).items.map(({ title }) => title.ja);

describe('the queue', () => {
  test('has the overdue first, then goes by the last moment to act', async () => {
    // Bilateral meetings usually need ten days more, so that this one is at risk long before the later ones.
    await make({ title: 'far', dueAt: new Date('2026-08-20T08:00:00Z') });
    await make({ title: 'at risk', kind: 'bilateral', state: 'approved', dueAt: new Date('2026-07-06T08:00:00Z') });
    await make({ title: 'overdue', dueAt: new Date('2026-06-30T08:00:00Z') });
    await make({ title: 'soon', dueAt: new Date('2026-07-02T08:00:00Z') });
    await make({ title: 'closed', state: 'declined' });
    await make({ title: 'draft', state: 'draft' });
    expect(await titles(staff)).toEqual(['overdue', 'at risk', 'soon', 'far']);
    expect(await titles(staff, '&group=overdue')).toEqual(['overdue']);
    expect(await titles(staff, '&group=at_risk')).toEqual(['at risk']);
    expect(await titles(staff, '&group=watch')).toEqual(['soon']);
    expect(await titles(staff, '&group=on_track')).toEqual(['far']);
    expect(await titles(staff, '&closed=true')).toEqual(['closed']);
  });

  test('is planned once for each connection, and anew each time when something is searched', async () => {
    const marksOf = async (query: string) => {
      world.queries.length = 0;
      await list(staff, query);
      const own = world.queries.filter((text) => text.includes('as items') || text.includes('as many'));
      return own.map((text) => /^\/\* (\w+) \*\/ /.exec(text)?.[1] ?? text);
    };
    expect(await marksOf('&kind=speaking&state=in_triage')).toEqual(['hot']);
    expect(await marksOf('&q=水素')).toEqual(['fresh', 'fresh']);
  });

  test('answers exactly the contract', async () => {
    await make({ ownerId: staff.actor.accountId, head: true });
    const page = await list(staff);
    expect(RequestPage.parse(page)).toEqual(page);
    expect(page.items[0]).toMatchObject({
      kind: 'speaking',
      state: 'submitted',
      stage: null,
      member: { id: member.actor.memberId, name: { ja: '試験市', en: 'Test City' } },
      owner: { id: staff.actor.accountId, name: staff.actor.name },
      dueAt: '2026-07-10T08:00:00.000Z',
      riskAt: '2026-07-09T20:00:00.000Z',
      headOfGovernment: true,
      unread: false,
      updatedAt: '2026-06-20T00:00:00.000Z',
    });
  });

  test('is filtered by everything in its address', async () => {
    const other = await anEvent(world.database, 'cop31', 'COP31');
    await make({ title: 'elsewhere', eventId: other });
    await make({ title: 'mine', ownerId: staff.actor.accountId, kind: 'pass' });
    await make({ title: 'head', head: true, state: 'in_triage' });
    await make({ title: 'counterpart', turn: 'counterpart', state: 'approved', kind: 'bilateral' });
    await make({ title: 'theirs', memberId: stranger.actor.memberId ?? '' });
    const sorted = async (query: string) => (await titles(staff, query)).sort();
    expect(await sorted('&owner=me')).toEqual(['mine']);
    expect(await sorted('&owner=none')).toEqual(['counterpart', 'head', 'theirs']);
    expect(await sorted(`&owner=${staff.actor.accountId}`)).toEqual(['mine']);
    expect(await sorted('&kind=pass,bilateral')).toEqual(['counterpart', 'mine']);
    expect(await sorted('&kind=speaking&state=in_triage')).toEqual(['head']);
    expect(await sorted('&state=in_triage,approved')).toEqual(['counterpart', 'head']);
    expect(await sorted('&turn=counterpart')).toEqual(['counterpart']);
    expect(await sorted('&head=true')).toEqual(['head']);
    expect(await sorted('&head=false')).toEqual(['counterpart', 'mine', 'theirs']);
    expect(await sorted(`&member=${stranger.actor.memberId}`)).toEqual(['theirs']);
    expect((await staff.get<Page>('/api/requests?event=cop31')).body.items.map(({ title }) => title.ja)).toEqual([
      'elsewhere',
    ]);
    expect((await staff.get<Page>('/api/requests?event=nowhere')).body).toEqual({ items: [], next: null });
  });

  test('is paged without a gap or a repeat, across the overdue and the rest, while the clock goes on', async () => {
    const expected: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      // Three pairs share an instant, so that the id decides.
      const day = 29 + Math.floor(index / 2);
      await make({ title: `r${index}`, dueAt: new Date(Date.UTC(2026, 5, day, 8)) });
      expected.push(`r${index}`);
    }
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const page: Page = await list(staff, `&limit=2${next ? `&after=${next}` : ''}`);
      seen.push(...page.items.map(({ title }) => title.ja));
      next = page.next;
      world.now = new Date(world.now.getTime() + 86_400_000);
    } while (next);
    expect(seen).toEqual(expected);
  });

  test('refuses a cursor that is not one of ours', async () => {
    for (const after of [
      'x',
      btoa('[1,2,3,4]'),
      btoa('["2026-07-01T00:00:00.000Z",0,"2026-99-01T00:00:00.000000Z","x"]'),
    ]) {
      const answer = await staff.get<ProblemBody>(`/api/requests?event=cop32&after=${after}`);
      expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, '?after']);
    }
  });

  test('a cursor of another list ends this one', async () => {
    await make();
    await make();
    const { next } = await list(staff, '&limit=1');
    expect(await list(member, `&after=${next}`)).toEqual({ items: [], next: null });
    expect(await list(staff, `&group=overdue&after=${next}`)).toEqual({ items: [], next: null });
  });

  test('takes as many queries for three as for one', async () => {
    await make();
    world.queries.length = 0;
    await list(staff);
    const one = world.queries.length;
    await make();
    await make();
    world.queries.length = 0;
    expect((await list(staff)).items).toHaveLength(3);
    // The session, and the page.
    expect([one, world.queries.length]).toEqual([2, 2]);
  });

  test('shows drafts only to the coordinator who files them', async () => {
    const files = await world.as({ role: 'staff_coordinator' });
    const colleague = await world.as({ role: 'staff_coordinator' });
    await make({ title: 'their own', state: 'draft' });
    await make({ title: 'filed', state: 'draft', filedForBy: files.actor.accountId ?? '' });
    expect(await titles(files, '&state=draft')).toEqual(['filed']);
    expect(await titles(colleague, '&state=draft')).toEqual([]);
    expect(await titles(files)).toEqual([]);
  });
});

describe('a municipality', () => {
  test('sees its own, drafts and closed ones too, latest first, and nobody else’s by any filter', async () => {
    const at = (day: number) => new Date(Date.UTC(2026, 5, day));
    await make({ title: 'old', createdAt: at(1), state: 'withdrawn' });
    await make({ title: 'new', createdAt: at(3), state: 'draft' });
    await make({ title: 'middle', createdAt: at(2), ownerId: staff.actor.accountId });
    const theirs = { memberId: stranger.actor.memberId ?? '', title: 'theirs' };
    await make({ ...theirs, state: 'draft' });
    await make({ ...theirs, ownerId: staff.actor.accountId });
    expect(await titles(member)).toEqual(['new', 'middle', 'old']);
    expect(await titles(member, '&closed=true')).toEqual(['old']);
    expect(await titles(member, '&limit=2')).toEqual(['new', 'middle']);
    const { next } = await list(member, '&limit=2');
    expect(await titles(member, `&limit=2&after=${next}`)).toEqual(['old']);
    for (const filter of [`&member=${stranger.actor.memberId}`, `&owner=${staff.actor.accountId}`, '&state=draft']) {
      expect(await titles(member, filter)).not.toContain('theirs');
    }
    expect(await titles(stranger)).toEqual(['theirs', 'theirs']);
  });
});

describe('what is unread', () => {
  const unread = async (client: Client) => (await list(client)).items.map((row) => row.unread);

  test('is what the other side did since I last looked', async () => {
    const editor = await world.as({ role: 'member_editor' });
    const { id, version } = await aSentRequest(editor);
    expect([await unread(staff), await unread(editor)]).toEqual([[true], [false]]);

    world.now = new Date(world.now.getTime() + 1000);
    await staff.put(`/api/requests/${id}/presence`);
    expect(await unread(staff)).toEqual([false]);

    world.now = new Date(world.now.getTime() + 1000);
    await staff.post(`/api/requests/${id}/triage`, undefined, ifMatch(version));
    expect([await unread(staff), await unread(editor)]).toEqual([[false], [true]]);
    await editor.put(`/api/requests/${id}/presence`);
    expect(await unread(editor)).toEqual([false]);

    world.now = new Date(world.now.getTime() + 1000);
    await editor.post(`/api/requests/${id}/messages`, { body: 'ご確認ください' });
    expect([await unread(staff), await unread(editor)]).toEqual([[true], [false]]);
  });

  test('does not change by handing over or by a note, which are the office’s own', async () => {
    const editor = await world.as({ role: 'member_editor' });
    const coordinator = await world.as({ role: 'staff_coordinator' });
    const { id, version } = await aSentRequest(editor);
    await coordinator.put(`/api/requests/${id}/owner`, { ownerId: staff.actor.accountId }, ifMatch(version));
    await coordinator.post(`/api/requests/${id}/notes`, { body: '電話で確認' });
    expect(await unread(editor)).toEqual([false]);
  });
});

describe('searching', () => {
  const found = (client: Client, q: string) => titles(client, `&q=${encodeURIComponent(q)}`);

  test('finds two characters of Japanese, words in any order, the reference and the municipality', async () => {
    const editor = await world.as({ role: 'member_editor' });
    await aSentRequest(editor);
    const title = '実習：歩いて暮らせるまちの指標';
    for (const q of ['まち', '指標 歩い', 'ｗａｌｋ', 'cop32-s-0001', '0001', '試験市', 'マチ', '試験市 指標']) {
      expect([q, await found(staff, q)]).toEqual([q, [title]]);
    }
    for (const q of ['ちま', '指標 港湾', '%', '_まち', 'cop32-s-0002'].filter((one) => [...one].length > 1)) {
      expect([q, await found(staff, q)]).toEqual([q, []]);
    }
    expect(await found(editor, '指標')).toEqual([title]);
    expect(await found(stranger, '指標')).toEqual([]);
  });

  test('one character is too little, and nothing is no search', async () => {
    await make({ title: 'x' });
    const answer = await staff.get<ProblemBody>(`/api/requests?event=cop32&q=${encodeURIComponent('市')}`);
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [{ pointer: '?q', detail: '2文字以上で検索してください' }],
    ]);
    expect(await found(staff, ' ')).toEqual(['x']);
  });

  test('follows the answers', async () => {
    const editor = await world.as({ role: 'member_editor' });
    const { id, version, details } = await aSentRequest(editor);
    const saved = await editor.put(
      `/api/requests/${id}/answers`,
      { details: { ...details, titleJa: '港湾の脱炭素' } },
      ifMatch(version),
    );
    expect(saved.status).toBe(200);
    expect(await found(staff, '指標')).toEqual([]);
    expect(await found(staff, '港湾')).toEqual(['港湾の脱炭素']);
  });
});

test('who may not', async () => {
  expect((await world.public.get('/api/requests?event=cop32')).status).toBe(401);
  expect((await (await world.as({ role: 'auditor' })).get('/api/requests?event=cop32')).status).toBe(403);
  expect((await (await world.as({ role: 'staff_admin' })).get('/api/requests?event=cop32')).status).toBe(403);
});

test('counts are those of the list, and a municipality’s are its own', async () => {
  await make({ dueAt: new Date('2026-06-30T08:00:00Z'), ownerId: staff.actor.accountId });
  await make({ dueAt: new Date('2026-07-02T08:00:00Z'), kind: 'pass', head: true });
  await make({ state: 'draft' });
  await make({ state: 'declined' });
  await make({ memberId: stranger.actor.memberId ?? '', kind: 'bilateral', turn: 'counterpart', state: 'approved' });
  world.queries.length = 0;
  const counts = await staff.get('/api/requests/counts?event=cop32');
  expect(world.queries.filter((text) => /from request\b/.test(text))).toHaveLength(1);
  expect(counts.body).toEqual({
    groups: { overdue: 1, at_risk: 1, watch: 1, on_track: 0 },
    kinds: { pass: 1, speaking: 1, bilateral: 1 },
    mine: 1,
    unassigned: 2,
    counterpart: 1,
    head: 1,
    open: 3,
  });
  expect((await member.get('/api/requests/counts?event=cop32')).body).toMatchObject({ open: 2, counterpart: 0 });
  expect((await stranger.get('/api/requests/counts?event=cop32')).body).toMatchObject({ open: 1, counterpart: 1 });
  const nowhere = await staff.get('/api/requests/counts?event=nowhere');
  expect(nowhere.body).toMatchObject({ open: 0 });
  expect(await world.database.read(nobody, (db) => db.selectFrom('request').select('id').execute())).toHaveLength(5);
});
