import { expect, test } from 'vitest';
import { addAccount, codeOf } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { addMail, readMails } from '#tests/support/outbox.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const at = new Date('2026-07-01T00:00:00Z');
const nowhere = '019a0000-0000-7000-8000-000000000001';

test('a failed mail is sent again, a waiting one is taken out, and both are written down', async () => {
  const coordinator = await world.as({ role: 'staff_coordinator' });
  const to = await addAccount(world, { email: 'hanako@city.example' });
  const dead = await addMail(world, to, {}, at, { state: 'dead', attempts: 10 });
  const ready = await addMail(world, to, {}, at);
  world.realNow = new Date('2026-07-02T00:00:00Z');
  expect((await coordinator.post(`/api/outbox/${dead}/retry`)).status).toBe(204);
  expect((await coordinator.post(`/api/outbox/${ready}/drop`)).status).toBe(204);
  expect((await readMails(world)).map((row) => [row.id, row.state, row.attempts, row.runAt])).toEqual([
    [dead, 'ready', 0, world.realNow],
    [ready, 'dropped', 0, at],
  ]);
  const history = await world.database.read(nobody, (db) =>
    db.selectFrom('history').select(['subjectId', 'action', 'fromState', 'toState']).orderBy('id').execute(),
  );
  expect(history).toEqual([
    { subjectId: dead, action: 'retry', fromState: 'dead', toState: 'ready' },
    { subjectId: ready, action: 'drop', fromState: 'ready', toState: 'dropped' },
  ]);
});

test('what is sent or on its way stays as it is', async () => {
  const admin = await world.as({ role: 'staff_admin' });
  const to = await addAccount(world, { email: 'hanako@city.example' });
  const sent = await addMail(world, to, {}, at, { state: 'sent' });
  const ready = await addMail(world, to, {}, at);
  await world.database.write(nobody, (tx) =>
    tx
      .updateTable('outbox')
      .set({ leaseUntil: new Date(Date.now() + 60_000) })
      .where('id', '=', ready)
      .execute(),
  );
  for (const path of [`${sent}/retry`, `${sent}/drop`, `${ready}/retry`, `${ready}/drop`]) {
    expect(codeOf(await admin.post(`/api/outbox/${path}`))).toBe('wrong-state');
  }
});

test('others may not, and what is not there is not there', async () => {
  const id = await addMail(world, await addAccount(world, { email: 'hanako@city.example' }));
  const registrar = await world.as({ role: 'registrar' });
  const admin = await world.as({ role: 'staff_admin' });
  for (const verb of ['retry', 'drop']) {
    expect((await world.public.post(`/api/outbox/${id}/${verb}`)).status).toBe(401);
    expect((await registrar.post(`/api/outbox/${id}/${verb}`)).status).toBe(403);
    expect((await admin.post(`/api/outbox/${nowhere}/${verb}`)).status).toBe(404);
  }
});
