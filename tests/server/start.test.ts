import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Hono } from 'hono';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import type { AppEnv } from '#server/context.ts';
import { createLog } from '#server/log.ts';
import { type Program, start } from '#server/start.ts';
import { anonymous } from '#shared/actor.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cop-start-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const prepared: string[] = [];
let jobsStopped = 0;
let slowBegan = 0;
const publicPages = new Hono<AppEnv>().get('/schedule/slow', async (c) => {
  slowBegan += 1;
  await new Promise((resolve) => setTimeout(resolve, 400));
  return c.text('finished');
});
const program: Program = {
  async prepareWorld(_, { dataDir }) {
    prepared.push(dataDir);
    return { now: () => new Date('2027-09-24T00:00:00Z') };
  },
  startJobs: [
    () => ({
      async stop() {
        jobsStopped += 1;
      },
      stalled: () => false,
    }),
  ],
  parts: () => ({ findActor: async (_ctx, _token, lang) => anonymous(lang), publicPages, routes: [] }),
};
const settings = (port: number) => readConfig({ PORT: String(port), DATA_DIR: folder, METRICS_PORT: '0' });

// Making an embedded database from nothing takes its time on a busy machine.
describe('the program', { timeout: 120_000 }, () => {
  test('prepares its world, listens, finishes what has begun and stops', async () => {
    const running = await start(settings(0), createLog('silent'), program);
    expect(prepared).toEqual([folder]);
    expect((await fetch(`${running.address}/readyz`)).status).toBe(200);
    const slow = fetch(`${running.address}/schedule/slow`);
    await expect.poll(() => slowBegan).toBe(1);
    const stopped = running.stop();
    expect(await (await slow).text()).toBe('finished');
    await stopped;
    expect(jobsStopped).toBe(1);
    await expect(fetch(`${running.address}/healthz`)).rejects.toThrow();
  });

  test('gives everything back when it cannot listen, so that it can be started again', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(start(settings(port), createLog('silent'), program)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(jobsStopped).toBe(2);
    other.close();
    const again = await start(settings(0), createLog('silent'), program);
    await again.stop();
  });
});
