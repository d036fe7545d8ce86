import { beforeEach, expect, test } from 'vitest';
import type { MeView } from '#shared/accounts/contract.ts';
import { addAccount, codeOf } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { appCode, browser, setUpApp } from '#tests/support/second-factor.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const email = 'staff@office.example';
const START = new Date('2026-07-01T00:00:05Z');
const later = (seconds: number) => {
  world.realNow = new Date(START.getTime() + seconds * 1000);
  return world.realNow;
};
beforeEach(() => {
  later(0);
});
const totps = () => world.database.read(nobody, (db) => db.selectFrom('accountTotp').selectAll().execute());

test('at the office nothing is reached before an app is set up, and then everything', async () => {
  const id = await addAccount(world, { email });
  const at = browser(world);
  const half = await at.signIn(email);
  expect([half.body.account, half.body.owed]).toEqual([
    null,
    { owes: 'set-up', app: false, mail: false, passkey: false },
  ]);
  expect(codeOf(await at.get('/api/staff'))).toBe('second-factor-required');
  const { body } = await at.post<{ key: string; address: string }>('/api/auth/totp');
  expect(body.address).toContain(`secret=${body.key}`);
  expect(codeOf(await at.post('/api/auth/totp/confirmation', { code: '000000' }))).toBe('wrong-code');
  expect(codeOf(await at.get('/api/staff'))).toBe('second-factor-required');
  const before = at.token;
  const done = await at.post<{ recoveryCodes: string[] }>('/api/auth/totp/confirmation', {
    code: appCode(body.key, START),
  });
  expect(new Set(done.body.recoveryCodes).size).toBe(10);
  expect(done.body.recoveryCodes.every((code) => /^[A-HJKMNP-Z2-9]{5}-[A-HJKMNP-Z2-9]{5}$/.test(code))).toBe(true);
  expect(at.token).not.toBe(before);
  expect((await at.get<MeView>('/api/auth/me')).body.account?.id).toBe(id);
  expect((await at.get('/api/staff')).status).toBe(200);
});

test('the key is kept for its cell only, and nobody reads it there', async () => {
  await addAccount(world, { email });
  const at = browser(world);
  await at.signIn(email);
  const { key } = await setUpApp(at, START);
  const [row] = await totps();
  expect([row?.state, row?.secret.includes(Buffer.from(key))]).toEqual(['active', false]);
  for (const path of ['/api/auth/second-factor', '/api/auth/me', '/api/auth/sessions']) {
    expect((await at.get(path)).text).not.toContain(key);
  }
  expect(world.logged.join()).not.toContain(key);
});

test('a new app takes the place of the old one only when its code has been typed', async () => {
  await addAccount(world, { email });
  const at = browser(world);
  await at.signIn(email);
  const { key: old, recoveryCodes } = await setUpApp(at, START);
  const { key } = (await at.post<{ key: string }>('/api/auth/totp')).body;
  const elsewhere = browser(world);
  later(60);
  await elsewhere.signIn(email);
  expect(codeOf(await elsewhere.post('/api/auth/second-factor', { code: appCode(key, later(60)) }))).toBe('wrong-code');
  expect((await elsewhere.post('/api/auth/second-factor', { code: appCode(old, later(60)) })).status).toBe(200);
  expect((await at.post('/api/auth/totp/confirmation', { code: appCode(key, later(60)) })).status).toBe(200);
  // Whoever was signed in with the old app is out, and so are its recovery codes.
  expect((await elsewhere.get('/api/staff')).status).toBe(401);
  await elsewhere.signIn(email);
  for (const code of [appCode(old, later(120)), recoveryCodes[0]]) {
    expect(codeOf(await elsewhere.post('/api/auth/second-factor', { code }))).toBe('wrong-code');
  }
  expect((await elsewhere.post('/api/auth/second-factor', { code: appCode(key, later(120)) })).status).toBe(200);
});

test('a key not confirmed within half an hour is over', async () => {
  await addAccount(world, { email, demo: false });
  const at = browser(world);
  await at.signIn(email);
  await setUpApp(at, START);
  const { key } = (await at.post<{ key: string }>('/api/auth/totp')).body;
  await world.database.write(nobody, (tx) =>
    tx
      .updateTable('accountSession')
      .set({ idleEndsAt: later(7200), endsAt: later(7200) })
      .execute(),
  );
  later(1801);
  await at.post('/api/auth/step-up', { by: 'password', secret: 'a long enough password' });
  expect(codeOf(await at.post('/api/auth/totp/confirmation', { code: appCode(key, later(1801)) }))).toBe('wrong-state');
});

test('a member may go without again, the office and the demonstration may not choose', async () => {
  const manager = await world.as({ role: 'member_manager' });
  const member = { email: 'hanako@city.example', role: 'member_editor', memberId: manager.actor.memberId } as const;
  await addAccount(world, member);
  const at = browser(world);
  expect((await at.signIn(member.email)).body.account?.email).toBe(member.email);
  await setUpApp(at, START);
  expect((await at.get('/api/auth/second-factor')).body).toEqual({
    ...{ totpAt: START.toISOString(), recoveryCodesLeft: 10, passkeys: 0, mailCode: false },
    ...{ mandatory: false, demo: false },
  });
  expect((await at.del('/api/auth/totp')).status).toBe(204);
  expect((await at.get('/api/auth/second-factor')).body).toMatchObject({ totpAt: null, recoveryCodesLeft: 0 });
  expect(codeOf(await at.del('/api/auth/totp'))).toBe('wrong-state');
  expect((await browser(world).signIn(member.email)).body.owed).toBeNull();

  await addAccount(world, { email });
  const staff = browser(world);
  await staff.signIn(email);
  await setUpApp(staff, START);
  expect(codeOf(await staff.del('/api/auth/totp'))).toBe('wrong-state');

  await addAccount(world, { email: 'demo@office.example', demo: true });
  const demo = browser(world);
  expect((await demo.signIn('demo@office.example')).body.owed).toBeNull();
  expect(codeOf(await demo.post('/api/auth/totp'))).toBe('not-allowed');
});

test('recovery codes are renewed all at once', async () => {
  await addAccount(world, { email });
  const at = browser(world);
  await at.signIn(email);
  const { recoveryCodes } = await setUpApp(at, START);
  const renewed = (await at.post<{ recoveryCodes: string[] }>('/api/auth/recovery-codes')).body.recoveryCodes;
  expect(new Set([...renewed, ...recoveryCodes]).size).toBe(20);
  const other = browser(world);
  await other.signIn(email);
  expect(codeOf(await other.post('/api/auth/second-factor', { code: recoveryCodes[0] }))).toBe('wrong-code');
  expect((await other.post('/api/auth/second-factor', { code: renewed[0] })).status).toBe(200);
  expect(codeOf(await (await world.as({ role: 'member_viewer' })).post('/api/auth/recovery-codes'))).toBe(
    'wrong-state',
  );
});

test('nobody in particular and what does not fit is refused', async () => {
  for (const path of ['/api/auth/totp', '/api/auth/recovery-codes']) {
    expect((await world.public.post(path)).status).toBe(401);
  }
  expect((await world.public.del('/api/auth/totp')).status).toBe(401);
  const viewer = await world.as({ role: 'member_viewer' });
  expect((await viewer.post('/api/auth/totp/confirmation', {})).status).toBe(422);
  expect((await viewer.post('/api/auth/totp/confirmation', { code: 'x'.repeat(41) })).status).toBe(422);
});
