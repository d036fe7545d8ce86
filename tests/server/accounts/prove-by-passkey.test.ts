import { beforeEach, expect, test } from 'vitest';
import type { MeView } from '#shared/accounts/contract.ts';
import type { PasskeyQuestion } from '#shared/accounts/passkey-operations.ts';
import { addAccount, addLink, codeOf } from '#tests/support/accounts.ts';
import { type Authenticator, authenticator } from '#tests/support/authenticator.ts';
import { nobody } from '#tests/support/database.ts';
import { addPasskey, proveByPasskey } from '#tests/support/passkeys.ts';
import { browser } from '#tests/support/second-factor.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const email = 'hanako@city.example';
const PROOF = '/api/auth/passkey-proof';
let memberId = '';
let accountId = '';
let device: Authenticator;
/** A member with a passkey and no app. */
beforeEach(async () => {
  memberId = (await world.as({ role: 'member_manager' })).actor.memberId ?? '';
  accountId = await addAccount(world, { email, role: 'member_editor', memberId });
  device = authenticator();
  const first = browser(world);
  await first.signIn(email);
  expect((await addPasskey(first, device)).status).toBe(201);
});
const half = async () => {
  const at = browser(world);
  const answer = await at.signIn(email);
  return { at, owed: answer.body.owed };
};

test('after the password the passkey settles what is owed, with a new token', async () => {
  const { at, owed } = await half();
  expect(owed).toEqual({ owes: 'code', app: false, mail: true, passkey: true });
  const before = at.token;
  const question = await at.post<PasskeyQuestion>(`${PROOF}/challenge`);
  expect(question.body.allowCredentials).toEqual([
    { id: device.kept[0]?.id.toString('base64url'), type: 'public-key', transports: ['internal', 'hybrid'] },
  ]);
  const whole = await at.post<MeView>(PROOF, device.answer(question.body));
  expect([whole.status, whole.body.account?.id, whole.body.account?.passkeys, whole.body.owed]).toEqual([
    ...[200, accountId, true, null],
  ]);
  expect(at.token).not.toBe(before);
  const [session] = await world.database.read(nobody, (db) =>
    db
      .selectFrom('accountSession')
      .selectAll()
      .where('accountId', '=', accountId)
      .orderBy('createdAt', 'desc')
      .execute(),
  );
  expect(session).toMatchObject({ aal: 2, firstFactor: 'password', secondFactor: 'passkey' });
});

test('a mailed link is a first step only, after which the passkey is asked for', async () => {
  const at = browser(world);
  const token = await addLink(world, accountId, 'sign_in', new Date(Date.now() + 60_000));
  const answer = await at.post<MeView>('/api/auth/sign-in/link/redemption', { token });
  expect(answer.body.owed).toEqual({ owes: 'code', app: false, mail: false, passkey: true });
  expect((await proveByPasskey(at, device)).body.account?.id).toBe(accountId);
});

test('the recovery codes that came with it stand in for it', async () => {
  const other = await addAccount(world, { email: 'taro@city.example', role: 'member_editor', memberId });
  const at = browser(world);
  await at.signIn('taro@city.example');
  const { recoveryCodes } = (await addPasskey(at, authenticator())).body;
  expect(recoveryCodes).toHaveLength(10);
  const again = browser(world);
  await again.signIn('taro@city.example');
  const whole = await again.post<MeView>('/api/auth/second-factor', { code: recoveryCodes?.[0] });
  expect(whole.body.account?.id).toBe(other);
});

test('it proves again what only a fresh proof opens', async () => {
  const { at } = await half();
  await proveByPasskey(at, device);
  const START = Date.now();
  world.realNow = new Date(START + 11 * 60_000);
  expect(codeOf(await at.post('/api/auth/recovery-codes'))).toBe('step-up-required');
  expect((await proveByPasskey(at, device)).status).toBe(200);
  expect((await at.post('/api/auth/recovery-codes')).status).toBe(200);
});

test('another person’s passkey, a spent challenge and one for signing in prove nothing', async () => {
  const stranger = authenticator();
  await addAccount(world, { email: 'taro@city.example', role: 'member_editor', memberId });
  const theirs = browser(world);
  await theirs.signIn('taro@city.example');
  await addPasskey(theirs, stranger);
  const { at } = await half();
  expect(codeOf(await proveByPasskey(at, stranger))).toBe('passkey-not-valid');
  const question = await at.post<PasskeyQuestion>(`${PROOF}/challenge`);
  const answer = device.answer(question.body);
  expect((await at.post(PROOF, answer)).status).toBe(200);
  expect(codeOf(await at.post(PROOF, answer))).toBe('passkey-not-valid');
  const open = await at.post<PasskeyQuestion>('/api/auth/sign-in/passkey/challenge');
  expect(codeOf(await at.post(PROOF, device.answer(open.body)))).toBe('passkey-not-valid');
  // The browser’s own challenge, answered after somebody else has signed in there.
  const mine = await at.post<PasskeyQuestion>(`${PROOF}/challenge`);
  theirs.proof = at.proof;
  expect(codeOf(await theirs.post(PROOF, device.answer(mine.body)))).toBe('passkey-not-valid');
});

test('signed out there is nothing to prove, and without a passkey nothing to ask for', async () => {
  expect((await world.public.post(`${PROOF}/challenge`)).status).toBe(401);
  const other = await world.as({ role: 'member_editor', memberId });
  expect(codeOf(await other.post(`${PROOF}/challenge`))).toBe('wrong-state');
  expect((await other.post(PROOF, { id: 'not bytes!' })).status).toBe(422);
});
