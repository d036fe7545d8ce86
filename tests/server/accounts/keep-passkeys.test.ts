import { expect, test } from 'vitest';
import type { MeView, SecondFactorView } from '#shared/accounts/contract.ts';
import type { NewPasskeyQuestion, PasskeyView } from '#shared/accounts/passkey-operations.ts';
import { addAccount, codeOf } from '#tests/support/accounts.ts';
import { authenticator, type Habits } from '#tests/support/authenticator.ts';
import { nobody } from '#tests/support/database.ts';
import { readMails } from '#tests/support/outbox.ts';
import { addPasskey, proveByPasskey, signInByPasskey } from '#tests/support/passkeys.ts';
import { type Browser, browser, setUpApp } from '#tests/support/second-factor.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const PATH = '/api/auth/passkeys';
const email = 'staff@office.example';
const list = async (at: Browser) => (await at.get<{ items: PasskeyView[] }>(PATH)).body.items;
const signedIn = async (address = email, role: 'staff_coordinator' | 'auditor' = 'staff_coordinator') => {
  const id = await addAccount(world, { email: address, role });
  const at = browser(world);
  await at.signIn(address);
  return { id, at };
};

test('nobody signed out has passkeys', async () => {
  const missing = '019a0000-0000-7000-8000-000000000001';
  expect((await world.public.get(PATH)).status).toBe(401);
  expect((await world.public.post(`${PATH}/challenge`)).status).toBe(401);
  expect((await world.public.del(`${PATH}/${missing}`)).status).toBe(401);
});

test('at the office a passkey satisfies the mandatory second step, at the first sign-in', async () => {
  const { at, id } = await signedIn();
  expect((await at.get<MeView>('/api/auth/me')).body.owed?.owes).toBe('set-up');
  const device = authenticator();
  const added = await addPasskey(at, device);
  expect([added.status, added.body.recoveryCodes?.length]).toEqual([201, 10]);
  const me = (await at.get<MeView>('/api/auth/me')).body;
  expect([me.account?.id, me.account?.passkeys, me.owed]).toEqual([id, true, null]);
  expect(await list(at)).toEqual([
    {
      ...{ id: added.body.id, name: '職場の端末', synced: true, lastUsedAt: null },
      createdAt: expect.any(String),
      whyNotRemove: expect.stringContaining('認証アプリかパスキー'),
    },
  ]);
  expect((await readMails(world)).map(({ template }) => template)).toEqual(['account.passkey-added']);
  const kept = await world.database.read(nobody, (db) =>
    db.selectFrom('history').select(['action', 'details']).execute(),
  );
  expect(kept).toContainEqual({ action: 'add-passkey', details: { passkey: added.body.id } });
});

