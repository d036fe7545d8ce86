import { beforeEach, expect, test } from 'vitest';
import type { MeView } from '#shared/accounts/contract.ts';
import { addAccount, addLink, codeOf } from '#tests/support/accounts.ts';
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
let key = '';
let recoveryCodes: string[] = [];
let accountId = '';
/** Somebody of the office with an app, set up five minutes ago. */
beforeEach(async () => {
  later(-300);
  accountId = await addAccount(world, { email });
  const first = browser(world);
  await first.signIn(email);
  ({ key, recoveryCodes } = await setUpApp(first, later(-300)));
  later(0);
});
const prove = (at: ReturnType<typeof browser>, code: string) => at.post<MeView>('/api/auth/second-factor', { code });
const sessions = () =>
  world.database.read(nobody, (db) => db.selectFrom('accountSession').selectAll().orderBy('createdAt').execute());

test('R-27 after the password comes a code, and only then the person; the token is another one', async () => {
  const at = browser(world);
  const half = await at.signIn(email);
  expect([half.status, half.body.account, half.body.owed]).toEqual([
    200,
    null,
    { owes: 'code', app: true, mail: false, passkey: false },
  ]);
  const before = at.token;
  const whole = await prove(at, appCode(key, START));
  expect([whole.status, whole.body.account?.id, whole.body.owed]).toEqual([200, accountId, null]);
  expect(at.token).not.toBe(before);
  expect((await browser(world, before).get<MeView>('/api/auth/me')).body).toMatchObject({ account: null, owed: null });
  expect((await at.get('/api/staff')).status).toBe(200);
  const [, session] = await sessions();
  expect(session).toMatchObject({ aal: 2, firstFactor: 'password', secondFactor: 'totp' });
  // Half an hour for the second step, and from then on as long as any session.
  expect(session?.endsAt).toEqual(new Date(START.getTime() + 12 * 3_600_000));
});

test('a code works once, and none before it works later', async () => {
  const [one, two] = [browser(world), browser(world)];
  await one.signIn(email);
  await two.signIn(email);
  const code = appCode(key, START);
  expect((await prove(one, code)).status).toBe(200);
  expect(codeOf(await prove(two, code))).toBe('wrong-code');
  expect(codeOf(await prove(two, appCode(key, START, -1)))).toBe('wrong-code');
  expect((await prove(two, appCode(key, START, 1))).status).toBe(200);
});

test('of four browsers with the same code at once one gets in', async () => {
  const four = [browser(world), browser(world), browser(world), browser(world)];
  for (const one of four) await one.signIn(email);
  const code = appCode(key, START);
  const answers = await Promise.all(four.map((one) => prove(one, code)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
});

test('one browser that sends its code twice at once stays signed in', async () => {
  const at = browser(world);
  await at.signIn(email);
  const [code, next] = [appCode(key, START), appCode(key, START, 1)];
  const answers = await Promise.all([prove(at, code), prove(at, next)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect((await sessions()).filter(({ aal }) => aal === 2).length).toBe(2);
});

test('a recovery code works once, typed wide or with spaces, and its owner is told', async () => {
  const [one, two] = [browser(world), browser(world)];
  await one.signIn(email);
  await two.signIn(email);
  const code = recoveryCodes[3] ?? '';
  const wide = Array.from(code, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)).join(' ');
  expect((await prove(one, wide)).status).toBe(200);
  expect(codeOf(await prove(two, code))).toBe('wrong-code');
  expect((await one.get('/api/auth/second-factor')).body).toMatchObject({ recoveryCodesLeft: 9 });
  const mails = await world.database.read(nobody, (db) => db.selectFrom('outbox').select('template').execute());
  expect(mails.map(({ template }) => template)).toContain('account.recovery-code-used');
  const kept = await world.database.read(nobody, (db) => db.selectFrom('recoveryCode').selectAll().execute());
  expect(JSON.stringify(kept)).not.toContain(code.replace('-', ''));
});

test('a mailed link is a first step only, and a foreign or made-up code none at all', async () => {
  const at = browser(world);
  const token = await addLink(world, accountId, 'sign_in', later(60));
  later(0);
  const half = await at.post<MeView>('/api/auth/sign-in/link/redemption', { token });
  expect([half.body.account, half.body.owed?.owes]).toEqual([null, 'code']);
  for (const code of ['000000', '1', 'ABCDEFGH', 'ABCDE-FGHJK', 'x'.repeat(40)]) {
    expect(codeOf(await prove(at, code))).toBe('wrong-code');
  }
  expect((await prove(at, '')).status).toBe(422);
  expect(codeOf(await prove(browser(world), '000000'))).toBe('not-signed-in');
  expect((await prove(at, appCode(key, START))).status).toBe(200);
  expect(codeOf(await prove(at, appCode(key, START, 1)))).toBe('wrong-state');
});

test('guessing codes is slowed down for the account, wherever it is tried from', async () => {
  const [one, two] = [browser(world), browser(world)];
  await one.signIn(email);
  await two.signIn(email);
  for (let time = 0; time < 10; time += 1) {
    expect(codeOf(await prove(time % 2 ? one : two, '000000'))).toBe('wrong-code');
  }
  const refused = await prove(two, appCode(key, START));
  expect([codeOf(refused), refused.headers.get('retry-after')]).toEqual(['too-many-tries', '1']);
  later(1);
  expect((await prove(two, appCode(key, START))).status).toBe(200);
});

test('a session that waits for its code ends after half an hour', async () => {
  const at = browser(world);
  await at.signIn(email);
  const code = appCode(key, later(1801));
  expect(codeOf(await prove(at, code))).toBe('not-signed-in');
});

test('what happened is in the record, without a code', async () => {
  const at = browser(world);
  await at.signIn(email);
  await prove(at, appCode(key, START));
  const rows = await world.database.read(nobody, (db) => db.selectFrom('history').selectAll().orderBy('id').execute());
  expect(rows.map(({ action, actorId, details }) => [action, actorId, details])).toEqual([
    ['begin-sign-in', accountId, { factor: 'password' }],
    ['begin-totp', accountId, {}],
    ['set-up-totp', accountId, {}],
    ['sign-in', accountId, { factor: 'totp' }],
    ['begin-sign-in', accountId, { factor: 'password' }],
    ['sign-in', accountId, { factor: 'totp' }],
  ]);
});

test('while the installation’s secret is being changed, app and recovery codes still work, and the key moves', async () => {
  const { appSecret: formerSecret } = world.ctx.settings;
  const appSecret = 'the new secret of this installation 01234';
  const signInWith = async (code: string) => {
    const at = browser(world);
    await at.signIn(email);
    return codeOf(await prove(at, code));
  };
  Object.assign(world.ctx.settings, { appSecret, formerSecret });
  try {
    expect(await signInWith(appCode(key, START))).toBeNull();
    expect(await signInWith(recoveryCodes[0] ?? '')).toBeNull();
    Object.assign(world.ctx.settings, { formerSecret: null });
    expect(await signInWith(appCode(key, START, 1))).toBeNull();
    expect(await signInWith(recoveryCodes[1] ?? '')).toBe('wrong-code');
  } finally {
    Object.assign(world.ctx.settings, { appSecret: formerSecret, formerSecret: null });
  }
});
