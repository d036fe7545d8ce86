import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { findActorQuickly } from '#server/accounts/find-actor.ts';
import type { MeView } from '#shared/accounts/contract.ts';
import type { HistoryView, MessageView } from '#shared/requests/contract.ts';
import { historySentence } from '#shared/requests/history-sentence.ts';
import { addAccount, PASSWORD } from '#tests/support/accounts.ts';
import { aSecretariat } from '#tests/support/authorities.ts';
import { aRequest } from '#tests/support/builders/requests.ts';
import { nobody } from '#tests/support/database.ts';
import { type Browser, browser } from '#tests/support/second-factor.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
/** With the memory of one second that the program has in service. */
const served = useWorld({ findActor: findActorQuickly });
let town: Awaited<ReturnType<typeof aSecretariat>>;
let authorityId: string;
beforeEach(async () => {
  town = await aSecretariat(world);
  authorityId = (await town.give()).body.id;
});
const choose = (client: Client, id: string | null) => client.put('/api/auth/acting', { authorityId: id });
const acting = async (client: Client) => (await client.get<MeView>('/api/auth/me')).body.actingFor;
const rows = async (client: Client, path = '/api/history') =>
  (await client.get<{ items: HistoryView[] }>(path)).body.items;
const MAYOR = { ja: '試験 太郎0', en: 'Taro Test' };
const named = () =>
  world.database.write(nobody, (tx) =>
    tx.updateTable('delegate').set({ familyLatin: 'TEST', givenLatin: 'TARO' }).where('id', '=', town.mayor).execute(),
  );

test('the secretary acts for the mayor: whatever is recorded names both, in both languages, to everybody who reads it', async () => {
  await named();
  expect((await choose(town.secretary, authorityId)).status).toBe(204);
  expect(await acting(town.secretary)).toEqual({ authorityId, name: MAYOR, until: '2026-07-31' });
  const made = await town.secretary.post<{ id: string }>('/api/requests', { event: 'cop32', kind: 'pass' });
  expect(made.status).toBe(201);
  const auditor = await world.as({ role: 'auditor' });
  for (const client of [town.manager, auditor]) {
    const found = (await rows(client)).filter(({ actor }) => actor === '山田 秘書');
    expect(found.map(({ action, principal }) => [action, principal])).toEqual([
      ['create', MAYOR],
      ['acting.begun', MAYOR],
    ]);
    const [row] = found;
    if (!row) throw new Error('There must be a row.');
    expect(historySentence(row, 'ja')).toBe('山田 秘書（試験 太郎0の代理）が下書きを始めました');
    expect(historySentence(row, 'en')).toBe('山田 秘書 (for Taro Test) began a draft');
  }
  // Nobody else's rows do, nor the same person's in another session.
  expect((await rows(auditor)).filter(({ principal }) => principal).length).toBe(2);
});

test('a message says for whom it was written, to both sides', async () => {
  const id = await aRequest(world.database, { eventId: town.eventId, memberId: town.memberId, state: 'in_triage' });
  const write = async () =>
    (await town.secretary.post<MessageView>(`/api/requests/${id}/messages`, { body: 'よろしくお願いします' })).body;
  await choose(town.secretary, authorityId);
  const first = await write();
  expect(first).toMatchObject({ author: '山田 秘書', principal: { ja: '試験 太郎0', en: '' } });
  await choose(town.secretary, null);
  const second = await write();
  expect(second.principal).toBe(null);
  for (const client of [town.manager, await world.as({ role: 'staff_triager' })]) {
    const { items } = (await client.get<{ items: MessageView[] }>(`/api/requests/${id}/messages`)).body;
    expect(items.map(({ principal }) => principal)).toEqual([first.principal, null]);
  }
});

test('stopping is recorded in the name that it ends, and what comes after in one’s own', async () => {
  await choose(town.secretary, authorityId);
  await choose(town.secretary, null);
  expect(await acting(town.secretary)).toBe(null);
  await town.secretary.post('/api/requests', { event: 'cop32', kind: 'pass' });
  const found = (await rows(town.manager)).filter(({ actor }) => actor === '山田 秘書');
  expect(found.map(({ action, principal }) => [action, principal !== null])).toEqual([
    ['create', false],
    ['acting.ended', true],
    ['acting.begun', true],
  ]);
});

test('no right comes with it', async () => {
  const viewer = await world.as({ role: 'member_viewer', memberId: town.memberId });
  const { body } = await town.give({ accountId: viewer.actor.accountId });
  const ask = () => viewer.post('/api/requests', { event: 'cop32', kind: 'pass' });
  expect((await ask()).status).toBe(403);
  expect((await choose(viewer, body.id)).status).toBe(204);
  expect((await ask()).status).toBe(403);
  expect((await viewer.get('/api/history')).status).toBe(403);
  expect((await viewer.get<MeView>('/api/auth/me')).body.account?.role).toBe('member_viewer');
});

