import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const READY_MS = 180_000;
const running: ChildProcess[] = [];
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cop-desk-bench-'));
let nextPort = 3800 + (process.pid % 100) * 2;

const APP_SECRET = 'only for measuring, never for people 0123456789';

export type Started = { port: number; stop: () => Promise<void> };

export function buildWhenStale(): void {
  const script = `import('./server/build.mjs').then((one) => one.isFresh() || one.build({ quiet: true }))`;
  execFileSync(process.execPath, ['-e', script], { cwd: root, stdio: 'inherit' });
}

/** The built program, as an operator runs it. */
export function startProgram(databaseUrl: string): Promise<Started> {
  return startOn([path.join(root, 'dist/server/main.js')], '/readyz', settingsFor(databaseUrl));
}

/** `line` tells connections apart. */
export type Statement = { line: number; text: string; values: unknown[] };

/** The same, writing down what it sends to the database; `taken` answers what came since it was last asked. */
export async function startRecorded(databaseUrl: string): Promise<Started & { taken: () => Statement[] }> {
  const file = path.join(folder, 'statements.jsonl');
  fs.writeFileSync(file, '');
  const hook = path.join(root, 'tests/bench/record.mjs');
  const env = { ...settingsFor(databaseUrl), BENCH_RECORD: file };
  const started = await startOn(['--import', hook, path.join(root, 'dist/server/main.js')], '/readyz', env);
  let read = 0;
  const taken = () => {
    const lines = fs.readFileSync(file, 'utf8').split('\n').slice(0, -1);
    const fresh = lines.slice(read).map((line): Statement => JSON.parse(line));
    read = lines.length;
    return fresh;
  };
  return { ...started, taken };
}

function settingsFor(databaseUrl: string): Record<string, string> {
  // One signed-in person sends what hundreds would.
  const measuring = { RATE_FACTOR: '100000', LOG_LEVEL: 'error' };
  return { DATABASE_URL: databaseUrl, APP_SECRET, DEMO: '1', DATA_DIR: folder, ...measuring };
}

/** The bare handler it is measured against: does one thing, told in a file. */
export function startBare(kind: 'queue' | 'submit' | 'page', told: unknown): Promise<Started> {
  const file = path.join(folder, `${kind}-${nextPort}.json`);
  fs.writeFileSync(file, JSON.stringify(told));
  return startOn(['--import', 'tsx', path.join(root, `tests/bench/bare/${kind}.ts`), file], '/ready', {});
}

async function startOn(parameters: string[], readiness: string, env: Record<string, string>): Promise<Started> {
  const port = nextPort++;
  const child = spawn(process.execPath, parameters, {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.push(child);
  for (const until = Date.now() + READY_MS; Date.now() < until; await wait(50)) {
    if (child.exitCode !== null) throw new Error(`${parameters.at(-1)} ended with ${child.exitCode}.`);
    const answer = await fetch(`http://127.0.0.1:${port}${readiness}`).catch(() => null);
    if (answer?.ok) return { port, stop: () => stop(child) };
  }
  throw new Error(`${parameters.at(-1)} was never ready.`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

export async function stopAll(): Promise<void> {
  await Promise.all(running.splice(0).map(stop));
  fs.rmSync(folder, { recursive: true, force: true });
}
