import { beforeEach, expect, test } from 'vitest';
import { updateAccount } from '#db/queries/accounts.ts';
import { countPendingProofs } from '#db/queries/pending-proofs.ts';
import type { PasskeyQuestion } from '#shared/accounts/passkey-operations.ts';
import { addAccount, codeOf } from '#tests/support/accounts.ts';
import { type Authenticator, authenticator } from '#tests/support/authenticator.ts';
import { nobody } from '#tests/support/database.ts';
import { addPasskey, signInByPasskey } from '#tests/support/passkeys.ts';
import { type Browser, browser } from '#tests/support/second-factor.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const email = 'staff@office.example';
const SIGN_IN = '/api/auth/sign-in/passkey';
let accountId = '';
let device: Authenticator;
let at: Browser;
/** Somebody of the office whose only second factor is a passkey. */
beforeEach(async () => {
  accountId = await addAccount(world, { email });
  device = authenticator();
  const first = browser(world);
  await first.signIn(email);
  expect((await addPasskey(first, device)).status).toBe(201);
  at = browser(world);
});
const ask = async (of: Browser) => (await of.post<PasskeyQuestion>(`${SIGN_IN}/challenge`)).body;
const rows = () =>
  world.database.read(nobody, async (db) => ({
    sessions: await db.selectFrom('accountSession').selectAll().orderBy('createdAt').execute(),
    history: await db.selectFrom('history').select(['action', 'details']).orderBy('id').execute(),
    pending: await countPendingProofs(db),
  }));

test('a passkey alone signs in: both factors, nothing owed, and no address has been typed', async () => {
  const question = await at.post<PasskeyQuestion>(`${SIGN_IN}/challenge`);
  expect(question.body).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] });
  expect(question.headers.get('set-cookie')).toMatch(
    /^cop_p=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=300$/,
  );
  const answer = await at.post<{ account: { id: string }; owed: null }>(SIGN_IN, device.answer(question.body));
  expect([answer.status, answer.body.account.id, answer.body.owed]).toEqual([200, accountId, null]);
  expect((await at.get('/api/staff')).status).toBe(200);
  const { sessions, history, pending } = await rows();
  const whole = { aal: 2, firstFactor: 'passkey', secondFactor: 'passkey', stepUpAt: expect.any(Date) };
  expect(sessions.at(-1)).toMatchObject(whole);
  expect(history.at(-1)).toEqual({ action: 'sign-in', details: { factor: 'passkey' } });
  expect(pending).toBe(0);
});

test('an answer works once, and only at the browser that was asked', async () => {
  const other = browser(world);
  const question = await ask(at);
  const answer = device.answer(question);
  await ask(other);
  expect(codeOf(await other.post(SIGN_IN, answer))).toBe('passkey-not-valid');
  expect((await at.post(SIGN_IN, answer)).status).toBe(200);
  expect(codeOf(await at.post(SIGN_IN, answer))).toBe('passkey-not-valid');
  expect(codeOf(await browser(world).post(SIGN_IN, answer))).toBe('passkey-not-valid');
});

test('of four answers at once one gets in', async () => {
  const question = await ask(at);
  const answer = device.answer(question);
  const four = [0, 1, 2, 3].map(() => {
    const one = browser(world);
    one.proof = at.proof;
    return one;
  });
  const answers = await Promise.all(four.map((one) => one.post(SIGN_IN, answer)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
});

test('after five minutes it is too late', async () => {
  const question = await ask(at);
  world.realNow = new Date(Date.now() + 5 * 60_000 + 1000);
  expect(codeOf(await at.post(SIGN_IN, device.answer(question)))).toBe('passkey-not-valid');
});

test.each([
  ['another site’s page', { origin: 'http://localhost.evil.example' }],
  ['another port of this machine', { origin: 'http://localhost:8080' }],
  ['another site’s passkey', { rpId: 'evil.example' }],
  ['a device that has not made sure of its person', { verifies: false }],
])('is refused: %s', async (_, habits) => {
  expect(codeOf(await signInByPasskey(at, device, habits))).toBe('passkey-not-valid');
  expect((await signInByPasskey(at, device)).status).toBe(200);
});

test('a changed signature, somebody else’s handle and a passkey nobody knows are answered alike', async () => {
  const stranger = authenticator();
  const theirs = browser(world);
  await addAccount(world, { email: 'other@office.example' });
  await theirs.signIn('other@office.example');
  await addPasskey(theirs, stranger);
  const answers = [];
  for (const spoil of [
    (one: ReturnType<Authenticator['answer']>) => ({
      ...one,
      signature: one.signature.replace(/.(?=.{9}$)/, (letter) => (letter === 'A' ? 'B' : 'A')),
    }),
    (one: ReturnType<Authenticator['answer']>) => ({
      ...one,
      userHandle: stranger.kept[0]?.userHandle.toString('base64url') ?? '',
    }),
    (one: ReturnType<Authenticator['answer']>) => ({ ...one, id: 'AAAAAAAAAAAAAAAAAAAAAA' }),
    (one: ReturnType<Authenticator['answer']>) => ({
      ...one,
      id: stranger.kept[0]?.id.toString('base64url') ?? '',
      userHandle: null,
    }),
  ]) {
    const answer = await at.post(SIGN_IN, spoil(device.answer(await ask(at))));
    answers.push(answer.text.replace(/urn:request:[0-9a-f-]+/, ''));
    expect(answer.status).toBe(401);
  }
  expect(new Set(answers).size).toBe(1);
  expect((await at.post('/api/auth/sign-in/passkey', { id: 'x' })).status).toBe(422);
});

test('whoever is suspended is not let in, and is told what a stranger is told', async () => {
  await world.database.write(nobody, (tx) => updateAccount(tx, accountId, { state: 'suspended' }));
  expect(codeOf(await signInByPasskey(at, device))).toBe('passkey-not-valid');
});

test('a copied passkey gives itself away by its count, which goes into the record', async () => {
  const key = authenticator();
  const hers = browser(world);
  await hers.signIn(email);
  const half = await hers.post<PasskeyQuestion>('/api/auth/passkey-proof/challenge');
  await hers.post('/api/auth/passkey-proof', device.answer(half.body));
  await addPasskey(hers, key, '鍵', { counts: 1 });
  expect((await signInByPasskey(at, key, { counts: 1 })).status).toBe(200);
  const [one] = key.kept;
  if (one) one.count = 0;
  // As far as the original had come, and not as far.
  expect(codeOf(await signInByPasskey(browser(world), key, { counts: 2 }))).toBe('passkey-not-valid');
  if (one) one.count = 0;
  expect(codeOf(await signInByPasskey(browser(world), key, { counts: 0 }))).toBe('passkey-not-valid');
  const { history } = await rows();
  expect(history.filter(({ action }) => action === 'passkey-refused')).toHaveLength(2);
  if (one) one.count = 2;
  expect((await signInByPasskey(at, key, { counts: 1 })).status).toBe(200);
});

test('with an https address the cookie is bound to the host, and the passkey to the address without its port', async () => {
  Object.assign(world.ctx.settings, { publicUrl: 'https://desk.example.jp:8443' });
  try {
    const headers = { host: 'desk.example.jp:8443' };
    const question = await world.public.post<PasskeyQuestion>(`${SIGN_IN}/challenge`, undefined, headers);
    expect(question.body.rpId).toBe('desk.example.jp');
    expect(question.headers.get('set-cookie')).toMatch(/^__Host-cop_p=.*; Secure$/);
  } finally {
    Object.assign(world.ctx.settings, { publicUrl: 'http://localhost' });
  }
});
