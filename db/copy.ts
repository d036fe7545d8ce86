import fs from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import type { Database } from './connect.ts';
import { type CopiedTable, type CopyLine, readLines, tablesToCopy } from './copy-lines.ts';
import type { Line } from './engine.ts';
import { CopyRefused, sqlState } from './errors.ts';
import { schemaVersion } from './migrate.ts';
import { withPrivileges } from './privileged.ts';
import type { Tables } from './tables.ts';

const FORMAT = 'cop-desk-copy-1';
const BATCH = 500;
// Values travel as the text PostgreSQL itself writes and reads, so its style must be the same on both sides.
const STYLE = "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'";

/** The keys of passport data lie in a file of their own, so that old copies are of no use once a key is destroyed. */
const KEPT_APART = 'vault_key_bytes';
const keysBeside = (file: string) => `${file}.keys`;

/**
 * Writes a whole consistent copy of the database into a gzip file of JSON lines, and the keys of passport data beside
 * it; counts the rows of each table. Of the key files only the latest may be kept.
 */
export async function backup(database: Database, file: string): Promise<Record<string, number>> {
  return withPrivileges(database, async (db, line) => {
    const half = `${file}.part`;
    const target = fs.createWriteStream(half, { mode: 0o600, flush: true });
    const gzip = createGzip();
    gzip.pipe(target);
    const put = async (entry: CopyLine): Promise<void> => {
      if (!gzip.write(`${JSON.stringify(entry)}\n`)) await new Promise((resolve) => gzip.once('drain', resolve));
    };
    // Row security may hide nothing from a copy: with it off, a hidden row is an error.
    await line.script(`begin isolation level repeatable read read only; set local row_security = off; ${STYLE}`);
    try {
      const tables = await tablesToCopy(db);
      await put({ format: FORMAT, schema: await schemaVersion(db), tables });
      const counts: Record<string, number> = {};
      const keys: (string | null)[][] = [];
      for (const table of tables) {
        const apart = table.name === KEPT_APART;
        const rows = await copyRows(db, table, apart ? async (entry) => void keys.push(...rowsOf(entry)) : put);
        counts[table.name] = apart ? 0 : rows;
      }
      const { rows: sequences } = await sql<{ name: string; value: string | null }>`
        select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public' order by 1`.execute(
        db,
      );
      await put({ end: counts, sequences });
      gzip.end();
      await finished(target);
      fs.renameSync(half, file);
      if (!(KEPT_APART in counts)) return counts;
      fs.writeFileSync(keysBeside(file), `${JSON.stringify(keys)}\n`, { mode: 0o600 });
      return { ...counts, [KEPT_APART]: keys.length };
    } finally {
      gzip.destroy();
      fs.rmSync(half, { force: true });
      await line.finish('rollback');
    }
  });
}

const rowsOf = (entry: CopyLine) => ('rows' in entry ? entry.rows : []);

