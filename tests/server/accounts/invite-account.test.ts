import { expect, test } from 'vitest';
import type { AccountView } from '#shared/accounts/contract.ts';
import { addAccount, addLink, codeOf, PASSWORD } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { readMails } from '#tests/support/outbox.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const invite = (email: string, role: string, memberId: string | null, more = {}) => ({
  ...{ email, name: '', role, memberId, lang: 'ja' },
  ...more,
});

test('a manager invites officers and viewers of the own municipality, by mail', async () => {
  const manager = await world.as({ role: 'member_manager' });
  const other = await world.as({ role: 'member_manager' });
  const { memberId } = manager.actor;
  const key = { 'idempotency-key': 'welcome-hanako' };
  const body = invite('Hanako@City.example', 'member_editor', memberId);
  const answer = await manager.post<AccountView>('/api/accounts', body, key);
  expect([answer.status, answer.body]).toMatchObject([
    201,
    { email: 'hanako@city.example', role: 'member_editor', state: 'invited', memberId, version: 1 },
  ]);
  expect((await manager.post('/api/accounts', body, key)).body).toEqual(answer.body);
  const mails = await readMails(world);
  expect(mails.map((row) => [row.accountId, row.template, row.params])).toEqual([
    [answer.body.id, 'account.invitation', { path: '/invitation', link: 'invitation' }],
  ]);
  for (const [role, whose] of [
    ['member_manager', memberId],
    ['staff_admin', null],
    ['member_viewer', other.actor.memberId],
  ] as const) {
    const refused = await manager.post<{ detail: string }>('/api/accounts', invite('x@city.example', role, whose));
    expect([refused.status, codeOf(refused)]).toEqual([403, 'not-allowed']);
    expect(refused.body.detail).not.toBe('');
  }
});

test('inviting again whoever has not accepted sends a new link; anybody else is there already', async () => {
  const admin = await world.as({ role: 'staff_admin' });
  const body = invite('new@office.example', 'registrar', null, { lang: 'en' });
  const first = await admin.post<AccountView>('/api/accounts', body);
  const again = await admin.post<AccountView>('/api/accounts', body);
  expect([again.status, again.body.id, (await readMails(world)).length]).toEqual([201, first.body.id, 2]);
  const otherRole = invite('new@office.example', 'auditor', null);
  expect(codeOf(await admin.post('/api/accounts', otherRole))).toBe('already-exists');
  await world.database.write(nobody, (tx) =>
    tx.updateTable('account').set({ state: 'active' }).where('id', '=', first.body.id).execute(),
  );
  expect(codeOf(await admin.post('/api/accounts', body))).toBe('already-exists');
});

test('a manager cannot learn by inviting whether another municipality knows an address', async () => {
  const manager = await world.as({ role: 'member_manager' });
  const { memberId } = manager.actor;
  const other = await world.as({ role: 'member_manager' });
  const person = { role: 'member_editor', memberId: other.actor.memberId } as const;
  await addAccount(world, { email: 'active@city.example', ...person });
  await addAccount(world, { email: 'off@city.example', state: 'suspended', ...person });
  await addAccount(world, { email: 'wait@city.example', state: 'invited', password: null, ...person });
  await addAccount(world, { email: 'staff@city.example' });
  const told = async (email: string) => {
    const answer = await manager.post<AccountView>('/api/accounts', invite(email, 'member_viewer', memberId));
    const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id');
    const listed = await manager.get<{ items: AccountView[] }>('/api/accounts');
    const { id } = answer.body;
    const seen = listed.body.items.find((one) => one.id === id);
    return JSON.stringify([answer.status, headers, answer.text, seen]).replaceAll(id, 'id').replaceAll(email, 'email');
  };
  const unknown = await told('nobody@city.example');
  expect(unknown).toContain('201');
  for (const name of ['active', 'off', 'wait', 'staff']) {
    expect(await told(`${name}@city.example`)).toBe(unknown);
  }
  // Nor can whoever has an account already get a second one by accepting.
  const second = await world.database.read(nobody, (db) =>
    db
      .selectFrom('account')
      .select('id')
      .where('email', '=', 'active@city.example')
      .where('state', '=', 'invited')
      .execute(),
  );
  const token = await addLink(world, second[0]?.id ?? '', 'invitation', new Date(Date.now() + 60_000));
  const wish = { token, name: '新任 一郎', password: PASSWORD };
  expect(codeOf(await world.public.post('/api/auth/invitation/redemption', wish))).toBe('already-exists');
  const signIn = { email: 'active@city.example', password: PASSWORD };
  expect((await world.public.post('/api/auth/sign-in/email', signIn)).status).toBe(200);
});

test('role and municipality go together, and others invite nobody', async () => {
  const admin = await world.as({ role: 'staff_admin' });
  const manager = await world.as({ role: 'member_manager' });
  for (const body of [
    invite('x@city.example', 'member_viewer', null),
    invite('x@city.example', 'member_viewer', '019a0000-0000-7000-8000-000000000001'),
    invite('x@city.example', 'registrar', manager.actor.memberId),
  ]) {
    const misfit = await admin.post<{ errors: { pointer: string }[] }>('/api/accounts', body);
    expect([misfit.status, misfit.body.errors[0]?.pointer]).toEqual([422, '/memberId']);
  }
  const body = invite('x@city.example', 'registrar', null);
  expect((await world.public.post('/api/accounts', body)).status).toBe(401);
  for (const role of ['member_editor', 'staff_coordinator', 'auditor'] as const) {
    expect((await (await world.as({ role })).post('/api/accounts', body)).status).toBe(403);
  }
  expect(await readMails(world)).toEqual([]);
});

test('a manager invites thirty people a day, however many at once; the office as many as it needs', async () => {
  world.realNow = new Date('2026-07-01T00:00:00Z');
  const manager = await world.as({ role: 'member_manager' });
  const { memberId } = manager.actor;
  const many = (count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, at) =>
        manager.post(`/api/accounts`, invite(`n${at}-${count}@city.example`, 'member_viewer', memberId)),
      ),
    );
  expect((await many(33)).filter(({ status }) => status === 201)).toHaveLength(30);
  // Signing in forgets old tries of everybody's; not those of a day.
  world.realNow = new Date('2026-07-01T12:00:00Z');
  const email = 'somebody@city.example';
  await addAccount(world, { email, role: 'member_viewer', memberId });
  expect((await world.public.post('/api/auth/sign-in/email', { email, password: PASSWORD })).status).toBe(200);
  const [refused] = await many(1);
  expect([refused?.status, refused && codeOf(refused), refused?.headers.get('retry-after')]).toEqual([
    429,
    'too-many-requests',
    String(12 * 3600),
  ]);
  const admin = await world.as({ role: 'staff_admin' });
  expect((await admin.post('/api/accounts', invite('x@city.example', 'member_viewer', memberId))).status).toBe(201);
  world.realNow = new Date('2026-07-02T00:00:00Z');
  expect((await many(1)).map(({ status }) => status)).toEqual([201]);
}, 60_000);
