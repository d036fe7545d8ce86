import { expect, test } from 'vitest';
import { addAccount, addSession, codeOf, cookieOf, holding, PASSWORD } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { readMails } from '#tests/support/outbox.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const email = 'hanako@city.example';
const password = 'another long password';

async function begin() {
  const id = await addAccount(world, { email });
  const [here, elsewhere] = [await addSession(world, id, new Date()), await addSession(world, id, new Date())];
  const change = (body: object) => world.public.put('/api/auth/password', body, holding(here.token));
  const isIn = async (token: string) => (await world.public.get('/api/auth/sessions', holding(token))).status === 200;
  return { here, elsewhere, change, isIn };
}

test('a new password ends the other sessions, and is the one that signs in', async () => {
  const { here, elsewhere, change, isIn } = await begin();
  const changed = await change({ current: PASSWORD, password });
  expect(changed.status).toBe(204);
  const renewed = cookieOf(changed) ?? '';
  expect([await isIn(renewed), await isIn(here.token), await isIn(elsewhere.token)]).toEqual([true, false, false]);
  const mails = await readMails(world);
  expect(mails.map(({ template }) => template)).toEqual(['account.password-changed']);
  expect((await world.public.post('/api/auth/sign-in/email', { email, password: PASSWORD })).status).toBe(401);
  expect((await world.public.post('/api/auth/sign-in/email', { email, password })).status).toBe(200);
});

test('access tokens go on, and end when the person says so', async () => {
  const { here, change } = await begin();
  const token = { name: '集計', scope: 'read', days: 30 };
  const made = await world.public.post<{ secret: string }>('/api/auth/tokens', token, holding(here.token));
  const works = async () =>
    (await world.public.get('/api/staff', { authorization: `Bearer ${made.body.secret}` })).status === 200;
  const changed = await change({ current: PASSWORD, password });
  expect([changed.status, await works()]).toEqual([204, true]);
  const renewed = holding(cookieOf(changed));
  const body = { current: password, password: 'a third very long one', endTokens: true };
  expect((await world.public.put('/api/auth/password', body, renewed)).status).toBe(204);
  expect(await works()).toBe(false);
  const rows = await world.database.read(nobody, (db) =>
    db.selectFrom('history').select('details').where('action', '=', 'change-password').orderBy('id').execute(),
  );
  expect(rows.map(({ details }) => details)).toEqual([{}, { endedTokens: 1 }]);
});

test('it takes the present one, and is long and new', async () => {
  const { elsewhere, change, isIn } = await begin();
  expect(codeOf(await change({ current: 'not this one', password }))).toBe('wrong-credentials');
  for (const unfit of ['short', 'aaaaaaaaaaaaaaaa', 'Password-123456', 'hanako-2027-hanako', PASSWORD]) {
    expect((await change({ current: PASSWORD, password: unfit })).status).toBe(422);
  }
  expect(await isIn(elsewhere.token)).toBe(true);
  expect((await world.public.put('/api/auth/password', { current: PASSWORD, password })).status).toBe(401);
});

test('guessing the present one is slowed down', async () => {
  const { change } = await begin();
  for (let time = 0; time < 10; time += 1) await change({ current: 'not this one', password });
  expect(codeOf(await change({ current: PASSWORD, password }))).toBe('too-many-tries');
});
