import fs from 'node:fs';
import readline from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { CopyRefused } from './errors.ts';
import { MIGRATION_TABLES } from './migrate.ts';
import type { Tables } from './tables.ts';

/** A table as a copy needs it: its stored columns with their SQL types, and its primary key for a stable order. */
export type CopiedTable = { name: string; columns: { name: string; type: string }[]; key: string[] };

/** One line of a copy: the head, some rows of a table as text, or the end with all counts. */
export type CopyLine =
  | { format: string; schema: { name: string; checksum: string }[]; tables: CopiedTable[] }
  | { table: string; rows: (string | null)[][] }
  | { end: Record<string, number>; sequences: { name: string; value: string | null }[] };

/** The lines of a copy; throws CopyRefused when the file is missing, damaged or cut off. */
export async function* readLines(file: string): AsyncGenerator<CopyLine> {
  // The pipeline hands an error of any part to the last one, which the loop below then throws.
  const text = pipeline(fs.createReadStream(file), createGunzip(), () => {});
  try {
    for await (const line of readline.createInterface({ input: text })) yield JSON.parse(line);
  } catch (error) {
    throw new CopyRefused('The copy cannot be read: it is missing, damaged or cut off.', { cause: error });
  } finally {
    text.destroy();
  }
}

/** Every table of the product, each after the tables it refers to; constraints checked at COMMIT do not count. */
export async function tablesToCopy(db: Kysely<Tables>): Promise<CopiedTable[]> {
  const { rows: tables } = await sql<CopiedTable>`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
        from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select json_agg(a.attname order by array_position(k.conkey, a.attnum))
        from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
        where k.conrelid = c.oid and k.contype = 'p'), '[]') as key
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`.execute(db);
  const { rows: references } = await sql<{ from: string; to: string }>`
    select a.relname as "from", b.relname as "to" from pg_constraint k
    join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid
    where k.contype = 'f' and not k.condeferred and k.conrelid <> k.confrelid`.execute(db);
  return afterTheirReferences(
    tables.filter((table) => !MIGRATION_TABLES.includes(table.name)),
    references,
  );
}

function afterTheirReferences(tables: CopiedTable[], references: { from: string; to: string }[]): CopiedTable[] {
  const ordered: CopiedTable[] = [];
  let rest = tables;
  while (rest.length > 0) {
    const waiting = new Set(rest.map((table) => table.name));
    const free = rest.filter((table) => !references.some(({ from, to }) => from === table.name && waiting.has(to)));
    if (free.length === 0) throw new CopyRefused(`Tables refer to each other in a circle: ${[...waiting].join(', ')}.`);
    ordered.push(...free);
    rest = rest.filter((table) => !free.includes(table));
  }
  return ordered;
}
