import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { createLog } from '#server/log.ts';
import { keptProgrammes } from '#server/schedule/kept-programmes.ts';
import { publicPages } from '#server/schedule/public-pages.ts';
import type { Program } from '#server/start.ts';
import { startSomehow } from '#server/start-without.ts';
import { anonymous } from '#shared/actor.ts';
import { programme } from '#tests/support/builders/programme.ts';
import { released } from '#tests/support/builders/released.ts';
import { freshServerDatabase } from '#tests/support/database.ts';
import { publicRenderer } from '#web/schedule/public/render.tsx';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cop-without-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
const disk = keptProgrammes(folder);
const server = process.env.TEST_DATABASE_URL;
const files = { stylesheet: '/s.css', icon: '/i.svg' };
const program: Program = {
  prepareWorld: async () => ({ now: () => new Date('2027-11-11T11:20:00Z') }),
  parts: () => ({
    findActor: async (_ctx, _token, lang) => anonymous(lang),
    publicPages: publicPages(publicRenderer, files, null, disk),
  }),
  lastEvent: () => disk.latest(),
};
const configFor = (databaseUrl: string) =>
  readConfig({ PORT: '0', DATA_DIR: folder, DATABASE_URL: databaseUrl, APP_SECRET: 'k'.repeat(20) + 'm'.repeat(20) });

/** A port at which nobody listens. */
async function closedPort(): Promise<number> {
  const listener = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => listener.once('listening', resolve));
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}

test('without a database and without a kept programme there is nothing to show', async () => {
  const config = configFor(`postgres://nobody@127.0.0.1:${await closedPort()}/none`);
  await expect(startSomehow(config, createLog('silent'), program, () => {})).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
});

test('after a start without a database the public pages are there, of when they were kept; nothing else is', async () => {
  disk.keep(programme([released({ at: '14:00' })]), new Date('2027-11-11T09:05:00Z'));
  const config = configFor(`postgres://nobody@127.0.0.1:${await closedPort()}/none`);
  let told = 0;
  const running = await startSomehow(
    { ...config, demoNow: new Date('2027-11-11T11:20:00Z') },
    createLog('silent'),
    program,
    () => {
      told += 1;
    },
  );
  expect(told).toBe(1);
  // The address of port 0 is not known to the configuration; the server tells it.
  const { address } = running;
  for (const page of ['/', '/schedule/cop32', '/schedule/cop32/kiosk', '/schedule/cop32.ics']) {
    const answer = await fetch(`${address}${page}`);
    expect([page, answer.status]).toEqual([page, 200]);
    const text = await answer.text();
    expect(text).toContain('雨をためて使うまち');
    if (!page.endsWith('.ics')) expect(text).toContain('会場 12:05 時点');
  }
  expect((await fetch(`${address}/healthz`)).status).toBe(204);
  expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ ready: false, missing: ['database'] });
  expect((await fetch(`${address}/api/auth/me`)).status).toBe(503);
  await running.stop();
  await expect(fetch(`${address}/healthz`)).rejects.toThrow();
});

// The embedded database is in the program itself and cannot be away.
test.skipIf(!server)('everything opens once the database answers', { timeout: 90_000 }, async () => {
  const database = new URL(await freshServerDatabase(server ?? '', 'template1'));
  const target = { host: database.hostname, port: Number(database.port || 5432) };
  const gate = await closedPort();
  database.hostname = '127.0.0.1';
  database.port = String(gate);
  disk.keep(programme([released()]), new Date('2027-11-11T09:05:00Z'));
  const port = await closedPort();
  const config = { ...configFor(String(database)), port, publicUrl: `http://localhost:${port}` };
  const running = await startSomehow(config, createLog('silent'), program, () => {});
  expect((await fetch(`${running.address}/readyz`)).status).toBe(503);
  const proxy = net.createServer((socket) => {
    const through = net.connect(target);
    socket.pipe(through).pipe(socket);
    for (const end of [socket, through]) end.on('error', () => end.destroy());
  });
  proxy.listen(gate, '127.0.0.1');
  await expect
    .poll(
      () =>
        fetch(`${running.address}/readyz`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200);
  expect((await fetch(`${running.address}/api/auth/me`)).status).toBe(200);
  await running.stop();
  proxy.close();
});
