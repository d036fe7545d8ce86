import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freshServerDatabase } from './database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const START_MS = 200_000;
/** The build is plain JavaScript, and gives its memory back when its process ends. */
const BUILD_WHEN_STALE = `import('./server/build.mjs').then((one) => one.isFresh() || one.build({ quiet: true }))`;

/** The demonstration accounts' password, as the program itself says it at its start. */
export const DEMO_PASSWORD = 'cop-desk-demo';

/** The built program in a process of its own, with data of its own that outlives a restart. */
export type BuiltProgram = {
  address: string;
  start: () => Promise<void>;
  /** Ends it as an operator would, or as a failing machine does. */
  end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
  /** Ends it and removes its data. */
  remove: () => Promise<void>;
};

/** Prepares the built program with empty data: embedded, or in a database of its own when given a server. */
export async function builtProgram(settings: Record<string, string> = {}, server?: string): Promise<BuiltProgram> {
  execFileSync(process.execPath, ['-e', BUILD_WHEN_STALE], { cwd: root, stdio: 'inherit' });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cop-desk-program-'));
  const port = await freePort();
  const env: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    PORT: String(port),
    DATA_DIR: folder,
    DEMO: '1',
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
    ...settings,
    ...(server
      ? { DATABASE_URL: await freshServerDatabase(server, 'template1'), APP_SECRET: randomUUID() + randomUUID() }
      : {}),
  };
  const address = `http://localhost:${port}`;
  let child: ChildProcess | null = null;
  const end: BuiltProgram['end'] = async (signal) => {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = once(ending, 'exit');
    ending.kill(signal);
    await ended;
  };
  return {
    address,
    async start() {
      child = spawn(process.execPath, [path.join(root, 'dist/server/main.js')], {
        cwd: folder,
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      await ready(address, child);
    },
    end,
    async remove() {
      await end('SIGTERM');
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(address: string, child: ChildProcess): Promise<void> {
  for (const until = Date.now() + START_MS; Date.now() < until; await wait(100)) {
    if (child.exitCode !== null) throw new Error(`The program ended at its start with ${child.exitCode}.`);
    const answer = await fetch(`${address}/readyz`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error('The program was never ready.');
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}

/** Signs in over HTTP and answers with the cookie to send. */
export async function cookieOf(address: string, email: string): Promise<string> {
  const answer = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: DEMO_PASSWORD }),
  });
  if (answer.status !== 200) throw new Error(`Signing in as ${email} answered ${answer.status}.`);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}
