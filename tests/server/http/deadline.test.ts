import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createApp } from '#server/app.ts';
import { routes } from '#server/http/route.ts';
import { createLog, createRequestLog } from '#server/log.ts';
import { anonymous } from '#shared/actor.ts';
import { defineOperations } from '#shared/operation.ts';
import { nobody } from '#tests/support/database.ts';
import { useWorld } from '#tests/support/world.ts';

const open = { action: 'public.read', answer: z.strictObject({}) } as const;
const operations = defineOperations({
  'POST /api/slow/between': { ...open, id: 'between', summary: 'Takes its time between two statements' },
  'POST /api/slow/end': { ...open, id: 'end', summary: 'Takes its time before the end' },
  'POST /api/slow/before': { ...open, id: 'before', summary: 'Takes its time before it begins' },
  'POST /api/slow/statement': { ...open, id: 'statement', summary: 'Has one long statement' },
  'POST /api/slow/never': { ...open, id: 'never', summary: 'Is never done' },
});

const SLOW_MS = 1_200;
const world = useWorld();
const add = (name: string) => sql`insert into organisation (id, kind, name_ja, name_en)
  values (gen_random_uuid(), 'member', ${name}, ${name})`;
const kept = async () => {
  const { rows } = await world.database.read(nobody, (db) =>
    sql`select from organisation where name_en = 'slow'`.execute(db),
  );
  return rows.length;
};
const slow = routes(operations, {
  'POST /api/slow/between': ({ ctx }) =>
    ctx.database.write(nobody, async (tx) => {
      await add('slow').execute(tx);
      await wait(SLOW_MS);
      await add('slow').execute(tx);
      return {};
    }),
  'POST /api/slow/end': ({ ctx }) =>
    ctx.database.write(nobody, async (tx) => {
      await add('slow').execute(tx);
      await wait(SLOW_MS);
      return {};
    }),
  'POST /api/slow/before': async ({ ctx }) => {
    await wait(SLOW_MS);
    return ctx.database.write(nobody, async (tx) => {
      await add('slow').execute(tx);
      return {};
    });
  },
  'POST /api/slow/statement': ({ ctx }) =>
    ctx.database.write(nobody, async (tx) => {
      await add('slow').execute(tx);
      await sql`select pg_sleep(3)`.execute(tx);
      return {};
    }),
  'POST /api/slow/never': () => new Promise<never>(() => {}),
});

async function call(path: string, deadlineMs: number) {
  const log = createRequestLog(createLog('silent'));
  const findActor = async () => anonymous('ja');
  const app = createApp(world.ctx, { findActor, log, routes: slow, checkAnswers: true, deadlineMs });
  const began = performance.now();
  const answer = await app.request(path, { method: 'POST' });
  const took = performance.now() - began;
  const { type = null } = (await answer.json()) as { type?: string };
  return { status: answer.status, type, after: answer.headers.get('retry-after'), took };
}

describe('a call that takes too long', () => {
  test.each(['between', 'end', 'before'])('is refused in time and leaves nothing: %s', async (where) => {
    const refused = await call(`/api/slow/${where}`, 150);
    expect(refused).toMatchObject({ status: 503, type: '/problems/unavailable', after: '2' });
    expect(refused.took).toBeLessThan(SLOW_MS);
    // Also once the work that was given up has come to its end.
    await wait(SLOW_MS + 100);
    expect(await kept()).toBe(0);
  });

  test.each([
    ['between', 2],
    ['end', 1],
    ['before', 1],
  ] as const)('within its time it is kept: %s', async (where, rows) => {
    expect(await call(`/api/slow/${where}`, 10_000)).toMatchObject({ status: 200 });
    expect(await kept()).toBe(rows);
  });

  test('is refused even when it never comes back', async () => {
    expect((await call('/api/slow/never', 100)).status).toBe(503);
  });

  test('does not let a statement of the server run on', async () => {
    if (world.database.kind === 'embedded') return;
    const running = async () => {
      const { rows } = await world.database.read(nobody, (db) =>
        sql`select from pg_stat_activity where query like 'select pg_sleep(3)%' and state = 'active'
          and datname = current_database()`.execute(db),
      );
      return rows.length;
    };
    const refused = await call('/api/slow/statement', 300);
    expect(refused).toMatchObject({ status: 503, type: '/problems/unavailable' });
    expect(refused.took).toBeLessThan(2_000);
    await wait(200);
    expect([await running(), await kept()]).toEqual([0, 0]);
  });
});

test('the connections of calls that took too long are used again', async () => {
  await Promise.all(Array.from({ length: 12 }, () => call('/api/slow/between', 20)));
  await wait(SLOW_MS + 100);
  expect((await call('/api/slow/end', 10_000)).status).toBe(200);
  expect(await kept()).toBe(1);
}, 60_000);
