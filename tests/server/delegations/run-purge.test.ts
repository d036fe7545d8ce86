import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { backup, restore } from '#db/copy.ts';
import { withPrivileges } from '#db/privileged.ts';
import { moveToCurrentSecret } from '#server/delegations/rotate-keys.ts';
import { delegationRoutes } from '#server/delegations/routes.ts';
import { runApprovedPurges } from '#server/delegations/run-purge.ts';
import type { IdentityRevealed, IdentityStatus } from '#shared/delegations/contract.ts';
import type { CertificateView, PurgeView, RetentionView } from '#shared/delegations/retention.ts';
import type { ProblemBody } from '#shared/problem.ts';
import { type AnEvent, anEvent } from '#tests/support/builders/passes.ts';
import { freshDatabase, nobody } from '#tests/support/database.ts';
import { passport, rawIdentity } from '#tests/support/identities.ts';
import { aParty } from '#tests/support/parties.ts';
import { type Client, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: delegationRoutes });
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cop-purge-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
let event: AnEvent;
let manager: Client;
let coordinator: Client;
let registrar: Client;
let people: string[];
/** Nothing else in the database looks like these. */
const CANARY = { ...passport, passportNumber: 'ZQCANARY77', surname: 'ZQCANARYSON', givenNames: 'ZQCANARYA' };
const AFTER = new Date('2027-12-20T01:00:00Z');

beforeEach(async () => {
  world.now = new Date('2027-09-24T01:00:00Z');
  event = await anEvent(world.database);
  manager = await world.as({ role: 'member_manager' });
  coordinator = await world.as({ role: 'staff_coordinator' });
  registrar = await world.as({ role: 'registrar' });
  people = await aParty(world.database, event, manager.actor.memberId, ['架空', '仮名']);
  for (const id of people) await manager.put(`/api/delegates/${id}/identity`, CANARY);
});

const request = (client: Client, kind: 'event' | 'left') =>
  client.post<PurgeView & ProblemBody>('/api/events/cop32/purges', { kind });
const approve = (client: Client, id: string) => client.post<PurgeView & ProblemBody>(`/api/purges/${id}/approval`);
const reveal = (id: string | undefined) =>
  registrar.post<IdentityRevealed & ProblemBody>(`/api/delegates/${id}/identity/reveal`, {
    ...{ fields: ['passportNumber'], purpose: 'registration', note: '' },
  });
const retention = (client: Client) => client.get<RetentionView>('/api/events/cop32/retention');
async function everything(): Promise<string> {
  return withPrivileges(world.database, async (db) => {
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public'`.execute(db);
    const texts = [];
    for (const { name } of rows) {
      const found = await sql<{ text: string }>`select t::text as text from ${sql.table(name)} t`.execute(db);
      texts.push(...found.rows.map((row) => row.text));
    }
    return texts.join('\n');
  });
}
const inHex = (text: string) => Buffer.from(text).toString('hex');

describe('who may', () => {
  test('ask, approve and read: the office in two persons, and nobody else', async () => {
    world.now = AFTER;
    const admin = await world.as({ role: 'staff_admin' });
    for (const [person, status] of [
      [world.public, 401],
      [manager, 403],
      [await world.as({ role: 'staff_triager' }), 403],
      [await world.as({ role: 'auditor' }), 403],
    ] as const) {
      expect((await request(person, 'event')).status).toBe(status);
      expect((await retention(person)).status).toBe(status);
    }
    expect((await request(admin, 'event')).status).toBe(403);
    expect((await coordinator.post('/api/events/cop32/purges', { kind: 'all' })).status).toBe(422);
    const asked = await request(registrar, 'event');
    expect([asked.status, asked.body.state]).toEqual([201, 'waiting']);
    expect((await request(coordinator, 'event')).body.detail).toBe('同じ種類の申請が、すでに承認を待っています');
    expect((await approve(coordinator, asked.body.id)).status).toBe(403);
    const own = await approve(registrar, asked.body.id);
    expect([own.status, own.body.detail]).toEqual([409, '申請した人は承認できません。別の人に頼んでください']);
    expect((await rawIdentity(world.database, people[0] ?? '')).state).toBe('kept');
    // The table itself refuses, whatever the program says.
    await expect(
      withPrivileges(world.database, (db) =>
        sql`update vault_purge set approved_by = requested_by, approved_at = requested_at`.execute(db),
      ),
    ).rejects.toThrow(/two_people/);
    expect((await approve(admin, asked.body.id)).body).toMatchObject({
      state: 'done',
      whyNotApprove: expect.anything(),
    });
    expect((await approve(await world.as({ role: 'staff_admin' }), asked.body.id)).status).toBe(409);
    expect((await approve(admin, '019a0000-0000-7000-8000-000000000001')).status).toBe(404);
  });

  test('approval is valid for a day', async () => {
    world.now = AFTER;
    const asked = await request(coordinator, 'event');
    world.now = new Date(AFTER.getTime() + 24 * 3_600_000 + 1000);
    const late = await approve(registrar, asked.body.id);
    expect([late.status, late.body.detail]).toEqual([409, '承認を待っていません']);
    const again = await request(coordinator, 'event');
    expect(again.status).toBe(201);
    expect((await coordinator.post(`/api/purges/${again.body.id}/cancellation`)).status).toBe(200);
    expect((await approve(registrar, again.body.id)).status).toBe(409);
  });
});

