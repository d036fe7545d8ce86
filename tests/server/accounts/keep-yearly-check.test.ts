import { beforeEach, expect, test } from 'vitest';
import { newId } from '#db/id.ts';
import { keepYearlyCheck } from '#server/accounts/keep-yearly-check.ts';
import { startYearlyCheck } from '#server/accounts/start-yearly-check.ts';
import { createLog } from '#server/log.ts';
import type { CheckOverview, MemberCheck } from '#shared/accounts/contract.ts';
import { addAccount } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const BEFORE = new Date('2028-03-31T14:59:59Z');
const FIRST = new Date('2028-03-31T15:00:00Z');
const REMINDED = new Date('2028-04-10T15:00:00Z');
const LAST = new Date('2028-04-15T14:59:59Z');
const AFTER = new Date('2028-04-15T15:00:00Z');

let memberId: string;
let manager: Client;
let editor: Client;
let admin: Client;
beforeEach(async () => {
  memberId = newId();
  manager = await world.as({ role: 'member_manager', memberId, name: '試験 管理' });
  editor = await world.as({ role: 'member_editor', memberId });
  admin = await world.as({ role: 'staff_admin' });
});

/** The program's own round at an instant of the desk's clock; the wall clock stays where it is. */
async function at(now: Date) {
  world.now = now;
  await keepYearlyCheck(world.ctx);
}
const mails = () =>
  world.database.read(nobody, async (db) =>
    (await db.selectFrom('outbox').select(['accountId', 'template']).orderBy('createdAt').orderBy('id').execute()).map(
      (row) => [row.template, row.accountId],
    ),
  );
const stateOf = (client: Client) =>
  world.database.read(nobody, async (db) => {
    const where = db.selectFrom('account').select('state').where('id', '=', client.actor.accountId);
    return (await where.executeTakeFirstOrThrow()).state;
  });
const check = async (client: Client) => (await client.get<MemberCheck>(`/api/members/${memberId}/account-check`)).body;

test('nothing is asked before 1 April in Japan, everybody once from then on', async () => {
  await at(BEFORE);
  expect([await mails(), (await check(manager)).items]).toEqual([[], []]);
  await at(FIRST);
  const asked = await check(manager);
  expect([asked.year, asked.lastDay, asked.isOpen]).toEqual([2028, '2028-04-15', true]);
  expect(asked.items.map((item) => [item.account.id, item.verdict]).sort()).toEqual(
    [manager, editor].map((one) => [one.actor.accountId, null]).sort(),
  );
  expect(await mails()).toEqual([['account.check-asked', manager.actor.accountId]]);
});

test('rounds at the same time and again ask once, and remind once who has not answered', async () => {
  world.now = FIRST;
  await Promise.all(Array.from({ length: 4 }, () => keepYearlyCheck(world.ctx)));
  await at(FIRST);
  expect(await mails()).toEqual([['account.check-asked', manager.actor.accountId]]);
  await at(REMINDED);
  await at(LAST);
  expect((await mails()).slice(1).sort()).toEqual(
    [manager, admin].map((one) => ['account.check-reminder', one.actor.accountId]).sort(),
  );
});

test('whoever is invited afterwards is not asked about', async () => {
  await at(FIRST);
  const later = await addAccount(world, { email: 'later@people.example', role: 'member_viewer', memberId });
  await at(AFTER);
  const { state } = await world.database.read(nobody, (db) =>
    db.selectFrom('account').select('state').where('id', '=', later).executeTakeFirstOrThrow(),
  );
  expect(state).toBe('active');
});

test('after 15 April in Japan whoever nobody confirmed is suspended, signed out and told; others go on', async () => {
  const kept = await world.as({ role: 'member_viewer', memberId });
  await at(FIRST);
  const answer = { verdict: 'keep' };
  expect((await manager.put(`/api/accounts/${kept.actor.accountId}/check`, answer, ifMatch(1))).status).toBe(204);
  expect((await admin.put(`/api/accounts/${manager.actor.accountId}/check`, answer, ifMatch(1))).status).toBe(204);
  await at(LAST);
  expect(await stateOf(editor)).toBe('active');
  await at(AFTER);
  expect([await stateOf(editor), await stateOf(kept), await stateOf(manager)]).toEqual([
    'suspended',
    'active',
    'active',
  ]);
  expect((await editor.get('/api/members')).status).toBe(401);
  expect((await kept.get('/api/members')).status).toBe(200);
  const closing = (await mails()).slice(3);
  expect(closing.sort()).toEqual(
    [
      ['account.check-suspended', editor.actor.accountId],
      ['account.check-closed', manager.actor.accountId],
      ['account.check-closed', admin.actor.accountId],
    ].sort(),
  );
  const told = await world.database.read(nobody, (db) =>
    db
      .selectFrom('history')
      .select(['subjectId', 'actorRole', 'toState', 'memberId'])
      .where('action', '=', 'check-unanswered')
      .execute(),
  );
  expect(told).toEqual([{ subjectId: editor.actor.accountId, actorRole: 'worker', toState: 'suspended', memberId }]);
  await at(AFTER);
  expect((await mails()).length).toBe(6);
  const overview = (await admin.get<CheckOverview>('/api/account-checks')).body;
  expect(overview.items).toMatchObject([{ memberId, asked: 3, waiting: 0, suspended: 1 }]);
});

test('rounds at the same time suspend once', async () => {
  await at(FIRST);
  world.now = AFTER;
  await Promise.all(Array.from({ length: 4 }, () => keepYearlyCheck(world.ctx)));
  const rows = await world.database.read(nobody, (db) =>
    db.selectFrom('history').select('subjectId').where('action', '=', 'check-unanswered').execute(),
  );
  expect(rows.map((row) => row.subjectId).sort()).toEqual([manager, editor].map((one) => one.actor.accountId).sort());
});

test('who was let back in afterwards stays, and a year never asked about suspends nobody', async () => {
  await at(AFTER);
  expect(await stateOf(editor)).toBe('active');
  await at(new Date('2029-03-31T15:00:00Z'));
  await at(new Date('2029-04-15T15:00:00Z'));
  expect(await stateOf(editor)).toBe('suspended');
  await world.database.write(nobody, (tx) => tx.updateTable('account').set({ state: 'active' }).execute());
  await at(new Date('2029-05-01T00:00:00Z'));
  expect(await stateOf(editor)).toBe('active');
});

test('what was left open is closed when the program runs again, even in the next year', async () => {
  await at(FIRST);
  await at(new Date('2029-04-02T00:00:00Z'));
  expect(await stateOf(editor)).toBe('suspended');
});

test('the wall clock alone changes nothing', async () => {
  world.now = BEFORE;
  world.realNow = AFTER;
  await keepYearlyCheck(world.ctx);
  expect(await mails()).toEqual([]);
  world.realNow = new Date('2020-01-01T00:00:00Z');
  await at(FIRST);
  expect((await mails()).length).toBe(1);
});

test('the demonstration’s people stay, whatever nobody says of them', async () => {
  await world.database.write(nobody, (tx) => tx.updateTable('account').set({ demo: true }).execute());
  await at(FIRST);
  await at(AFTER);
  expect([await stateOf(editor), (await check(admin)).items.map((item) => item.verdict)]).toEqual([
    'active',
    ['unanswered', 'unanswered'],
  ]);
});

test('the program keeps it by itself, from its start until it is stopped', async () => {
  world.now = FIRST;
  const job = startYearlyCheck(world.ctx, createLog('silent'));
  await expect.poll(async () => (await mails()).length).toBe(1);
  await job.stop();
  expect(job.stalled()).toBe(false);
});
