import { expect, test } from 'vitest';
import type { AccountView } from '#shared/accounts/contract.ts';
import { addAccount, codeOf } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const change = (by: Client, whom: Client | string, role: string, state = 'active', version = 1) => {
  const id = typeof whom === 'string' ? whom : whom.actor.accountId;
  return by.patch<AccountView & { current: AccountView }>(`/api/accounts/${id}`, { role, state }, ifMatch(version));
};

test('whoever gets another role or is suspended is signed out at once', async () => {
  const admin = await world.as({ role: 'staff_admin' });
  const triager = await world.as({ role: 'staff_triager' });
  // With a password, so that it is the ended session that keeps them out, not the state of an account never accepted.
  await world.database.write(nobody, (tx) => tx.updateTable('account').set({ passwordHash: 'some' }).execute());
  expect((await triager.get('/api/staff')).status).toBe(200);
  const changed = await change(admin, triager, 'staff_coordinator');
  expect([changed.status, changed.body.role, changed.body.version]).toEqual([200, 'staff_coordinator', 2]);
  expect((await triager.get('/api/staff')).status).toBe(401);
  const stale = await change(admin, triager, 'registrar');
  expect([stale.status, stale.body.current]).toEqual([412, changed.body]);
  expect((await change(admin, triager, 'staff_coordinator', 'suspended', 2)).body.state).toBe('suspended');
  const history = await world.database.read(nobody, (db) =>
    db.selectFrom('history').select(['action', 'fromState', 'toState', 'actorId']).orderBy('id').execute(),
  );
  const actorId = admin.actor.accountId;
  expect(history).toEqual([
    { action: 'change', fromState: 'active', toState: 'active', actorId },
    { action: 'change', fromState: 'active', toState: 'suspended', actorId },
  ]);
});

test('whoever had a password may come back', async () => {
  const admin = await world.as({ role: 'staff_admin' });
  const id = await addAccount(world, { email: 'off@office.example', role: 'auditor', state: 'suspended' });
  expect((await change(admin, id, 'auditor')).body.state).toBe('active');
});

test('a manager looks after the own officers and viewers alone', async () => {
  const manager = await world.as({ role: 'member_manager' });
  const memberId = manager.actor.memberId ?? '';
  const editor = await world.as({ role: 'member_editor', memberId });
  const colleague = await world.as({ role: 'member_manager', memberId });
  const stranger = await world.as({ role: 'member_editor' });
  expect((await change(manager, editor, 'member_viewer', 'suspended')).status).toBe(200);
  expect((await change(manager, stranger, 'member_viewer')).status).toBe(404);
  expect((await change(manager, await world.as({ role: 'registrar' }), 'auditor')).status).toBe(404);
  expect(codeOf(await change(manager, colleague, 'member_viewer'))).toBe('not-allowed');
  expect(codeOf(await change(manager, editor, 'member_manager', 'active', 2))).toBe('not-allowed');
  expect(codeOf(await change(manager, manager, 'member_editor'))).toBe('not-allowed');
});

test('nobody changes themselves, and no role moves between the office and a municipality', async () => {
  const admin = await world.as({ role: 'staff_admin' });
  await world.as({ role: 'staff_admin' });
  expect(codeOf(await change(admin, admin, 'staff_admin', 'suspended'))).toBe('not-allowed');
  expect(codeOf(await change(admin, await world.as({ role: 'member_viewer' }), 'auditor'))).toBe('not-allowed');
});

test('two administrators who suspend each other at once leave one', async () => {
  const [one, two] = [await world.as({ role: 'staff_admin' }), await world.as({ role: 'staff_admin' })];
  const answers = await Promise.all([
    change(one, two, 'staff_admin', 'suspended'),
    change(two, one, 'auditor', 'active'),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
  const left = await world.database.read(nobody, (db) =>
    db.selectFrom('account').select('id').where('role', '=', 'staff_admin').where('state', '=', 'active').execute(),
  );
  expect(left.length).toBe(1);
});

test('others change nobody, and what does not fit is refused', async () => {
  const admin = await world.as({ role: 'staff_admin' });
  const viewer = await world.as({ role: 'member_viewer' });
  expect((await change(world.public, viewer, 'member_editor')).status).toBe(401);
  for (const role of ['member_editor', 'staff_coordinator', 'auditor'] as const) {
    expect((await change(await world.as({ role }), viewer, 'member_editor')).status).toBe(403);
  }
  expect((await change(admin, '019a0000-0000-7000-8000-000000000001', 'auditor')).status).toBe(404);
  expect((await change(admin, viewer, 'anonymous')).status).toBe(422);
  expect((await change(admin, viewer, 'member_editor', 'invited')).status).toBe(422);
});
