// Several instances of the built program on one new database, for the scripts beside this file.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { build, isFresh } from '../../server/build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const admin = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const ORIGIN = 'http://127.0.0.1';
const READY_MS = 120_000;
export const PASSWORD = 'cop-desk-demo';
const json = { 'content-type': 'application/json' };

/** Runs statements on a connection of its own; answers the last one's rows. */
export async function query(url, text, values = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Makes a database and starts `count` instances on ports from `base` on; `settings` are added to their environment. */
export async function startInstances({ count, base, settings = {}, program = 'dist/server/main.js' }) {
  if (!isFresh()) build({ quiet: true });
  const name = `cop_run_${randomUUID().slice(0, 8)}`;
  await query(admin, `create database ${name}`);
  const databaseUrl = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
  const secret = randomUUID() + randomUUID();
  const ports = Array.from({ length: count }, (_, at) => base + at);
  const env = {
    ...process.env,
    ...{ NODE_ENV: 'production', HOST: '127.0.0.1', DATABASE_URL: databaseUrl, APP_SECRET: secret, DEMO: '1' },
    ...{ LOG_LEVEL: 'error', INSTANCES: String(count), PUBLIC_URL: `${ORIGIN}:${base}`, ...settings },
  };
  const start = (port, more = {}) => {
    const options = { cwd: root, env: { ...env, PORT: String(port), ...more }, stdio: ['ignore', 'ignore', 'inherit'] };
    const child = spawn(process.execPath, [program], options);
    return { port, child, exited: new Promise((resolve) => child.once('exit', resolve)) };
  };
  const running = ports.map((port) => start(port));
  const stop = async () => {
    for (const { child } of running) child.kill('SIGTERM');
    await Promise.all(running.map(({ exited }) => exited));
    await query(admin, `drop database if exists ${name} with (force)`);
  };
  try {
    await Promise.all(ports.map(ready));
  } catch (error) {
    await stop();
    throw error;
  }
  return { ports, databaseUrl, secret, env, running, stop, start };
}

/** Waits until the instance behind a port answers that it is ready. */
export async function ready(port) {
  for (const until = Date.now() + READY_MS; Date.now() < until; await wait(200)) {
    const answer = await fetch(`${ORIGIN}:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`port ${port} was never ready`);
}

/** Calls an instance: a body is sent as JSON. */
export function call(port, method, path, { headers = {}, body } = {}) {
  const init =
    body === undefined ? { method, headers } : { method, headers: { ...json, ...headers }, body: JSON.stringify(body) };
  return fetch(`${ORIGIN}:${port}${path}`, init);
}

/** What of an answer's cookies is sent back. */
export function cookieOf(answer) {
  const set = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { cookie: set.join('; ') };
}

/** Signs a person of the demonstration in at one instance; answers the headers that say so. */
export async function signIn(port, email, password = PASSWORD) {
  const answer = await call(port, 'POST', '/api/auth/sign-in/email', { body: { email, password } });
  if (answer.status !== 200) throw new Error(`signing in as ${email} answered ${answer.status}`);
  return cookieOf(answer);
}

/** Checks one after another, and at the end what `npm run check` adds up. */
export function checks(report) {
  const results = [];
  return {
    async check(title, work) {
      const said = await Promise.resolve()
        .then(work)
        .then(
          (words) => ({ ok: true, words }),
          (error) => ({ ok: false, words: error.message }),
        );
      results.push(said.ok);
      console.log(`${said.ok ? 'ok  ' : 'FAIL'} ${title}${said.words ? `: ${said.words}` : ''}`);
    },
    end() {
      const failed = results.filter((ok) => !ok).length;
      const folder = new URL('../../test-results/', import.meta.url);
      mkdirSync(folder, { recursive: true });
      const sums = { numPassedTests: results.length - failed, numFailedTests: failed, testResults: [] };
      writeFileSync(new URL(`${report}.json`, folder), JSON.stringify(sums));
      process.exit(failed === 0 ? 0 : 1);
    },
  };
}