test('the question names the account by its id alone, and the passkeys there are', async () => {
  const { at, id } = await signedIn();
  const device = authenticator();
  await addPasskey(at, device);
  const { body } = await at.post<NewPasskeyQuestion>(`${PATH}/challenge`);
  expect(body).toMatchObject({
    rp: { id: 'localhost', name: 'COP Desk' },
    user: { id: Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url'), name: email },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  expect(body.excludeCredentials.map((one) => one.id)).toEqual([device.kept[0]?.id.toString('base64url')]);
});

test.each<[string, Habits]>([
  ['another site’s page', { origin: 'https://evil.example' }],
  ['another site’s passkey', { rpId: 'evil.example' }],
  ['a device that has not made sure of its person', { verifies: false }],
])('is not added: %s', async (_, habits) => {
  const { at } = await signedIn();
  expect(codeOf(await addPasskey(at, authenticator(), 'x', habits))).toBe('passkey-not-valid');
  expect((await at.get<MeView>('/api/auth/me')).body.owed?.owes).toBe('set-up');
});

test('a challenge serves once, and a passkey one account', async () => {
  const { at } = await signedIn();
  const device = authenticator();
  const question = await at.post<NewPasskeyQuestion>(`${PATH}/challenge`);
  const made = device.make(question.body, '端末');
  expect((await at.post(PATH, made)).status).toBe(201);
  expect(codeOf(await at.post(PATH, made))).toBe('passkey-not-valid');
  // The same passkey, as if made anew for somebody else.
  const { at: other } = await signedIn('other@office.example');
  const theirs = await other.post<NewPasskeyQuestion>(`${PATH}/challenge`);
  const copied = Buffer.from(made.clientDataJSON, 'base64url').toString();
  const clientDataJSON = Buffer.from(copied.replace(question.body.challenge, theirs.body.challenge)).toString(
    'base64url',
  );
  expect(codeOf(await other.post(PATH, { ...made, clientDataJSON }))).toBe('already-exists');
  expect((await other.post(PATH, { ...made, name: ' ' })).status).toBe(422);
});

test('it takes a fresh proof, ends the other places, and so does removing', async () => {
  const { at } = await signedIn();
  await setUpApp(at, new Date());
  const elsewhere = browser(world, (await world.as({ role: 'auditor' })) && at.token);
  const START = Date.now();
  world.realNow = new Date(START + 11 * 60_000);
  expect(codeOf(await at.post(`${PATH}/challenge`))).toBe('step-up-required');
  await at.post('/api/auth/step-up', { by: 'password', secret: 'a long enough password' });
  const added = await addPasskey(at, authenticator());
  expect(added.body.recoveryCodes).toBeNull();
  expect((await elsewhere.get('/api/auth/sessions')).status).toBe(401);
  expect((await at.get('/api/auth/sessions')).status).toBe(200);
  world.realNow = new Date(START + 22 * 60_000);
  expect(codeOf(await at.del(`${PATH}/${added.body.id}`))).toBe('step-up-required');
  await at.post('/api/auth/step-up', { by: 'password', secret: 'a long enough password' });
  expect((await at.del(`${PATH}/${added.body.id}`)).status).toBe(204);
  expect(await list(at)).toEqual([]);
  const templates = (await readMails(world)).map(({ template }) => template);
  expect(templates.filter((one) => /passkey/.test(one))).toEqual(['account.passkey-added', 'account.passkey-removed']);
});

test('at the office the last way to prove oneself stays: passkey or app, whichever is left', async () => {
  const { at } = await signedIn();
  const device = authenticator();
  const { id } = (await addPasskey(at, device)).body;
  expect(codeOf(await at.del(`${PATH}/${id}`))).toBe('wrong-state');
  expect(await list(at)).toHaveLength(1);
  await setUpApp(at, new Date());
  expect((await at.del('/api/auth/totp')).status).toBe(204);
  const factor = (await at.get<SecondFactorView>('/api/auth/second-factor')).body;
  expect([factor.passkeys, factor.totpAt, factor.recoveryCodesLeft]).toEqual([1, null, 10]);
  await setUpApp(at, new Date());
  expect((await at.del(`${PATH}/${id}`)).status).toBe(204);
  expect(codeOf(await at.del('/api/auth/totp'))).toBe('wrong-state');
});

test('a member removes the last one, and the recovery codes go with it', async () => {
  const { memberId } = (await world.as({ role: 'member_manager' })).actor;
  await addAccount(world, { email: 'hanako@city.example', role: 'member_editor', memberId });
  const at = browser(world);
  await at.signIn('hanako@city.example');
  const device = authenticator();
  const { id } = (await addPasskey(at, device)).body;
  expect((await at.del(`${PATH}/${id}`)).status).toBe(204);
  const factor = (await at.get<SecondFactorView>('/api/auth/second-factor')).body;
  expect([factor.passkeys, factor.recoveryCodesLeft]).toEqual([0, 0]);
  expect(codeOf(await signInByPasskey(browser(world), device))).toBe('passkey-not-valid');
  expect((await browser(world).signIn('hanako@city.example')).body.owed).toBeNull();
});

test('nobody sees or removes another person’s, nor one that is not there', async () => {
  const { at } = await signedIn();
  const { id } = (await addPasskey(at, authenticator())).body;
  await addPasskey(at, authenticator());
  const admin = await world.as({ role: 'staff_admin' });
  expect((await admin.get<{ items: PasskeyView[] }>(PATH)).body.items).toEqual([]);
  expect((await admin.del(`${PATH}/${id}`)).status).toBe(404);
  expect((await at.del(`${PATH}/019a0000-0000-7000-8000-000000000001`)).status).toBe(404);
  expect((await at.del(`${PATH}/no-id`)).status).toBe(404);
  expect(await list(at)).toHaveLength(2);
});

test('there are ten at most, however many are added at once; the list takes the same queries for one and for ten', async () => {
  const { at } = await signedIn();
  const device = authenticator();
  await addPasskey(at, device);
  const count = async () => {
    world.queries.length = 0;
    await at.get(PATH);
    return world.queries.length;
  };
  const forOne = await count();
  for (let more = 0; more < 8; more += 1) expect((await addPasskey(at, authenticator())).status).toBe(201);
  // Two browsers of one person, each with a question of its own, race for the last place.
  const other = browser(world);
  await other.signIn(email);
  await proveByPasskey(other, device);
  const questions = await Promise.all([at, other].map((one) => one.post<NewPasskeyQuestion>(`${PATH}/challenge`)));
  const answers = await Promise.all(
    [at, other].map((one, index) => {
      const question = questions[index];
      if (!question) throw new Error('no question');
      return one.post(PATH, authenticator().make(question.body, '最後'));
    }),
  );
  // The slower one is refused, because of its place or because the quicker one has signed it out.
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  const left = await world.database.read(nobody, (db) => db.selectFrom('passkey').select('number').execute());
  expect(left).toHaveLength(10);
  const winner = answers[0]?.status === 201 ? at : other;
  expect(codeOf(await addPasskey(winner, authenticator()))).toBe('wrong-state');
  world.queries.length = 0;
  await winner.get(PATH);
  expect(world.queries.length).toBe(forOne);
});

test('the demonstration may try them, and owes no second step for it', async () => {
  await addAccount(world, { email: 'demo@office.example', demo: true });
  const at = browser(world);
  await at.signIn('demo@office.example');
  const device = authenticator();
  expect((await addPasskey(at, device)).body.recoveryCodes).toBeNull();
  expect((await browser(world).signIn('demo@office.example')).body.owed).toBeNull();
  expect((await signInByPasskey(browser(world), device)).body.account?.email).toBe('demo@office.example');
});