test('nothing of an event is due before its end and thirty days', async () => {
  world.now = new Date('2027-12-19T01:00:00Z');
  const early = await request(coordinator, 'event');
  expect([early.status, early.body.detail]).toEqual([409, '12月20日（月）になってから申請できます']);
  expect((await retention(coordinator)).body).toMatchObject({ eventDueOn: '2027-12-20', kept: 2 });
  world.now = AFTER;
  expect((await retention(await world.as({ role: 'staff_admin' }))).body.due).toMatchObject([
    { kind: 'event', lines: [{ memberId: manager.actor.memberId, identities: 2, links: 0, mails: 0 }] },
    { kind: 'left', lines: [] },
  ]);
});

test('after it no canary is left anywhere, and an old copy can no longer be read', async () => {
  const file = path.join(folder, 'before.gz');
  await backup(world.database, file);
  expect((await reveal(people[0])).body.values).toEqual({ passportNumber: 'ZQCANARY77' });
  expect(await everything()).not.toMatch(/ZQCANARY/);
  world.now = AFTER;
  const { id } = (await request(coordinator, 'event')).body;
  expect((await approve(registrar, id)).body.state).toBe('done');

  const left = await everything();
  for (const text of Object.values(CANARY).filter((one) => one.length > 3)) {
    expect(left).not.toContain(text);
    expect(left).not.toContain(inHex(text));
  }
  expect(left).not.toMatch(/ZQ••••|Z•••/);
  expect(world.logged.join('')).not.toMatch(/ZQCANARY/);
  const gone = await reveal(people[0]);
  expect([gone.status, gone.body.type]).toEqual([410, '/problems/identity-purged']);
  const raw = await rawIdentity(world.database, people[0] ?? '');
  expect([raw.state, raw.passport_number, raw.passport_index, raw.key_id]).toEqual(['purged', null, null, null]);
  const keys = await withPrivileges(world.database, (db) =>
    sql`select k.state, b.wrapped from vault_key k left join vault_key_bytes b on b.key_id = k.id`.execute(db),
  );
  expect(keys.rows).toEqual([{ state: 'destroyed', wrapped: null }]);

  // The copy from before holds the cells, and with the keys of today none of them opens.
  const now = path.join(folder, 'after.gz');
  await backup(world.database, now);
  fs.copyFileSync(`${now}.keys`, `${file}.keys`);
  const old = await freshDatabase();
  await restore(old, file);
  const cells = await withPrivileges(old, (db) =>
    sql<{ cells: number; keys: number }>`select (select count(passport_number)::int from identity_vault) as cells,
      (select count(*)::int from vault_key_bytes) as keys`.execute(db),
  );
  expect(cells.rows).toEqual([{ cells: 2, keys: 0 }]);
  await old.close();
});

test('each municipality has its certificate, which it alone and the office read', async () => {
  const other = await world.as({ role: 'member_manager' });
  const [stranger] = await aParty(world.database, event, other.actor.memberId, ['別人']);
  await other.put(`/api/delegates/${stranger}/identity`, passport);
  await manager.post(`/api/delegates/${people[0]}/identity/link`, { lang: 'ja', send: false });
  world.now = AFTER;
  const { id } = (await request(coordinator, 'event')).body;
  await approve(registrar, id);
  const own = await manager.get<{ items: CertificateView[] }>('/api/certificates');
  expect(own.body.items).toMatchObject([
    { kind: 'event', counts: { identities: 2, cells: 14, links: 1, mails: 0 }, keyIds: [expect.any(Number)] },
  ]);
  const one = await manager.get<CertificateView>(`/api/certificates/${own.body.items[0]?.id}`);
  expect(one.body).toMatchObject({ doneAt: AFTER.toISOString(), requestedBy: '試験 花子', approvedBy: '試験 花子' });
  expect((await other.get(`/api/certificates/${own.body.items[0]?.id}`)).status).toBe(404);
  expect((await world.public.get('/api/certificates')).status).toBe(401);
  expect((await world.as({ role: 'member_editor' }).then((one) => one.get('/api/certificates'))).status).toBe(403);
  expect((await retention(coordinator)).body.certificates).toHaveLength(2);
});

