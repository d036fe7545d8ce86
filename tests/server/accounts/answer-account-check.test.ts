import { beforeEach, expect, test } from 'vitest';
import { newId } from '#db/id.ts';
import { keepYearlyCheck } from '#server/accounts/keep-yearly-check.ts';
import type { MemberCheck } from '#shared/accounts/contract.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const OPEN = new Date('2028-04-05T00:00:00Z');
const OVER = new Date('2028-04-16T00:00:00Z');

let memberId: string;
let manager: Client;
let editor: Client;
beforeEach(async () => {
  memberId = newId();
  manager = await world.as({ role: 'member_manager', memberId, name: '試験 管理' });
  editor = await world.as({ role: 'member_editor', memberId });
  world.now = OPEN;
  await keepYearlyCheck(world.ctx);
});

const answer = (client: Client, about: Client, verdict: string, version = 1) =>
  client.put(`/api/accounts/${about.actor.accountId}/check`, { verdict }, ifMatch(version));
const items = async (client: Client) =>
  (await client.get<MemberCheck>(`/api/members/${memberId}/account-check`)).body.items;

test('nobody signed out answers, and nobody who does not look after accounts', async () => {
  expect((await answer(world.public, editor, 'keep')).status).toBe(401);
  const triager = await world.as({ role: 'staff_triager' });
  for (const one of [editor, triager]) expect((await answer(one, manager, 'keep')).status).toBe(403);
});

test('another municipality’s accounts are not there', async () => {
  const other = await world.as({ role: 'member_manager' });
  expect((await answer(other, editor, 'keep')).status).toBe(404);
  expect((await other.get(`/api/members/${memberId}/account-check`)).status).toBe(404);
});

test.each([{ verdict: 'unanswered' }, { verdict: null }, {}])('what does not fit is refused: %o', async (body) => {
  const path = `/api/accounts/${editor.actor.accountId}/check`;
  expect((await manager.put(path, body, ifMatch(1))).status).toBe(422);
});

test('kept, an account goes on; suspended, its person is out at once', async () => {
  expect((await answer(manager, editor, 'keep')).status).toBe(204);
  expect((await editor.get('/api/members')).status).toBe(200);
  expect((await items(manager)).find((one) => one.account.id === editor.actor.accountId)).toMatchObject({
    ...{ verdict: 'keep', answeredBy: '試験 管理', answeredAt: OPEN.toISOString(), whyNot: null },
  });
  expect((await answer(manager, editor, 'suspend')).status).toBe(204);
  expect((await editor.get('/api/members')).status).toBe(401);
  const rows = await world.database.read(nobody, (db) =>
    db
      .selectFrom('history')
      .select(['action', 'fromState', 'toState'])
      .where('subjectId', '=', editor.actor.accountId)
      .orderBy('id')
      .execute(),
  );
  expect(rows).toEqual([
    { action: 'check-keep', fromState: null, toState: null },
    { action: 'check-suspend', fromState: 'active', toState: 'suspended' },
  ]);
});

test('managers are confirmed by another manager or by the office, never by themselves', async () => {
  const second = await world.as({ role: 'member_manager', memberId });
  const admin = await world.as({ role: 'staff_admin' });
  const own = await answer(manager, manager, 'keep');
  expect([own.status, codeOf(own)]).toEqual([403, 'not-allowed']);
  expect((await items(manager)).map((one) => [one.account.role, one.whyNot === null])).toEqual(
    expect.arrayContaining([
      ['member_manager', false],
      ['member_editor', true],
    ]),
  );
  expect((await answer(second, manager, 'keep')).status).toBe(204);
  expect((await answer(admin, manager, 'keep')).status).toBe(204);
  await expect(
    world.database.write(nobody, (tx) =>
      tx
        .updateTable('accountCheck')
        .set({ answeredBy: manager.actor.accountId })
        .where('accountId', '=', manager.actor.accountId)
        .execute(),
    ),
  ).rejects.toThrow('check');
});

test('only while it is asked, and only about whom it was asked', async () => {
  const later = await world.as({ role: 'member_viewer', memberId });
  expect(codeOf(await answer(manager, later, 'keep'))).toBe('wrong-state');
  world.now = OVER;
  expect(codeOf(await answer(manager, editor, 'keep'))).toBe('wrong-state');
});

test('somebody else’s change of the account comes first', async () => {
  expect(codeOf(await answer(manager, editor, 'suspend', 2))).toBe('changed-meanwhile');
  expect((await editor.get('/api/members')).status).toBe(200);
});

test('the end of the time and an answer at the same moment: one of them counts, and both agree', async () => {
  const [kept] = await Promise.all([
    answer(manager, editor, 'keep'),
    keepYearlyCheck({ ...world.ctx, now: () => OVER }),
  ]);
  const [row] = await world.database.read(nobody, (db) =>
    db
      .selectFrom('accountCheck')
      .innerJoin('account', 'account.id', 'accountCheck.accountId')
      .select(['accountCheck.verdict', 'account.state'])
      .where('account.id', '=', editor.actor.accountId)
      .execute(),
  );
  // Answered at the last moment the account goes on; later it is suspended, and the answer is stale.
  if (kept.status === 204) expect(row).toEqual({ verdict: 'keep', state: 'active' });
  else expect([kept.status, row]).toEqual([412, { verdict: 'unanswered', state: 'suspended' }]);
});
