import { createHash } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DirectoryInUse } from './errors.ts';

/**
 * Lets one process at a time use an embedded data directory; answers with the way to give it up.
 * Waits `waitMs` milliseconds for the owner, because a restart overlaps, then throws DirectoryInUse.
 * Without this a second process opens the directory silently and its commits vanish.
 */
export async function lockDataDir(directory: string, waitMs = 10_000): Promise<() => void> {
  const address = addressOf(directory);
  const end = Date.now() + waitMs;
  for (;;) {
    const server = net.createServer((socket) => {
      socket.on('error', () => {});
      socket.end(String(process.pid));
    });
    const problem = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      server.once('error', resolve).listen(address, () => resolve(null));
    });
    if (!problem) {
      server.unref();
      return () => server.close();
    }
    if (problem.code !== 'EADDRINUSE') throw problem;
    const owner = await askOwner(address);
    if (owner === null && process.platform === 'darwin') fs.rmSync(address, { force: true });
    else if (Date.now() > end) throw new DirectoryInUse(directory, owner ?? '?');
    else await wait(150);
  }
}

/**
 * A socket, not a file: on Linux and Windows the name vanishes with its process even after kill -9, a pid file
 * lies when pids repeat in containers, and a heartbeat stops while a long query holds the event loop.
 */
function addressOf(directory: string): string {
  const parent = path.dirname(path.resolve(directory));
  fs.mkdirSync(parent, { recursive: true });
  const place = fs.existsSync(directory)
    ? fs.realpathSync(directory)
    : path.join(fs.realpathSync(parent), path.basename(directory));
  const name = `cop-desk-${createHash('sha256').update(place).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return path.join(os.tmpdir(), `${name}.sock`);
}

/** The pid of the process that holds the directory; '?' when it is too busy to say; null when nobody answers. */
function askOwner(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    let said = '';
    const socket = net.connect(address);
    socket.on('data', (data) => {
      said += data;
    });
    socket.on('close', () => resolve(said || '?'));
    socket.on('error', () => resolve(null));
    socket.setTimeout(500, () => socket.destroy());
  });
}
