import { expect, test } from 'vitest';
import type { Operation } from '#shared/operation.ts';
import { operations } from '#shared/operations.ts';
import { addAccount, addSession, codeOf, PASSWORD } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { appCode, browser, setUpApp } from '#tests/support/second-factor.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const email = 'admin@office.example';
const START = new Date('2026-07-01T00:00:05Z');
const later = (seconds: number) => {
  world.realNow = new Date(START.getTime() + seconds * 1000);
  return world.realNow;
};
const invitation = { email: 'new@office.example', name: '', role: 'auditor', memberId: null };

async function signedIn() {
  later(0);
  await addAccount(world, { email, role: 'staff_admin' });
  const at = browser(world);
  await at.signIn(email);
  const { key, recoveryCodes } = await setUpApp(at, START);
  return { at, key, recoveryCodes };
}

test('ten minutes after signing in, what matters asks again, and the password answers', async () => {
  const { at } = await signedIn();
  later(599);
  expect((await at.post('/api/accounts', invitation)).status).toBe(201);
  later(601);
  expect(codeOf(await at.post('/api/accounts', invitation))).toBe('step-up-required');
  expect((await at.get('/api/accounts')).status).toBe(200);
  const before = at.token;
  expect(codeOf(await at.post('/api/auth/step-up', { by: 'password', secret: 'not this one' }))).toBe(
    'wrong-credentials',
  );
  expect((await at.post('/api/auth/step-up', { by: 'password', secret: PASSWORD })).status).toBe(204);
  expect(at.token).not.toBe(before);
  expect((await browser(world, before).get('/api/accounts')).status).toBe(401);
  expect((await at.post('/api/accounts', invitation)).status).toBe(201);
  later(1202);
  expect(codeOf(await at.post('/api/accounts', invitation))).toBe('step-up-required');
});

test('a code of the app answers too, and a recovery code, each once; proving oneself makes no session longer', async () => {
  const { at, key, recoveryCodes } = await signedIn();
  const ends = () => world.database.read(nobody, (db) => db.selectFrom('accountSession').select('endsAt').execute());
  const before = await ends();
  later(660);
  const code = appCode(key, later(660));
  expect((await at.post('/api/auth/step-up', { by: 'code', secret: code })).status).toBe(204);
  expect(codeOf(await at.post('/api/auth/step-up', { by: 'code', secret: code }))).toBe('wrong-code');
  expect((await at.post('/api/auth/step-up', { by: 'code', secret: recoveryCodes[0] })).status).toBe(204);
  expect(codeOf(await at.post('/api/auth/step-up', { by: 'code', secret: recoveryCodes[0] }))).toBe('wrong-code');
  expect(await ends()).toEqual(before);
});

test('a mailed link proves the mailbox only: what matters asks for the password', async () => {
  const manager = await world.as({ role: 'member_manager' });
  const memberId = manager.actor.memberId ?? '';
  const id = await addAccount(world, { email: 'hanako@city.example', role: 'member_manager', memberId });
  const { token } = await addSession(world, id, new Date());
  await world.database.write(nobody, (tx) =>
    tx.updateTable('accountSession').set({ stepUpAt: null }).where('accountId', '=', id).execute(),
  );
  const at = browser(world, token);
  const wish = { email: 'new@city.example', name: '', role: 'member_viewer', memberId };
  expect(codeOf(await at.post('/api/accounts', wish))).toBe('step-up-required');
  await at.post('/api/auth/step-up', { by: 'password', secret: PASSWORD });
  expect((await at.post('/api/accounts', wish)).status).toBe(201);
});

test('guessing is slowed down, and what does not fit is refused', async () => {
  const { at } = await signedIn();
  for (const by of ['password', 'code']) {
    for (let time = 0; time < 10; time += 1) await at.post('/api/auth/step-up', { by, secret: '000000' });
    expect(codeOf(await at.post('/api/auth/step-up', { by, secret: '000000' }))).toBe('too-many-tries');
  }
  expect((await at.post('/api/auth/step-up', { by: 'face', secret: 'x' })).status).toBe(422);
  expect((await at.post('/api/auth/step-up', { by: 'code' })).status).toBe(422);
  expect((await world.public.post('/api/auth/step-up', { by: 'code', secret: '000000' })).status).toBe(401);
});

test('whatever gives or takes rights to sign in asks for it', () => {
  const guarded = (Object.values(operations) as Operation[]).filter((one) => one.stepUp).map(({ id }) => id);
  for (const id of [
    ...['inviteAccount', 'changeAccount', 'beginTotp', 'confirmTotp', 'endTotp', 'beginMailCode', 'endMailCode'],
    ...['renewRecoveryCodes', 'resetSecondFactor', 'approveFactorReset'],
  ]) {
    expect(guarded).toContain(id);
  }
});
