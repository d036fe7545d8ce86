// `npm run dev`: the server under tsx and Vite in front of it, both with reload, as one command that stops cleanly.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { resolve } = createRequire(import.meta.url);
const port = process.env.PORT ?? '3000';
const webPort = process.env.WEB_PORT ?? '5173';
const env = {
  ...process.env,
  NODE_ENV: 'development',
  PORT: port,
  // Links and the same-origin check follow the address in the browser, which is Vite's.
  PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${webPort}`,
};

const run = (args) => spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
const tsx = join(resolve('tsx/package.json'), '..', 'dist', 'cli.mjs');
const vite = join(resolve('vite/package.json'), '..', 'bin', 'vite.js');
const children = [
  run([tsx, 'watch', '--clear-screen=false', 'server/main.ts']),
  run([vite, '--config', 'web/vite.config.ts', '--port', webPort, '--clearScreen', 'false']),
];

let stopping = false;
function stop(code) {
  if (stopping) return;
  stopping = true;
  process.exitCode = code;
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));
for (const child of children) child.on('exit', (code) => stop(code ?? 0));
console.log(`Open http://localhost:${webPort}`);
