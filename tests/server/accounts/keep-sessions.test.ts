import { expect, test } from 'vitest';
import type { SessionView } from '#shared/accounts/contract.ts';
import { addSession, holding } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
type List = { items: SessionView[] };

test('one sees one’s own sessions and ends any of them', async () => {
  const hanako = await world.as({ role: 'member_viewer' });
  const other = await world.as({ role: 'staff_admin' });
  const elsewhere = await addSession(world, hanako.actor.accountId ?? '', new Date(Date.now() - 5_000));
  const list = async () => (await hanako.get<List>('/api/auth/sessions')).body.items;
  expect((await list()).map((one) => [one.id, one.current])).toEqual([
    [hanako.actor.sessionId, true],
    [elsewhere.sessionId, false],
  ]);
  expect((await other.del(`/api/auth/sessions/${elsewhere.sessionId}`)).status).toBe(404);
  expect((await list()).length).toBe(2);
  expect((await hanako.del(`/api/auth/sessions/${elsewhere.sessionId}`)).status).toBe(204);
  expect((await list()).map((one) => one.id)).toEqual([hanako.actor.sessionId]);
  expect((await hanako.del(`/api/auth/sessions/${elsewhere.sessionId}`)).status).toBe(404);
});

test('signing out ends the session and forgets the cookie, and may be repeated', async () => {
  const hanako = await world.as({ role: 'member_viewer' });
  const answer = await hanako.post('/api/auth/sign-out');
  expect(answer.status).toBe(204);
  expect(answer.headers.get('set-cookie')).toMatch(/^cop_s=; .*Max-Age=0$/);
  expect((await hanako.get('/api/auth/sessions')).status).toBe(401);
  const rows = await world.database.read(nobody, (db) =>
    db.selectFrom('history').select(['actorId', 'action']).execute(),
  );
  expect(rows).toEqual([{ actorId: hanako.actor.accountId, action: 'sign-out' }]);
  expect((await hanako.post('/api/auth/sign-out')).status).toBe(204);
  expect((await world.public.post('/api/auth/sign-out')).status).toBe(204);
});

test('one ends all other sessions of one’s own, at once and of nobody else', async () => {
  const hanako = await world.as({ role: 'staff_triager' });
  const other = await world.as({ role: 'staff_triager' });
  const tokens = [];
  for (let nth = 0; nth < 3; nth += 1) {
    tokens.push((await addSession(world, hanako.actor.accountId ?? '', new Date())).token);
  }
  const statusOf = async (token: string) => (await world.public.get('/api/auth/sessions', holding(token))).status;
  expect(await Promise.all(tokens.map(statusOf))).toEqual([200, 200, 200]);
  expect((await hanako.del('/api/auth/sessions')).status).toBe(204);
  expect(await Promise.all(tokens.map(statusOf))).toEqual([401, 401, 401]);
  expect((await hanako.get<List>('/api/auth/sessions')).body.items.map((one) => one.current)).toEqual([true]);
  expect((await other.get<List>('/api/auth/sessions')).body.items.length).toBe(1);
  expect((await hanako.del('/api/auth/sessions')).status).toBe(204);
});

test('nobody signed out has sessions', async () => {
  expect((await world.public.get('/api/auth/sessions')).status).toBe(401);
  expect((await world.public.del('/api/auth/sessions')).status).toBe(401);
  expect((await world.public.del('/api/auth/sessions/019a0000-0000-7000-8000-000000000001')).status).toBe(401);
});