test('whoever has left is erased after seven days, and the others keep theirs under a new key', async () => {
  const before = await rawIdentity(world.database, people[1] ?? '');
  await world.database.write(nobody, (tx) =>
    tx
      .updateTable('delegate')
      .set({ removedAt: world.now })
      .where('id', '=', people[0] ?? '')
      .execute(),
  );
  const day = 86_400_000;
  const start = world.now.getTime();
  world.now = new Date(start + 7 * day - 1000);
  expect((await request(coordinator, 'left')).body.detail).toBe('消去の対象になる人がいません');
  world.now = new Date(start + 7 * day + 1000);
  const { id, report } = (await request(coordinator, 'left')).body;
  expect(report).toMatchObject([{ identities: 1 }]);
  await approve(registrar, id);
  const after = await rawIdentity(world.database, people[1] ?? '');
  expect([after.state, after.key_id === before.key_id]).toEqual(['kept', false]);
  expect((await reveal(people[1])).body.values).toEqual({ passportNumber: 'ZQCANARY77' });
  expect((await rawIdentity(world.database, people[0] ?? '')).state).toBe('purged');
  const keys = await world.database.read(nobody, (db) =>
    db.selectFrom('vaultKey').select(['id', 'state']).orderBy('id').execute(),
  );
  expect(keys.map((key) => key.state)).toEqual(['destroyed', 'active']);
});

test('a purge that was approved and cut off is finished later', async () => {
  world.now = AFTER;
  const { id } = (await request(coordinator, 'event')).body;
  await world.database.write(nobody, () => Promise.resolve());
  await withPrivileges(world.database, (db) =>
    sql`update vault_purge set approved_by = ${registrar.actor.accountId}::uuid, approved_at = requested_at
      where id = ${id}::uuid`.execute(db),
  );
  expect(await runApprovedPurges(world.ctx)).toBe(1);
  expect(await runApprovedPurges(world.ctx)).toBe(0);
  expect((await reveal(people[0])).status).toBe(410);
});

test('a new secret of the installation takes over every key, and everything still opens', async () => {
  const ctx = { ...world.ctx, settings: { ...world.ctx.settings } };
  Object.assign(world.ctx.settings, { appSecret: 'the next secret of this installation, long enough' });
  try {
    expect((await reveal(people[0])).status).toBe(500);
    Object.assign(world.ctx.settings, { formerSecret: ctx.settings.appSecret });
    expect((await reveal(people[0])).status).toBe(200);
    expect(await moveToCurrentSecret(world.ctx)).toEqual({ done: true, delegates: 2, keys: 1 });
    expect(await moveToCurrentSecret(world.ctx)).toEqual({ done: true, delegates: 0, keys: 0 });
    Object.assign(world.ctx.settings, { formerSecret: null });
    expect((await reveal(people[1])).body.values).toEqual({ passportNumber: 'ZQCANARY77' });
    const statuses = await manager.put<IdentityStatus>(`/api/delegates/${people[0]}/identity`, CANARY);
    expect(statuses.status).toBe(200);
  } finally {
    Object.assign(world.ctx.settings, { appSecret: ctx.settings.appSecret, formerSecret: null });
  }
});

test('keys are changed while people look and enter, and nobody gets an error', async () => {
  const wrong: number[] = [];
  const looks = Array.from({ length: 24 }, async (_, nth) => {
    const answer =
      nth % 3 === 0 ? await manager.put(`/api/delegates/${people[0]}/identity`, CANARY) : await reveal(people[nth % 2]);
    if (answer.status !== 200) wrong.push(answer.status);
  });
  await Promise.all([...looks, request(coordinator, 'left')]);
  await world.database.write(nobody, (tx) =>
    tx
      .updateTable('delegate')
      .set({ removedAt: new Date(0) })
      .where('id', '=', people[1] ?? '')
      .execute(),
  );
  const { id } = (await request(coordinator, 'left')).body;
  const more = Array.from({ length: 12 }, async (_, nth) => {
    const answer =
      nth % 3 === 0 ? await manager.put(`/api/delegates/${people[0]}/identity`, CANARY) : await reveal(people[0]);
    if (answer.status !== 200) wrong.push(answer.status);
  });
  const [done] = await Promise.all([approve(registrar, id), ...more]);
  expect([done.body.state, wrong]).toEqual(['done', []]);
}, 30_000);
