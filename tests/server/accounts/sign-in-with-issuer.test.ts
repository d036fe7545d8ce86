import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { updateAccount } from '#db/queries/accounts.ts';
import type { MeView } from '#shared/accounts/contract.ts';
import type { IssuerView, OwnBindings } from '#shared/accounts/issuer-operations.ts';
import { addAccount, codeOf } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { type RunningIssuer, runIssuer, type Says } from '#tests/support/issuer.ts';
import { readMails } from '#tests/support/outbox.ts';
import { appCode, type Browser, browser, setUpApp } from '#tests/support/second-factor.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const email = 'staff@office.example';
const RETURN = '/api/auth/issuer-return';
let issuer: RunningIssuer;
let accountId = '';
let key = '';
let at: Browser;
beforeAll(async () => {
  issuer = await runIssuer();
});
afterAll(() => issuer.close());
/** Somebody of the office with an app, and an issuer that vouches for the office's people. */
beforeEach(async () => {
  issuer.be('well');
  Object.assign(world.ctx.settings, { issuers: [issuer.settings()] });
  accountId = await addAccount(world, { email });
  at = browser(world);
  await at.signIn(email);
  ({ key } = await setUpApp(at, new Date()));
});
type Address = { address: string };
const begin = async (by: Browser, what = 'sign-in') => by.post<Address>(`/api/auth/issuers/toyama/${what}`);
const come = async (by: Browser, what: 'sign-in' | 'binding', says: Says = {}) => {
  const begun = await begin(by, what);
  return by.post<MeView>(RETURN, issuer.signedIn(begun.body.address, says));
};
const bound = async (says: Says = {}) => expect((await come(at, 'binding', says)).status).toBe(200);
const own = async (by: Browser) => (await by.get<OwnBindings>('/api/auth/issuer-bindings')).body;

test('once bound, the issuer signs in; with its word for a second factor nothing more is asked', async () => {
  await bound();
  const other = browser(world);
  const whole = await come(other, 'sign-in', { claims: { amr: ['pwd', 'mfa'] } });
  expect([whole.status, whole.body.account?.id, whole.body.owed]).toEqual([200, accountId, null]);
  expect((await other.get('/api/staff')).status).toBe(200);
  // Signed in there this morning, perhaps: what matters asks again.
  expect(codeOf(await other.post('/api/auth/recovery-codes'))).toBe('step-up-required');
  const [session] = await world.database.read(nobody, (db) =>
    db.selectFrom('accountSession').selectAll().orderBy('createdAt', 'desc').orderBy('id', 'desc').execute(),
  );
  expect(session).toMatchObject({ aal: 2, firstFactor: 'issuer', secondFactor: 'issuer', stepUpAt: null });
});

test('without that word our own second step is asked for', async () => {
  await bound();
  const other = browser(world);
  const half = await come(other, 'sign-in', { claims: { amr: ['pwd'] } });
  expect([half.body.account, half.body.owed]).toEqual([null, { owes: 'code', app: true, mail: false, passkey: false }]);
  const whole = await other.post<MeView>('/api/auth/second-factor', { code: appCode(key, new Date(), 1) });
  expect(whole.body.account?.id).toBe(accountId);
});

