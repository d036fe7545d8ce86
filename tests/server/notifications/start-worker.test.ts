import { expect, test } from 'vitest';
import { createLog } from '#server/log.ts';
import { startMailWorker } from '#server/notifications/start-worker.ts';
import { addAccount } from '#tests/support/accounts.ts';
import { catchMail } from '#tests/support/mail-catcher.ts';
import { addMail, readMails } from '#tests/support/outbox.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const log = createLog('silent');

test('mail goes out as it comes, until the worker stops', async () => {
  const catcher = await catchMail();
  const settings = { ...world.ctx.settings, smtpUrl: catcher.url };
  const to = await addAccount(world, { email: 'hanako@city.example' });
  await addMail(world, to);
  const worker = startMailWorker({ ...world.ctx, settings, database: world.database }, log);
  await expect.poll(() => catcher.mails.length, { timeout: 10_000 }).toBe(1);
  await addMail(world, to);
  await expect.poll(() => catcher.mails.length, { timeout: 10_000 }).toBe(2);
  expect(await worker.stalled()).toBe(false);
  await worker.stop();
  await addMail(world, to, {}, new Date(Date.now() - 700_000));
  expect((await readMails(world)).map((row) => row.state)).toEqual(['sent', 'sent', 'ready']);
  expect(await worker.stalled()).toBe(true);
  await catcher.close();
});

test('without a mail server nothing is sent, and nothing is amiss', async () => {
  const to = await addAccount(world, { email: 'hanako@city.example' });
  await addMail(world, to, {}, new Date(Date.now() - 700_000));
  const worker = startMailWorker(world.ctx, log);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await readMails(world)).map((row) => [row.state, row.attempts])).toEqual([['ready', 0]]);
  expect(await worker.stalled()).toBe(false);
  await worker.stop();
});
