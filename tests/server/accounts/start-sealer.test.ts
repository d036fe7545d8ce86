import { expect, test } from 'vitest';
import { startSealer } from '#server/accounts/start-sealer.ts';
import { verifyHistory } from '#server/accounts/verify-history.ts';
import { createLog } from '#server/log.ts';
import { addHistory, sealAll } from '#tests/support/builders/history.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();

test('the record is sealed as it grows, its head goes into the log, and nothing is left at the end', {
  timeout: 150_000,
}, async () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  const heads = () => lines.map((line) => JSON.parse(line).historyHead).filter(Boolean);
  await addHistory(world.database, 4);
  const sealer = startSealer({ ...world.ctx, database: world.database }, log);
  await expect.poll(() => heads().length, { timeout: 60_000 }).toBe(1);
  const { head } = await verifyHistory(world.database);
  expect(heads()).toEqual([`4:${head?.hash}`]);
  await addHistory(world.database, 2);
  await expect.poll(async () => (await verifyHistory(world.database)).links, { timeout: 60_000 }).toBe(6);
  expect(heads()).toHaveLength(1);
  await addHistory(world.database, 1);
  await sealer.stop();
  // A transaction of somebody else on the same server may hold the last row up; it stays first in line.
  await sealAll(world.database);
  expect(await verifyHistory(world.database)).toMatchObject({ links: 7, waiting: 0, broken: null });
  expect(lines.filter((line) => line.includes('"warn"'))).toEqual([]);
});