test('who may not', async () => {
  expect((await choose(world.public, authorityId)).status).toBe(401);
  for (const role of ['staff_coordinator', 'staff_admin', 'auditor'] as const) {
    expect((await choose(await world.as({ role }), authorityId)).status).toBe(403);
  }
  // Neither a stranger nor a colleague may use what was given to somebody else.
  for (const client of [await world.as({ role: 'member_editor' }), town.manager]) {
    expect((await choose(client, authorityId)).status).toBe(404);
    expect(await acting(client)).toBe(null);
  }
  expect((await town.secretary.put('/api/auth/acting', { authorityId: 'x' })).status).toBe(422);
  expect((await town.secretary.put('/api/auth/acting', {})).status).toBe(422);
});

test('the database keeps a session from acting by the authority of another account', async () => {
  const { sessionId } = town.manager.actor;
  const stolen = world.database.write(nobody, (tx) =>
    sql`update account_session set authority_id = ${authorityId} where id = ${sessionId}`.execute(tx),
  );
  await expect(stolen).rejects.toThrow();
});

test('it begins and is over with its days, in Japan', async () => {
  const from = (instant: string) => {
    world.now = new Date(instant);
  };
  from('2026-06-30T14:59:59Z');
  expect((await choose(town.secretary, authorityId)).status).toBe(409);
  from('2026-06-30T15:00:00Z');
  expect((await choose(town.secretary, authorityId)).status).toBe(204);
  from('2026-07-31T14:59:59Z');
  expect(await acting(town.secretary)).not.toBe(null);
  from('2026-07-31T15:00:00Z');
  expect(await acting(town.secretary)).toBe(null);
  await town.secretary.post('/api/requests', { event: 'cop32', kind: 'pass' });
  const [row] = await rows(town.manager);
  expect([row?.action, row?.principal]).toEqual(['create', null]);
  expect((await choose(town.secretary, authorityId)).status).toBe(409);
});

test('ended by the manager, it is over for a session that acts by it', async () => {
  await choose(town.secretary, authorityId);
  await town.manager.del(`/api/authorities/${authorityId}`);
  expect(await acting(town.secretary)).toBe(null);
  await town.secretary.post('/api/requests', { event: 'cop32', kind: 'pass' });
  expect((await rows(town.manager))[0]?.principal).toBe(null);
  expect((await choose(town.secretary, authorityId)).status).toBe(409);
});

test('ended elsewhere, it is over within a second', async () => {
  const here = await aSecretariat(served);
  const { id } = (await here.give()).body;
  served.realNow = new Date();
  await choose(here.secretary, id);
  expect(await acting(here.secretary)).not.toBe(null);
  // Another instance writes; nothing tells this one.
  await served.database.write(nobody, (tx) =>
    tx
      .updateTable('authority')
      .set({ endedAt: served.now, endedBy: here.manager.actor.accountId })
      .where('id', '=', id)
      .execute(),
  );
  served.realNow = new Date(served.realNow.getTime() + 1000);
  expect(await acting(here.secretary)).toBe(null);
});

test('a step of a request carries both names, and the request stays the municipality’s', async () => {
  const id = await aRequest(world.database, { eventId: town.eventId, memberId: town.memberId, state: 'submitted' });
  await choose(town.secretary, authorityId);
  const taken = await town.secretary.post(`/api/requests/${id}/withdrawal`, { reason: '日程の都合' }, ifMatch(1));
  expect(taken.status).toBe(200);
  for (const client of [town.manager, await world.as({ role: 'staff_coordinator' })]) {
    const { items } = (await client.get<{ items: HistoryView[] }>(`/api/requests/${id}/history`)).body;
    expect(items.map(({ action, actor, principal }) => [action, actor, principal?.ja])).toEqual([
      ['withdraw', '山田 秘書', '試験 太郎0'],
    ]);
  }
});

test('proving oneself anew keeps it, signing in anew does not, and neither does another session have it', async () => {
  const email = 'secretary@people.example';
  const accountId = await addAccount(world, { email, role: 'member_editor', memberId: town.memberId });
  const { id } = (await town.give({ accountId })).body;
  const [at, elsewhere] = [browser(world), browser(world)];
  await at.signIn(email);
  await elsewhere.signIn(email);
  expect((await at.put('/api/auth/acting', { authorityId: id })).status).toBe(204);
  const whom = async (one: Browser) => (await one.get<MeView>('/api/auth/me')).body.actingFor?.authorityId ?? null;
  expect([await whom(at), await whom(elsewhere)]).toEqual([id, null]);
  const before = at.token;
  expect((await at.post('/api/auth/step-up', { by: 'password', secret: PASSWORD })).status).toBe(204);
  expect(at.token).not.toBe(before);
  expect(await whom(at)).toBe(id);
  await at.signIn(email);
  expect(await whom(at)).toBe(null);
});
