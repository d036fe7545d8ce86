import { expect, test } from 'vitest';
import { resetAtTerminal } from '#server/accounts/reset-at-terminal.ts';
import type { MadeToken } from '#shared/accounts/contract.ts';
import { addAccount, codeOf } from '#tests/support/accounts.ts';
import { authenticator } from '#tests/support/authenticator.ts';
import { nobody } from '#tests/support/database.ts';
import { readMails } from '#tests/support/outbox.ts';
import { addPasskey, signInByPasskey } from '#tests/support/passkeys.ts';
import { browser, setUpApp } from '#tests/support/second-factor.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const email = 'only.admin@office.example';

test('the only administrator gets in again with the password, and sets up a new second step', async () => {
  const id = await addAccount(world, { email, role: 'staff_admin' });
  const [at, device] = [browser(world), authenticator()];
  await at.signIn(email);
  await setUpApp(at, new Date());
  await addPasskey(at, device);
  const { secret } = (await at.post<MadeToken>('/api/auth/tokens', { name: '集計', scope: 'read', days: 30 })).body;
  const byToken = () => world.public.get('/api/accounts', { authorization: `Bearer ${secret}` });
  expect((await byToken()).status).toBe(200);

  await resetAtTerminal(world.database, email, new Date());
  expect((await at.get('/api/auth/sessions')).status).toBe(401);
  expect((await byToken()).status).toBe(401);
  expect(codeOf(await signInByPasskey(browser(world), device))).toBe('passkey-not-valid');
  expect((await browser(world).signIn(email)).body.owed?.owes).toBe('set-up');
  const [row] = await world.database.read(nobody, (db) =>
    db.selectFrom('history').selectAll().where('action', '=', 'reset-factor').execute(),
  );
  expect(row).toMatchObject({ actorId: null, actorRole: 'worker', subjectId: id, details: { at: 'terminal' } });
  expect((await readMails(world)).at(-1)?.template).toBe('account.second-factor-reset');
});

test('where there is nothing to take away, or nobody, it says so', async () => {
  await addAccount(world, { email, role: 'staff_admin' });
  await expect(resetAtTerminal(world.database, email, new Date())).rejects.toMatchObject({ code: 'wrong-state' });
  const nobodys = resetAtTerminal(world.database, 'nobody@office.example', new Date());
  await expect(nobodys).rejects.toMatchObject({ code: 'not-found' });
});
