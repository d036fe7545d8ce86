import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type Database, openDatabase } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { migrationsFolder, readMigrations } from '#db/migration-files.ts';
import { snapshotOf } from '#db/privileged.ts';
import { openToWorker } from './database.ts';

/** Prepares one migrated database, of which every test file takes a fresh copy. */
export async function setup(): Promise<void> {
  const folder = migrationsFolder();
  const files = readMigrations(folder).map(({ name, checksum }) => `${name} ${checksum}`);
  const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
  const url = process.env.TEST_DATABASE_URL;
  if (url) await prepareTemplate(url, `cop_template_${version}`);
  // Also beside a server: copies travel between both kinds.
  await prepareSnapshot(version);
}

async function prepareSnapshot(version: string): Promise<void> {
  const folder = fileURLToPath(new URL('../../node_modules/.cache/cop-desk', import.meta.url));
  const migrated = `${folder}/migrated-${version}.tar`;
  const empty = `${folder}/empty.tar`;
  process.env.TEST_SNAPSHOT = migrated;
  process.env.TEST_EMPTY_SNAPSHOT = empty;
  if ([migrated, empty].every((file) => fs.existsSync(file))) return;
  fs.mkdirSync(folder, { recursive: true });
  for (const old of fs.readdirSync(folder)) {
    const made = fs.statSync(`${folder}/${old}`).mtimeMs;
    if (made < Date.now() - 86_400_000) fs.rmSync(`${folder}/${old}`, { force: true });
  }
  await keepSnapshotAfter(migrate, migrated);
  await keepSnapshotAfter(openToWorker, empty);
}

async function keepSnapshotAfter(prepare: (database: Database) => Promise<unknown>, file: string): Promise<void> {
  const database = await openDatabase({});
  await prepare(database);
  await keepSnapshot(database, file);
  await database.close();
}

async function keepSnapshot(database: Database, file: string): Promise<void> {
  const half = `${file}.${process.pid}`;
  fs.writeFileSync(half, Buffer.from(await (await snapshotOf(database)).arrayBuffer()));
  fs.renameSync(half, file);
}

async function prepareTemplate(url: string, template: string): Promise<void> {
  process.env.TEST_TEMPLATE = template;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(4711)');
    const { rows } = await client.query<{ name: string }>('select datname as name from pg_database');
    for (const { name } of rows) {
      const pid = /^cop_test_(\d+)_/.exec(name)?.[1];
      // Databases of processes that ended; those of a run going on beside this one stay.
      if (pid && !isAlive(Number(pid))) await client.query(`drop database if exists ${name}`).catch(() => {});
    }
    if (rows.some((row) => row.name === template)) return;
    const half = `cop_test_${process.pid}_template`;
    await client.query(`create database ${half}`);
    const address = new URL(url);
    address.pathname = `/${half}`;
    const database = await openDatabase({ url: address.href, acquireTimeoutMs: 5_000 });
    await migrate(database);
    await database.close();
    await renameWhenFree(client, half, template);
  } finally {
    await client.end();
  }
}

/** The server needs a moment to notice that the last connection has gone. */
async function renameWhenFree(client: pg.Client, from: string, to: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await client.query(`alter database ${from} rename to ${to}`);
      return;
    } catch (error) {
      if (tries >= 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
