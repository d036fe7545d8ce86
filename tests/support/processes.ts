import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A folder of the test's own, removed after it. */
export function useFolder(): () => string {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cop-desk-test-'));
    made.push(folder);
    return folder;
  };
}

/** Starts one of this folder's programs in a process of its own. */
export function startProcess(file: string, ...parameters: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', path.join('tests/support', file), ...parameters], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Lets the writer acknowledge `count` rows, kills it without warning, and answers with what it acknowledged. */
export async function killWriterAfter(count: number, ...parameters: string[]): Promise<string[]> {
  const writer = startProcess('writer-process.ts', ...parameters);
  let said = '';
  writer.stdout?.on('data', (data) => {
    said += data;
    if (said.split('\n').length > count) writer.kill('SIGKILL');
  });
  await once(writer, 'close');
  return said.split('\n').slice(0, -1);
}
