import { beforeEach, expect, test } from 'vitest';
import type { FactorResetView, MeView } from '#shared/accounts/contract.ts';
import { addAccount, codeOf } from '#tests/support/accounts.ts';
import { authenticator } from '#tests/support/authenticator.ts';
import { nobody } from '#tests/support/database.ts';
import { addPasskey, signInByPasskey } from '#tests/support/passkeys.ts';
import { appCode, browser, setUpApp } from '#tests/support/second-factor.ts';
import { type Client, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const email = 'staff@office.example';
const START = new Date(Date.now() + 60_000);
const later = (seconds: number) => {
  world.realNow = new Date(START.getTime() + seconds * 1000);
  return world.realNow;
};
let id = '';
let at: ReturnType<typeof browser>;
let key = '';
beforeEach(async () => {
  later(0);
  id = await addAccount(world, { email });
  at = browser(world);
  await at.signIn(email);
  ({ key } = await setUpApp(at, START));
});
const ask = (admin: Client, account = id) => admin.post<{ state: string }>(`/api/accounts/${account}/factor-reset`);
const list = async (admin: Client) => (await admin.get<{ items: FactorResetView[] }>('/api/factor-resets')).body.items;
const admins = async (): Promise<[Client, Client]> => [
  await world.as({ role: 'staff_admin', name: '管理 一' }),
  await world.as({ role: 'staff_admin', name: '管理 二' }),
];

test('at the office two administrators take a lost factor away, and the password stays', async () => {
  const [one, two] = await admins();
  expect((await ask(one)).body).toEqual({ state: 'waiting' });
  expect((await at.get('/api/staff')).status).toBe(200);
  const [mine] = await list(one);
  expect([mine?.mayApprove, mine?.requestedByName]).toEqual([false, '管理 一']);
  expect(codeOf(await one.post(`/api/factor-resets/${mine?.id}/approval`))).toBe('not-allowed');
  expect((await at.get('/api/staff')).status).toBe(200);
  expect((await list(two))[0]?.mayApprove).toBe(true);
  expect((await two.post(`/api/factor-resets/${mine?.id}/approval`)).status).toBe(204);
  expect((await at.get('/api/staff')).status).toBe(401);
  expect(await list(two)).toEqual([]);
  const again = browser(world);
  expect((await again.signIn(email)).body.owed?.owes).toBe('set-up');
  expect(codeOf(await again.post('/api/auth/second-factor', { code: appCode(key, later(60)) }))).toBe('wrong-state');
  const kept = await world.database.read(nobody, async (db) => ({
    history: await db.selectFrom('history').select(['action', 'actorId']).orderBy('id').execute(),
    mails: await db.selectFrom('outbox').select(['template', 'accountId']).orderBy('id').execute(),
  }));
  const actions = kept.history.map(({ action }) => action);
  expect(actions.filter((action) => /reset/.test(action))).toEqual(['ask-factor-reset', 'reset-factor']);
  expect(kept.mails.filter(({ template }) => /reset/.test(template))).toEqual([
    { template: 'account.reset-asked', accountId: two.actor.accountId },
    { template: 'account.reset-asked-for-you', accountId: id },
    { template: 'account.second-factor-reset', accountId: id },
  ]);
});

test('passkeys, recovery codes and access tokens go with a lost factor', async () => {
  const { memberId } = (await world.as({ role: 'member_manager' })).actor;
  const member = await addAccount(world, { email: 'hanako@city.example', role: 'member_editor', memberId });
  const admin = await world.as({ role: 'staff_admin' });
  const [hers, device] = [browser(world), authenticator()];
  await hers.signIn('hanako@city.example');
  await addPasskey(hers, device);
  const token = { name: '集計', scope: 'read', days: 30 };
  const { secret } = (await hers.post<{ secret: string }>('/api/auth/tokens', token)).body;
  const byToken = () => world.public.get('/api/organisations', { authorization: `Bearer ${secret}` });
  expect((await byToken()).status).toBe(200);
  expect((await ask(admin, member)).body).toEqual({ state: 'done' });
  expect((await byToken()).status).toBe(401);
  expect(codeOf(await signInByPasskey(browser(world), device))).toBe('passkey-not-valid');
  const left = await world.database.read(nobody, async (db) => [
    ...(await db.selectFrom('passkey').select('id').execute()),
    ...(await db.selectFrom('recoveryCode').select('codeHash').where('accountId', '=', member).execute()),
  ]);
  expect(left).toEqual([]);
  expect((await browser(world).signIn('hanako@city.example')).body.owed).toBeNull();
});

test('two approvals at once do it once; a second request waits for none', async () => {
  const [one, two] = await admins();
  const three = await world.as({ role: 'staff_admin' });
  expect((await Promise.all([ask(one), ask(two)])).map(({ status }) => status).sort()).toEqual([200, 409]);
  const [open] = await list(three);
  const approvers = [three, await world.as({ role: 'staff_admin' })];
  const answers = await Promise.all(approvers.map((one) => one.post(`/api/factor-resets/${open?.id}/approval`)));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
});

test('what is not approved within a day is over, and may be asked for again', async () => {
  const [one, two] = await admins();
  await ask(one);
  const [open] = await list(two);
  await world.database.write(nobody, (tx) =>
    tx
      .updateTable('accountSession')
      .set({ idleEndsAt: later(200_000), endsAt: later(200_000), stepUpAt: later(86_400) })
      .execute(),
  );
  later(86_400);
  expect(await list(two)).toEqual([]);
  expect(codeOf(await two.post(`/api/factor-resets/${open?.id}/approval`))).toBe('wrong-state');
  expect((await ask(one)).status).toBe(200);
});

test('a request can be withdrawn, also by the other administrator', async () => {
  const [one, two] = await admins();
  await ask(one);
  const [open] = await list(two);
  expect((await two.del(`/api/factor-resets/${open?.id}`)).status).toBe(204);
  expect(codeOf(await two.post(`/api/factor-resets/${open?.id}/approval`))).toBe('wrong-state');
  expect((await at.get('/api/staff')).status).toBe(200);
});

test('nobody takes their own away, nor approves it', async () => {
  const [one, two] = await admins();
  const own = two.actor.accountId ?? '';
  await world.database.write(nobody, (tx) =>
    tx.updateTable('account').set({ totpAt: START }).where('id', '=', own).execute(),
  );
  expect(codeOf(await ask(two, own))).toBe('not-allowed');
  await ask(one, own);
  const [open] = await list(one);
  expect(codeOf(await two.post(`/api/factor-resets/${open?.id}/approval`))).toBe('not-allowed');
  expect(codeOf(await two.del(`/api/factor-resets/${open?.id}`))).toBe('not-allowed');
});

test('a member’s is taken away by one administrator', async () => {
  const { memberId } = (await world.as({ role: 'member_manager' })).actor;
  const member = await addAccount(world, { email: 'hanako@city.example', role: 'member_editor', memberId });
  const admin = await world.as({ role: 'staff_admin' });
  expect(codeOf(await ask(admin, member))).toBe('not-allowed');
  const hers = browser(world);
  await hers.signIn('hanako@city.example');
  await setUpApp(hers, START);
  expect((await ask(admin, member)).body).toEqual({ state: 'done' });
  expect((await hers.get<MeView>('/api/auth/me')).body.account).toBeNull();
  expect((await browser(world).signIn('hanako@city.example')).body.account?.id).toBe(member);
});

test('others do not, and what is not there is not found', async () => {
  const admin = await world.as({ role: 'staff_admin' });
  const missing = '019a0000-0000-7000-8000-000000000001';
  for (const role of ['staff_coordinator', 'auditor', 'member_manager'] as const) {
    const other = await world.as({ role });
    expect((await ask(other)).status).toBe(403);
    expect((await other.get('/api/factor-resets')).status).toBe(403);
    expect((await other.post(`/api/factor-resets/${missing}/approval`)).status).toBe(403);
  }
  expect((await ask(world.public)).status).toBe(401);
  expect((await ask(admin, missing)).status).toBe(404);
  expect((await ask(admin, 'no-id')).status).toBe(404);
  expect((await admin.post(`/api/factor-resets/${missing}/approval`)).status).toBe(404);
  expect((await admin.del(`/api/factor-resets/${missing}`)).status).toBe(404);
});
