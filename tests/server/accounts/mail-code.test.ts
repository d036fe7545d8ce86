import { beforeEach, expect, test } from 'vitest';
import { deliverOutbox } from '#server/notifications/deliver-outbox.ts';
import type { MeView } from '#shared/accounts/contract.ts';
import { addAccount, addLink, codeOf } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { browser, setUpApp } from '#tests/support/second-factor.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const email = 'hanako@city.example';
const START = new Date('2026-07-01T00:00:05Z');
const later = (seconds: number) => {
  world.realNow = new Date(START.getTime() + seconds * 1000);
  return world.realNow;
};
let accountId = '';
beforeEach(async () => {
  later(0);
  const { memberId } = (await world.as({ role: 'member_manager' })).actor;
  accountId = await addAccount(world, { email, role: 'member_editor', memberId });
});

/** Sends what waits, and answers the codes that were in it. */
async function codesMailed(): Promise<string[]> {
  const codes: string[] = [];
  const send = async ({ body }: { body: string }) => {
    codes.push(...(body.match(/[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}/g) ?? []));
  };
  await deliverOutbox(world.ctx, { send, close: () => {} });
  return codes;
}
async function begun() {
  const at = browser(world);
  await at.signIn(email);
  await at.post('/api/auth/mail-code');
  const [code] = await codesMailed();
  expect((await at.put('/api/auth/mail-code', { code })).status).toBe(204);
  return at;
}
/** At the second step, with the code that was mailed for it. */
async function waiting() {
  const at = browser(world);
  const half = await at.signIn(email);
  expect(half.body).toMatchObject({ account: null, owed: { owes: 'code', mail: true } });
  expect((await at.post('/api/auth/mail-code')).status).toBe(204);
  const [code = ''] = await codesMailed();
  return { at, code };
}
const prove = (at: ReturnType<typeof browser>, code: string) => at.post<MeView>('/api/auth/second-factor', { code });

test('whoever has shown that the mail arrives is asked for its code from then on', async () => {
  const first = browser(world);
  await first.signIn(email);
  expect(codeOf(await first.put('/api/auth/mail-code', { code: 'AAAAAAAA' }))).toBe('wrong-code');
  await begun();
  const { at, code } = await waiting();
  expect(codeOf(await at.get('/api/requests?event=cop32'))).toBe('second-factor-required');
  expect((await prove(at, code)).body.account?.id).toBe(accountId);
  expect((await at.get('/api/auth/second-factor')).body).toMatchObject({ mailCode: true, totpAt: null });
});

test('a mailed code works in the window that asked for it, once, and for ten minutes', async () => {
  await begun();
  const { at, code } = await waiting();
  const other = await waiting();
  expect(codeOf(await prove(other.at, code))).toBe('wrong-code');
  later(601);
  expect(codeOf(await prove(at, code))).toBe('wrong-code');
  later(599);
  expect((await prove(at, code)).status).toBe(200);
  expect((await prove(other.at, other.code)).status).toBe(200);
});

test('five wrong tries end a mailed code, and a new one may be asked for', async () => {
  await begun();
  const { at, code } = await waiting();
  for (let time = 0; time < 5; time += 1) expect(codeOf(await prove(at, 'AAAAAAAA'))).toBe('wrong-code');
  expect(codeOf(await prove(at, code))).toBe('wrong-code');
  await at.post('/api/auth/mail-code');
  const [next = ''] = await codesMailed();
  expect(next).not.toBe(code);
  expect((await prove(at, next)).status).toBe(200);
});

test('the code stands in the mail alone, and the outbox shows it to nobody', async () => {
  await begun();
  const { code } = await waiting();
  const admin = await world.as({ role: 'staff_admin' });
  const list = await admin.get<{ items: { id: string; template: string }[] }>('/api/outbox');
  const ids = list.body.items.filter(({ template }) => template === 'account.sign-in-code').map(({ id }) => id);
  expect(ids.length).toBe(2);
  for (const id of ids) expect((await admin.get(`/api/outbox/${id}`)).text).not.toContain(code);
  const kept = await world.database.read(nobody, async (db) => [
    await db.selectFrom('outbox').selectAll().execute(),
    await db.selectFrom('signInCode').selectAll().execute(),
    await db.selectFrom('history').selectAll().execute(),
  ]);
  expect(JSON.stringify(kept)).not.toContain(code);
  expect(JSON.stringify(kept)).not.toContain(code.replace('-', ''));
});

test('it stands in for a forgotten telephone, but not after a mailed link, nor at the office', async () => {
  const first = browser(world);
  await first.signIn(email);
  await setUpApp(first, START);
  const { at, code } = await waiting();
  expect((await prove(at, code)).status).toBe(200);

  const byLink = browser(world);
  const token = await addLink(world, accountId, 'sign_in', later(60));
  later(0);
  const half = await byLink.post<MeView>('/api/auth/sign-in/link/redemption', { token });
  expect(half.body.owed).toEqual({ owes: 'code', app: true, mail: false, passkey: false });
  expect(codeOf(await byLink.post('/api/auth/mail-code'))).toBe('wrong-state');

  await addAccount(world, { email: 'staff@office.example' });
  const staff = browser(world);
  await staff.signIn('staff@office.example');
  expect(codeOf(await staff.post('/api/auth/mail-code'))).toBe('second-factor-required');
});

test('five mails an hour, no more', async () => {
  await begun();
  const at = browser(world);
  await at.signIn(email);
  for (let time = 0; time < 4; time += 1) expect((await at.post('/api/auth/mail-code')).status).toBe(204);
  expect(codeOf(await at.post('/api/auth/mail-code'))).toBe('too-many-tries');
});

test('it can be given up, and what does not fit is refused', async () => {
  const at = await begun();
  expect((await at.del('/api/auth/mail-code')).status).toBe(204);
  expect(codeOf(await at.del('/api/auth/mail-code'))).toBe('wrong-state');
  expect((await browser(world).signIn(email)).body.owed).toBeNull();
  expect((await at.put('/api/auth/mail-code', {})).status).toBe(422);
  for (const refused of [
    await world.public.post('/api/auth/mail-code'),
    await world.public.put('/api/auth/mail-code', { code: 'AAAAAAAA' }),
    await world.public.del('/api/auth/mail-code'),
  ]) {
    expect(refused.status).toBe(401);
  }
});
