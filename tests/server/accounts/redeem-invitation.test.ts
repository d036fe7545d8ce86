import { expect, test } from 'vitest';
import type { MeView } from '#shared/accounts/contract.ts';
import { addAccount, addLink, codeOf, PASSWORD } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const email = 'new@city.example';
const soon = () => new Date(Date.now() + 60_000);
const redeem = (token: string, more = {}) =>
  world.public.post<MeView>('/api/auth/invitation/redemption', {
    token,
    name: '新任 一郎',
    password: PASSWORD,
    ...more,
  });

test('an invitation sets name and password, signs in, and is spent', async () => {
  const id = await addAccount(world, { email, state: 'invited', password: null, demo: true });
  const token = await addLink(world, id, 'invitation', soon());
  const answers = await Promise.all([redeem(token), redeem(token)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  const account = answers.find(({ status }) => status === 200)?.body.account;
  expect(account).toMatchObject({ id, name: '新任 一郎', version: 2 });
  expect((await world.public.post('/api/auth/sign-in/email', { email, password: PASSWORD })).status).toBe(200);
  expect(codeOf(await redeem(token))).toBe('link-not-valid');
  const history = await world.database.read(nobody, (db) =>
    db.selectFrom('history').selectAll().orderBy('id').execute(),
  );
  expect(history.map((row) => [row.action, row.toState])).toEqual([
    ['accept-invitation', 'active'],
    ['sign-in', null],
    ['sign-in', null],
  ]);
  expect(JSON.stringify(history)).not.toMatch(/新任|city\.example/);
});

test('a sign-in link, a late one and a suspended person’s one are no invitations', async () => {
  const active = await addLink(world, await addAccount(world, { email }), 'sign_in', soon());
  const off = await addAccount(world, { email: 'off@city.example', state: 'suspended' });
  const suspended = await addLink(world, off, 'invitation', soon());
  const invited = await addAccount(world, { email: 'in@city.example', state: 'invited', password: null });
  const late = await addLink(world, invited, 'invitation', new Date(Date.now() - 1));
  for (const token of [active, suspended, late]) expect(codeOf(await redeem(token))).toBe('link-not-valid');
});

test('a short or a known password is refused, and the invitation stays', async () => {
  const id = await addAccount(world, { email, state: 'invited', password: null });
  const token = await addLink(world, id, 'invitation', soon());
  expect((await redeem(token, { password: 'too short' })).status).toBe(422);
  const known = await redeem(token, { name: 'Ichiro Shinnin', password: 'shinnin-ichiro1' });
  expect([known.status, (known.body as unknown as { errors: { pointer: string }[] }).errors[0]?.pointer]).toEqual([
    422,
    '/password',
  ]);
  expect((await redeem(token, { name: ' ' })).status).toBe(422);
  expect((await redeem(token)).status).toBe(200);
});