test('what goes to the issuer: PKCE, state and nonce, and nothing of anybody', async () => {
  const { body, headers } = await begin(browser(world));
  const sent = Object.fromEntries(new URL(body.address).searchParams);
  expect(sent).toEqual({
    ...{ client_id: 'cop-desk', response_type: 'code', scope: 'openid', prompt: 'select_account' },
    ...{ redirect_uri: 'http://localhost/sign-in/issuer', code_challenge_method: 'S256' },
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^s\.[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(headers.get('set-cookie')).toMatch(/^cop_p=[\w-]{43}; .*SameSite=Strict; Max-Age=600$/);
});

test.each<[string, Says]>([
  ['another nonce', { claims: { nonce: 'another' } }],
  ['another state', { state: `s.${'x'.repeat(43)}` }],
  ['another issuer in the token', { claims: { iss: 'https://evil.example' } }],
  ['another issuer in the address', { iss: 'https://evil.example' }],
  ['a token for somebody else', { claims: { aud: 'another-client' } }],
  ['a token that is over', { claims: { exp: Math.floor(Date.now() / 1000) - 3600 } }],
  ['a signature with a key nobody has published', { forged: true }],
  ['another directory', { claims: { tid: 'elsewhere' } }],
  ['no directory', { claims: { tid: undefined } }],
])('is refused: %s', async (_, says) => {
  await bound();
  expect(codeOf(await come(browser(world), 'sign-in', says))).toBe('issuer-not-valid');
  expect((await come(browser(world), 'sign-in')).status).toBe(200);
});

test('a code and a state serve once, and only at the browser that began', async () => {
  await bound();
  const [one, two] = [browser(world), browser(world)];
  const back = issuer.signedIn((await begin(one)).body.address);
  await begin(two);
  expect(codeOf(await two.post(RETURN, back))).toBe('issuer-not-valid');
  const answers = await Promise.all([one.post(RETURN, back), one.post(RETURN, back)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect(codeOf(await one.post(RETURN, back))).toBe('issuer-not-valid');
  // The same code again, with a state of its own.
  const replayed = issuer.signedIn((await begin(one)).body.address);
  expect(codeOf(await one.post(RETURN, { ...replayed, code: back.code }))).toBe('issuer-not-valid');
  world.realNow = new Date(Date.now() + 10 * 60_000 + 1000);
  const late = browser(world);
  world.realNow = null;
  const slow = issuer.signedIn((await begin(late)).body.address);
  world.realNow = new Date(Date.now() + 10 * 60_000 + 1000);
  expect(codeOf(await late.post(RETURN, slow))).toBe('issuer-not-valid');
});

test('nobody gets in by an address, and no account comes into being', async () => {
  const count = () => world.database.read(nobody, (db) => db.selectFrom('account').select('id').execute());
  const before = await count();
  const stranger = await come(browser(world), 'sign-in', { claims: { email, email_verified: true } });
  expect(codeOf(stranger)).toBe('issuer-not-bound');
  expect(await count()).toEqual(before);
});

test('a suspended account is answered like one that is not there', async () => {
  const unknown = await come(browser(world), 'sign-in');
  await bound();
  await world.database.write(nobody, (tx) => updateAccount(tx, accountId, { state: 'suspended' }));
  const suspended = await come(browser(world), 'sign-in');
  const plain = ({ text }: { text: string }) => text.replace(/urn:request:[0-9a-f-]+/, '');
  expect([suspended.status, plain(suspended)]).toEqual([401, plain(unknown)]);
});

test('an issuer vouches for its own organisation’s people only, also after somebody has moved', async () => {
  await bound();
  Object.assign(world.ctx.settings, { issuers: [issuer.settings({ organisation: '162019' })] });
  expect(codeOf(await come(browser(world), 'sign-in'))).toBe('issuer-not-bound');
  expect(codeOf(await begin(at, 'binding'))).toBe('wrong-state');
  expect((await own(at)).possible).toEqual([]);
});

test('domains: by hd, otherwise by a verified address', async () => {
  Object.assign(world.ctx.settings, { issuers: [issuer.settings({ tid: [], domains: ['city.example'] })] });
  await bound({ claims: { hd: 'city.example' } });
  const by = async (claims: Record<string, unknown>) => (await come(browser(world), 'sign-in', { claims })).status;
  expect(await by({ email: 'a@City.example' })).toBe(200);
  expect(await by({ email: 'a@city.example', email_verified: false })).toBe(401);
  expect(await by({ email: 'a@city.example.evil.example' })).toBe(401);
  expect(await by({})).toBe(401);
});

test('a dead issuer is a problem with words, never a failure of ours; it is asked at no other host', async () => {
  await bound();
  issuer.be('broken');
  const half = browser(world);
  const back = issuer.signedIn((await begin(half)).body.address);
  const broken = await half.post(RETURN, back);
  expect([broken.status, codeOf(broken)]).toEqual([424, 'issuer-unreachable']);
  Object.assign(world.ctx.settings, { issuers: [issuer.settings({ issuer: 'http://127.0.0.1:9' })] });
  expect(codeOf(await begin(browser(world)))).toBe('issuer-unreachable');
});

test('an issuer cannot send us to another host, unless the settings name it', async () => {
  const [liar, other] = [await runIssuer(), await runIssuer()];
  try {
    liar.sendTokensFrom(other.address);
    Object.assign(world.ctx.settings, { issuers: [liar.settings()] });
    const one = browser(world);
    const back = liar.signedIn((await begin(one)).body.address);
    expect(codeOf(await one.post(RETURN, back))).toBe('issuer-not-valid');
    expect(other.asked).toEqual([]);
    Object.assign(world.ctx.settings, { issuers: [liar.settings({ hosts: [new URL(other.address).host] })] });
    const again = liar.signedIn((await begin(one)).body.address);
    await one.post(RETURN, again);
    expect(other.asked).toEqual(['/token']);
  } finally {
    await Promise.all([liar.close(), other.close()]);
  }
});

test('one that never answers is given up after five seconds', async () => {
  const silent = await runIssuer();
  silent.be('silent');
  try {
    Object.assign(world.ctx.settings, { issuers: [silent.settings()] });
    const began = performance.now();
    expect(codeOf(await begin(browser(world)))).toBe('issuer-unreachable');
    expect(performance.now() - began).toBeLessThan(9_000);
  } finally {
    await silent.close();
  }
});

test('binding takes a fresh proof and the same person, is told by mail, recorded, and taken apart', async () => {
  expect(await own(at)).toEqual({ items: [], possible: [{ id: 'toyama', label: { ja: '富山市', en: 'Toyama' } }] });
  await bound();
  const { items, possible } = await own(at);
  expect([items.length, items[0]?.label?.ja, possible]).toEqual([1, '富山市', []]);
  // The same person there bound to a second account here, and a second person there to the same account.
  const other = browser(world);
  await addAccount(world, { email: 'other@office.example' });
  await other.signIn('other@office.example');
  await setUpApp(other, new Date());
  expect(codeOf(await come(other, 'binding'))).toBe('already-exists');
  expect(codeOf(await come(at, 'binding', { subject: 'taro' }))).toBe('already-exists');
  // Begun by one person, brought back after another has signed in at the same browser.
  const begun = issuer.signedIn((await begin(at, 'binding')).body.address, { subject: 'jiro' });
  other.proof = at.proof;
  expect(codeOf(await other.post(RETURN, begun))).toBe('issuer-not-valid');
  expect((await at.del(`/api/auth/issuer-bindings/${items[0]?.id}`)).status).toBe(204);
  expect(codeOf(await come(browser(world), 'sign-in'))).toBe('issuer-not-bound');
  const rows = await world.database.read(nobody, (db) =>
    db.selectFrom('history').select('action').where('action', 'like', '%issuer').orderBy('id').execute(),
  );
  expect(rows.map(({ action }) => action)).toEqual(['bind-issuer', 'unbind-issuer']);
  const mails = (await readMails(world)).map(({ template }) => template);
  expect(mails.filter((one) => one === 'account.issuer-changed')).toHaveLength(2);
  world.realNow = new Date(Date.now() + 11 * 60_000);
  expect(codeOf(await begin(at, 'binding'))).toBe('step-up-required');
});

test('the list is the same for everybody; what is not yours or not there is not found', async () => {
  const list = async (by: Browser) => (await by.get<{ items: IssuerView[] }>('/api/auth/issuers')).text;
  expect(await list(browser(world))).toBe(await list(at));
  expect((await browser(world).get('/api/auth/issuer-bindings')).status).toBe(401);
  expect((await browser(world).post('/api/auth/issuers/toyama/binding')).status).toBe(401);
  expect((await browser(world).post('/api/auth/issuers/elsewhere/sign-in')).status).toBe(404);
  expect((await at.post(RETURN, { code: '', state: 'x', iss: null })).status).toBe(422);
  expect((await at.del('/api/auth/issuer-bindings/019a0000-0000-7000-8000-000000000001')).status).toBe(404);
  await bound();
  const [mine] = (await own(at)).items;
  expect((await (await world.as({ role: 'staff_admin' })).del(`/api/auth/issuer-bindings/${mine?.id}`)).status).toBe(
    404,
  );
});

test('one list, however many are bound: the same queries', async () => {
  await bound();
  const count = async () => {
    world.queries.length = 0;
    await at.get('/api/auth/issuer-bindings');
    return world.queries.length;
  };
  const forOne = await count();
  await world.database.write(nobody, (tx) =>
    tx
      .insertInto('issuerBinding')
      .values(
        ['a', 'b'].map((one, nth) => ({
          ...{ id: `019a0000-0000-7000-8000-00000000000${nth}`, accountId, subject: one },
          ...{ issuer: `https://${one}.example`, createdAt: new Date() },
        })),
      )
      .execute(),
  );
  expect(await count()).toBe(forOne);
});
