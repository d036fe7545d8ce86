import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Tx } from '#db/connect.ts';
import { sealHistory } from '#server/accounts/seal-history.ts';
import { verifyHistory } from '#server/accounts/verify-history.ts';
import { addHistory, behindTheTriggers, sealAll } from '#tests/support/builders/history.ts';
import { nobody, useDatabase } from '#tests/support/database.ts';

const held = useDatabase();
const server = process.env.TEST_DATABASE_URL;
const seals = async () =>
  (
    await held.database.read(nobody, (db) =>
      db.selectFrom('historySeal').select(['seq', 'historyId', 'sealedAt']).orderBy('seq').execute(),
    )
  ).map((row) => row.seq);
const oneRow = (tx: Tx) =>
  sql<{ id: string }>`insert into history (id, at, actor_role, subject, subject_id, action)
    values (gen_random_uuid(), now(), 'system', 'request', gen_random_uuid(), 'edit') returning id`.execute(tx);

test('rows are sealed once, in an order without gaps, and new ones follow', async () => {
  await addHistory(held.database, 7);
  expect(await sealAll(held.database)).toBe(7);
  expect(await sealHistory(held.database, new Date())).toEqual({ sealed: 0, more: false });
  await addHistory(held.database, 3);
  expect(await sealAll(held.database)).toBe(3);
  expect(await seals()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(await verifyHistory(held.database)).toMatchObject({ links: 10, waiting: 0, broken: null });
});

test('more rows than a round takes are sealed in several', async () => {
  await addHistory(held.database, 5_003);
  await expect
    .poll(() => sealHistory(held.database, new Date()), { timeout: 10_000 })
    .toEqual({ sealed: 5_000, more: true });
  expect(await sealAll(held.database)).toBe(3);
  expect(await verifyHistory(held.database)).toMatchObject({ links: 5_003, broken: null });
});

test('a sealed row and its seal can be changed and removed by nobody', async () => {
  await addHistory(held.database, 2);
  await sealAll(held.database);
  for (const attempt of [
    'update history set reason = null',
    'delete from history',
    'update history_seal set seq = seq + 10',
    'delete from history_seal',
    'truncate history_seal',
  ]) {
    const refused = held.database.write(nobody, (tx) => sql.raw(attempt).execute(tx));
    await expect(refused, attempt).rejects.toMatchObject({ code: '42501' });
  }
  expect(await verifyHistory(held.database)).toMatchObject({ links: 2, broken: null });
});

test('rows that came with a copy, from a server that counted further, are sealed at the next start', async () => {
  await addHistory(held.database, 3);
  await sealAll(held.database);
  await addHistory(held.database, 2);
  await behindTheTriggers(
    held.database,
    `update history set xid = '900000000000' where id not in (select history_id from history_seal);
     update history_sealer set sealed_before = '900000000009'`,
  );
  expect(await sealHistory(held.database, new Date())).toMatchObject({ sealed: 0 });
  expect(await sealAll(held.database, true)).toBe(2);
  await addHistory(held.database, 1);
  expect(await sealAll(held.database)).toBe(1);
  expect(await verifyHistory(held.database)).toMatchObject({ links: 6, broken: null });
});

test.skipIf(!server)('a row whose transaction is still open is waited for, and nothing goes past it', async () => {
  let release = () => {};
  const open = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = held.database.write(nobody, async (tx) => {
    await oneRow(tx);
    await open;
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await held.database.write(nobody, oneRow);
  expect(await sealHistory(held.database, new Date())).toEqual({ sealed: 0, more: false });
  release();
  await slow;
  expect(await sealAll(held.database)).toBe(2);
  expect(await verifyHistory(held.database)).toMatchObject({ links: 2, waiting: 0, broken: null });
});

test.skipIf(!server)('several instances that seal at once make one chain', async () => {
  await addHistory(held.database, 12_000);
  const sealUntilDone = async () => {
    for (let rounds = 0; rounds < 6; rounds += 1) await sealHistory(held.database, new Date());
  };
  await Promise.all([sealUntilDone(), sealUntilDone(), sealUntilDone()]);
  await sealAll(held.database);
  expect((await seals()).length).toBe(12_000);
  expect(await verifyHistory(held.database)).toMatchObject({ links: 12_000, broken: null });
});
