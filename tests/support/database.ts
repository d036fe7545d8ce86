import fs from 'node:fs';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Database, openDatabase, type Who } from '#db/connect.ts';
import { MIGRATION_TABLES } from '#db/migrate.ts';
import { withPrivileges } from '#db/privileged.ts';

/** Nobody in particular: for tests that look at the data from outside. */
export const nobody: Who = { accountId: null, memberId: null, role: 'system' };

/** What a test file holds: its own database, the SQL it sent, and the clock it may set. */
export type TestDatabase = {
  readonly database: Database;
  /** Every statement since the test began; set `length = 0` to start counting anew. */
  readonly queries: string[];
  now: Date;
};

export const START = new Date('2026-07-01T00:00:00Z');

let serial = 0;

/** A fresh migrated database that no other test file sees; the caller closes it. */
export async function freshDatabase(onQuery: (sql: string) => void = () => {}): Promise<Database> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return openDatabase({ url: await freshServerDatabase(url), acquireTimeoutMs: 5_000, onQuery });
  return openDatabase({ snapshot: snapshotIn(process.env.TEST_SNAPSHOT), onQuery });
}

/** A fresh database without any table, of the kind the tests run on unless told otherwise. */
export async function emptyDatabase(url = process.env.TEST_DATABASE_URL): Promise<Database> {
  if (!url) return openDatabase({ snapshot: emptySnapshot() });
  const database = await openDatabase({ url: await freshServerDatabase(url, 'template1'), acquireTimeoutMs: 5_000 });
  await openToWorker(database);
  return database;
}

/** Lets the program's own role use whatever tables a test makes, as the migrations let it use theirs. */
export async function openToWorker(database: Database): Promise<void> {
  await withPrivileges(database, async (db) => {
    for (const role of ['cop_desk_nobody', 'cop_desk_worker']) {
      const { rows } = await sql`select from pg_roles where rolname = ${role}`.execute(db);
      if (rows.length === 0) await sql`create role ${sql.ref(role)} nologin`.execute(db);
    }
    await sql`alter default privileges in schema public grant all on tables to cop_desk_worker`.execute(db);
    await sql`alter default privileges in schema public grant all on sequences to cop_desk_worker`.execute(db);
  });
}

/** An initialised embedded database without any table. */
export function emptySnapshot(): Blob {
  return snapshotIn(process.env.TEST_EMPTY_SNAPSHOT);
}

function snapshotIn(file: string | undefined): Blob {
  if (!file) throw new Error('No prepared snapshot: run with tests/vitest.config.ts.');
  return new Blob([fs.readFileSync(file)]);
}

/** The address of a fresh database on the test server; migrated unless `template` says otherwise. */
export async function freshServerDatabase(url: string, template = process.env.TEST_TEMPLATE): Promise<string> {
  serial += 1;
  // Left behind on purpose: dropping it by force would kill connections still closing. The next run removes it.
  const name = `cop_test_${process.pid}_${serial}_${Date.now().toString(36)}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name} template ${template ?? 'template1'}`).finally(() => client.end());
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Gives a test file its own migrated database, emptied before each test. */
export function useDatabase(): TestDatabase {
  const queries: string[] = [];
  let database: Database | undefined;
  let reset = '';
  const held: TestDatabase = {
    get database() {
      if (!database) throw new Error('The database opens in beforeAll: use it inside a test or hook.');
      return database;
    },
    queries,
    now: START,
  };
  beforeAll(async () => {
    database = await freshDatabase((text) => queries.push(text));
    reset = await resetScript(database);
  });
  beforeEach(async () => {
    await withPrivileges(held.database, (_, line) => line.script(reset));
    queries.length = 0;
    held.now = START;
  });
  afterAll(async () => {
    await database?.close();
  });
  return held;
}

/** One message that empties every table which the migrations left empty, past triggers and foreign keys. */
async function resetScript(database: Database): Promise<string> {
  return withPrivileges(database, async (db) => {
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
    const deletes: string[] = [];
    for (const { name } of rows) {
      if (MIGRATION_TABLES.includes(name)) continue;
      const filled = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
      if (filled.rows.length === 0) deletes.push(`delete from "${name}"`);
    }
    return ['begin', 'set local session_replication_role = replica', ...deletes, 'commit'].join('; ');
  });
}
