import { AsyncResource } from 'node:async_hooks';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from '#db/id.ts';
import { withPrivileges } from '#db/privileged.ts';
import { created } from '#server/http/reply.ts';
import { routes } from '#server/http/route.ts';
import { defineOperations } from '#shared/operation.ts';
import { refuse } from '#shared/problem.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, useWorld } from '#tests/support/world.ts';

const Note = z.strictObject({ id: z.string(), name: z.string(), version: z.int() });
const operations = defineOperations({
  'POST /api/facts': {
    id: 'addFact',
    summary: 'Add',
    action: 'request.write',
    body: z.strictObject({ name: z.string() }),
    status: 201,
    answer: Note,
    idempotent: true,
  },
});
let failing: 'before' | 'after' | 'explained' | null = null;
const handled = routes(operations, {
  'POST /api/facts': async ({ ctx, actor, body }) => {
    if (failing === 'before') refuse('window-closed', {});
    const id = newId();
    const add = () =>
      ctx.database.write(actor, (tx) =>
        tx.insertInto('installation').values({ name: body.name, value: id }).executeTakeFirst(),
      );
    await add();
    // A constraint that speaks, and a look at what is in the way, as verbs do it.
    if (failing === 'explained') await add().catch(async () => refuse('room-taken', { by: await first() }));
    if (failing === 'after') throw new Error('the power went');
    return created({ id: await first(), name: body.name, version: 1 }, `/api/facts/${id}`);

    function first() {
      return ctx.database.read(actor, async (db) => {
        const row = await db
          .selectFrom('installation')
          .selectAll()
          .where('name', '=', body.name)
          .executeTakeFirstOrThrow();
        return row.value;
      });
    }
  },
});
const world = useWorld({ routes: handled });
/** Another request, which knows nothing of the transaction of this one. */
// The facts stand for whatever a member may write.
beforeAll(() =>
  withPrivileges(world.database, (_, line) => line.script('grant insert on installation to cop_desk_member')),
);
const outside = new AsyncResource('outside');
const key = (value = 'key-0001') => ({ 'idempotency-key': value });
const facts = () => world.database.read(nobody, (db) => db.selectFrom('installation').select('name').execute());
const codeOf = ({ body }: { body: unknown }) => (body as { type: string }).type;

describe('a repeated call', () => {
  let editor: Client;
  beforeEach(async () => {
    failing = null;
    editor = await world.as({ role: 'member_editor' });
  });

  test('answers the same and does nothing', async () => {
    const first = await editor.post('/api/facts', { name: 'a' }, key());
    const again = await editor.post('/api/facts', { name: 'a' }, key());
    expect([again.status, again.text, again.headers.get('location')]).toEqual([
      201,
      first.text,
      first.headers.get('location'),
    ]);
    expect([first.headers.get('idempotent-replayed'), again.headers.get('idempotent-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect(await facts()).toEqual([{ name: 'a' }]);
  });

  test('with another body is refused, with another key done again', async () => {
    await editor.post('/api/facts', { name: 'a' }, key());
    const other = await editor.post('/api/facts', { name: 'b' }, key());
    expect([other.status, codeOf(other)]).toEqual([422, '/problems/key-reused']);
    expect((await editor.post('/api/facts', { name: 'b' }, key('key-0002'))).status).toBe(201);
  });

  test('of somebody else is another call', async () => {
    await editor.post('/api/facts', { name: 'a' }, key());
    const colleague = await world.as({ role: 'member_editor' });
    const answer = await colleague.post('/api/facts', { name: 'b' }, key());
    expect([answer.status, answer.headers.get('idempotent-replayed')]).toEqual([201, null]);
  });

  test('is done once by ten at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => editor.post('/api/facts', { name: 'a' }, key())));
    expect([...new Set(all.map(({ status, text }) => `${status} ${text}`))]).toHaveLength(1);
    expect(all.filter(({ headers }) => headers.get('idempotent-replayed') === null)).toHaveLength(1);
    expect(await facts()).toHaveLength(1);
  });

  test.each(['before', 'after'] as const)('may be tried again when it failed %s its effect', async (when) => {
    failing = when;
    expect((await editor.post('/api/facts', { name: 'a' }, key())).status).toBe(when === 'before' ? 422 : 500);
    expect(await facts()).toEqual([]);
    failing = null;
    expect((await editor.post('/api/facts', { name: 'a' }, key())).status).toBe(201);
  });

  test('can explain what a constraint refused', async () => {
    failing = 'explained';
    const answer = await editor.post('/api/facts', { name: 'a' }, key());
    expect([answer.status, codeOf(answer)]).toEqual([409, '/problems/room-taken']);
    expect(await facts()).toEqual([]);
  });

  test('is forgotten after a day', async () => {
    await editor.post('/api/facts', { name: 'a' }, key());
    await world.database.write(nobody, (tx) =>
      sql`update idempotency set created_at = created_at - interval '25 hours'`.execute(tx),
    );
    const later = await editor.post('/api/facts', { name: 'b' }, key());
    expect([later.status, later.headers.get('idempotent-replayed')]).toEqual([201, null]);
  });

  test('with a changed role is not given the old answer', async () => {
    await editor.post('/api/facts', { name: 'a' }, key());
    await world.database.write(nobody, (tx) =>
      tx
        .updateTable('account')
        .set({ role: 'member_manager' })
        .where('id', '=', editor.actor.accountId ?? '')
        .execute(),
    );
    world.realNow = new Date(Date.now() + 5_000);
    expect(codeOf(await editor.post('/api/facts', { name: 'a' }, key()))).toBe('/problems/key-reused');
  });

  // The embedded engine runs one transaction after the other, so there nobody waits for a lock.
  test.runIf(process.env.TEST_DATABASE_URL)('is told to wait while the first is still going on', async () => {
    const principal = editor.actor.accountId ?? '';
    const held = { principal, key: 'key-0001', operation: 'addFact', fingerprint: Buffer.from('x') };
    const answer = await world.database.write(nobody, async (tx) => {
      await tx.insertInto('idempotency').values(held).execute();
      return outside.runInAsyncScope(() => editor.post('/api/facts', { name: 'a' }, key()));
    });
    expect([answer.status, codeOf(answer), answer.headers.get('retry-after')]).toEqual([
      409,
      '/problems/in-progress',
      '2',
    ]);
  });

  test('needs a key that is one', async () => {
    expect((await editor.post('/api/facts', { name: 'a' }, key('short'))).status).toBe(400);
  });
});
