// Builds the web app and the server when they are missing or older than their sources. Plain JavaScript: it runs first.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', 'built-from');
const SOURCES = ['web', 'shared', 'server', 'db'];
const MADE = ['dist/web/index.html', 'dist/server/main.js'];

/** One number for everything the build depends on: names and contents, not dates, which a checkout changes. */
function sourcesHash() {
  const hash = createHash('sha256');
  const add = (file) =>
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  for (const folder of SOURCES) {
    const found = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    const files = found
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
    for (const file of files.map((one) => one.slice(root.length)).sort()) {
      if (!file.endsWith('.md')) add(file);
    }
  }
  add('package-lock.json');
  add('package.json');
  return hash.digest('hex');
}

export function isFresh() {
  const made = MADE.every((file) => existsSync(join(root, file)));
  // A container holds the built program without its sources.
  if (made && !SOURCES.every((folder) => existsSync(join(root, folder)))) return true;
  return made && existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash();
}

function viteBin() {
  try {
    return join(createRequire(import.meta.url).resolve('vite/package.json'), '..', 'bin', 'vite.js');
  } catch {
    throw new Error(
      'The program is not built and the tools to build it are not installed. Run: npm ci && npm run build',
    );
  }
}

/** In a process of its own: the memory that building takes is given back before the server starts. */
function vite(config, quiet) {
  const args = [viteBin(), 'build', '--config', join(root, config), ...(quiet ? ['--logLevel', 'warn'] : [])];
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status, signal } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
  if (signal) process.exit(130);
  if (status !== 0) process.exit(status ?? 1);
}

export function build({ quiet = false } = {}) {
  const hash = sourcesHash();
  rmSync(stamp, { force: true });
  vite('web/vite.config.ts', quiet);
  vite('server/vite.config.ts', quiet);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, hash);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
