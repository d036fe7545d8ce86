import { expect, test } from 'vitest';
import type { MadeToken, TokenView } from '#shared/accounts/contract.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const PATH = '/api/auth/tokens';
const COUNTING = { name: '集計', scope: 'read', days: 30 };
type List = { items: TokenView[] };

const make = async (client: Client, body: object = COUNTING) => (await client.post<MadeToken>(PATH, body)).body;
const listOf = async (client: Client) => (await client.get<List>(PATH)).body.items;

test('nobody signed out has access tokens', async () => {
  expect((await world.public.get(PATH)).status).toBe(401);
  expect((await world.public.post(PATH, COUNTING)).status).toBe(401);
  expect((await world.public.del(`${PATH}/019a0000-0000-7000-8000-000000000001`)).status).toBe(401);
});

test.each(['member_viewer', 'member_manager', 'staff_triager', 'staff_admin', 'auditor'] as const)(
  'a person makes, sees and ends their own: %s',
  async (role) => {
    const hanako = await world.as({ role });
    const made = await hanako.post<MadeToken>(PATH, COUNTING);
    expect([made.status, made.body.secret]).toEqual([201, expect.stringMatching(/^cop_[\w-]{43}$/)]);
    const { secret: _, ...view } = made.body;
    expect(await listOf(hanako)).toEqual([view]);
    expect(view).toMatchObject({ ...{ name: '集計', scope: 'read' }, lastUsedAt: null, over: false });
    expect(Date.parse(view.endsAt) - Date.parse(view.createdAt)).toBe(30 * 86_400_000);
    expect((await hanako.del(`${PATH}/${view.id}`)).status).toBe(204);
    expect(await listOf(hanako)).toEqual([]);
    expect((await hanako.del(`${PATH}/${view.id}`)).status).toBe(404);
  },
);

test('nobody else sees or ends them, not even the administrator', async () => {
  const manager = await world.as({ role: 'member_manager' });
  const memberId = manager.actor.memberId ?? '';
  const hanako = await world.as({ role: 'member_editor', memberId });
  const { id } = await make(hanako);
  for (const other of [manager, await world.as({ role: 'staff_admin' }), await world.as({ role: 'member_manager' })]) {
    expect(await listOf(other)).toEqual([]);
    expect((await other.del(`${PATH}/${id}`)).status).toBe(404);
  }
  expect((await listOf(hanako)).length).toBe(1);
});

test.each([
  ['no name', { ...COUNTING, name: ' ' }, '/name'],
  ['an unknown scope', { ...COUNTING, scope: 'all' }, '/scope'],
  ['no day', { ...COUNTING, days: 0 }, '/days'],
  ['more than a year', { ...COUNTING, days: 366 }, '/days'],
  ['half a day', { ...COUNTING, days: 0.5 }, '/days'],
])('what does not fit is refused: %s', async (_, body, pointer) => {
  const hanako = await world.as({ role: 'member_viewer' });
  const { status, body: problem } = await hanako.post<{ errors: { pointer: string }[] }>(PATH, body);
  expect([status, problem.errors.map((one) => one.pointer)]).toEqual([422, [pointer]]);
});

test('R-18 the secret is in one answer and nowhere else', async () => {
  const hanako = await world.as({ role: 'staff_triager' });
  const { secret } = await make(hanako);
  const rows = await world.database.read(nobody, async (db) => [
    await db.selectFrom('accessToken').selectAll().execute(),
    await db.selectFrom('history').selectAll().execute(),
    await db.selectFrom('outbox').selectAll().execute(),
  ]);
  expect(rows.map((some) => some.length)).toEqual([1, 1, 1]);
  const kept = JSON.stringify([rows, await listOf(hanako), world.logged, world.queries]);
  expect(kept).toContain('集計');
  expect(kept).not.toContain(secret.slice(4, 20));
});

test('there are ten at most, however many are asked for at once', async () => {
  const hanako = await world.as({ role: 'member_viewer' });
  const answers = await Promise.all(Array.from({ length: 14 }, () => hanako.post(PATH, COUNTING)));
  expect(answers.map((one) => one.status).sort()).toEqual([...Array(10).fill(201), ...Array(4).fill(409)]);
  expect(codeOf(await hanako.post(PATH, COUNTING))).toBe('wrong-state');
  const items = await listOf(hanako);
  expect((await hanako.del(`${PATH}/${items[3]?.id}`)).status).toBe(204);
  expect((await hanako.post(PATH, COUNTING)).status).toBe(201);
});

test('one whose time is over is shown so, and makes room for the next', async () => {
  const hanako = await world.as({ role: 'member_viewer' });
  await make(hanako, { ...COUNTING, days: 1 });
  await world.database.write(nobody, (tx) =>
    tx
      .updateTable('accessToken')
      .set({ createdAt: new Date(Date.now() - 86_400_001), endsAt: new Date(Date.now() - 1) })
      .execute(),
  );
  expect((await listOf(hanako)).map((one) => one.over)).toEqual([true]);
  const { id } = await make(hanako);
  expect((await listOf(hanako)).map((one) => one.id)).toEqual([id]);
});

test('the list asks as much for three as for one', async () => {
  const hanako = await world.as({ role: 'member_viewer' });
  const asked = async () => {
    world.queries.length = 0;
    await listOf(hanako);
    return world.queries.length;
  };
  await make(hanako);
  const one = await asked();
  await make(hanako);
  await make(hanako);
  expect(await asked()).toBe(one);
});