async function copyRows(
  db: Kysely<Tables>,
  table: CopiedTable,
  put: (entry: CopyLine) => Promise<void>,
): Promise<number> {
  const texts = table.columns.map((column) => sql`${sql.ref(column.name)}::text`);
  const order = table.key.length > 0 ? sql`order by ${sql.join(table.key.map((name) => sql.ref(name)))}` : sql``;
  await sql`declare copied no scroll cursor for
    select json_build_array(${sql.join(texts)})::text as row from ${sql.table(table.name)} ${order}`.execute(db);
  let count = 0;
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(BATCH)} from copied`.execute(db);
    if (rows.length === 0) break;
    count += rows.length;
    await put({ table: table.name, rows: rows.map(({ row }) => JSON.parse(row)) });
  }
  await sql`close copied`.execute(db);
  return count;
}

/**
 * Fills an empty migrated database from a copy, all or nothing; counts the rows of each table.
 * Throws CopyRefused when the database is not empty, has other migrations, or the file is cut off.
 */
export async function restore(database: Database, file: string): Promise<Record<string, number>> {
  return withPrivileges(database, async (db, line) => {
    await line.script(`begin; set local row_security = off; ${STYLE}`);
    try {
      const counts = await fill(db, readLines(file));
      if (KEPT_APART in counts) counts[KEPT_APART] = await fillKeys(db, keysBeside(file));
      await commit(line);
      return counts;
    } catch (error) {
      await line.finish('rollback');
      // Data that a constraint or a type refuses did not come out of a database like this one.
      const damaged = /^2[23]/.test(sqlState(error) ?? '');
      throw damaged ? new CopyRefused('The copy is damaged: its rows do not fit together.', { cause: error }) : error;
    }
  });
}

/** Takes in the keys that lie beside a copy, of those it knows; without the file no passport data can be read. */
async function fillKeys(db: Kysely<Tables>, file: string): Promise<number> {
  if (!fs.existsSync(file)) return 0;
  const rows = readKeys(file);
  const { numAffectedRows } = await sql`insert into vault_key_bytes (key_id, wrapped)
    select (r ->> 0)::int, (r ->> 1)::bytea from json_array_elements(${JSON.stringify(rows)}::json) as r
    where exists (select from vault_key k where k.id = (r ->> 0)::int and k.live)`.execute(db);
  return Number(numAffectedRows ?? 0);
}

function readKeys(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CopyRefused('The keys beside the copy cannot be read.', { cause: error });
  }
}

async function commit(line: Line): Promise<void> {
  if ((await line.finish('commit')) !== 'COMMIT') throw new CopyRefused('The copy was not taken in.');
}

async function fill(db: Kysely<Tables>, lines: AsyncIterable<CopyLine>): Promise<Record<string, number>> {
  const tables = new Map((await tablesToCopy(db)).map((table) => [table.name, table]));
  const counts: Record<string, number> = Object.fromEntries([...tables.keys()].map((name) => [name, 0]));
  let begun = false;
  for await (const entry of lines) {
    if ('format' in entry) {
      if (entry.format !== FORMAT) throw new CopyRefused('This file is not a copy of a COP Desk database.');
      const here = await schemaVersion(db);
      if (JSON.stringify(entry.schema) !== JSON.stringify(here)) {
        throw new CopyRefused('The copy was made with other migrations: use the program version that made it.');
      }
      await refuseFilled(db, [...tables.values()]);
      begun = true;
    } else if (!begun) {
      throw new CopyRefused('This file is not a copy of a COP Desk database.');
    } else if ('table' in entry) {
      const table = tables.get(entry.table);
      if (!table) throw new CopyRefused(`The copy holds an unknown table: ${entry.table}.`);
      await insertRows(db, table, entry.rows);
      counts[table.name] = (counts[table.name] ?? 0) + entry.rows.length;
    } else {
      for (const [name, count] of Object.entries(entry.end)) {
        if (counts[name] !== count) throw new CopyRefused(`The copy is damaged: ${name} has missing rows.`);
      }
      for (const { name, value } of entry.sequences) {
        if (value !== null) await sql`select setval(${name}::regclass, ${value}::bigint)`.execute(db);
      }
      return counts;
    }
  }
  throw new CopyRefused('The copy is cut off: its last line is missing.');
}

async function insertRows(db: Kysely<Tables>, table: CopiedTable, rows: (string | null)[][]): Promise<void> {
  const names = sql.join(table.columns.map((column) => sql.ref(column.name)));
  const values = sql.join(table.columns.map((column, at) => sql`(r ->> ${sql.lit(at)})::${sql.raw(column.type)}`));
  await sql`insert into ${sql.table(table.name)} (${names}) overriding system value
    select ${values} from json_array_elements(${JSON.stringify(rows)}::json) as r`.execute(db);
}

async function refuseFilled(db: Kysely<Tables>, tables: CopiedTable[]): Promise<void> {
  for (const table of tables) {
    const { rows } = await sql`select 1 from ${sql.table(table.name)} limit 1`.execute(db);
    if (rows.length > 0) throw new CopyRefused(`The database is not empty: table ${table.name} has rows.`);
  }
}
