import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CamelCasePlugin } from 'kysely';
import { generate, PostgresDialect } from 'kysely-codegen';
import { openDatabase } from './connect.ts';
import { MIGRATION_TABLES, migrate } from './migrate.ts';
import { withPrivileges } from './privileged.ts';

const FILE = fileURLToPath(new URL('./tables.ts', import.meta.url));

/** The TypeScript of db/tables.ts as the migrations demand it. */
export async function tablesSource(): Promise<string> {
  const database = await openDatabase({});
  try {
    await migrate(database);
    const source = await withPrivileges(database, (db) =>
      generate({
        db: db.withPlugin(new CamelCasePlugin()),
        dialect: new PostgresDialect(),
        camelCase: true,
        excludePattern: `(${MIGRATION_TABLES.join('|')})`,
        outFile: null,
        // The values as both engines hand them over, see OID in engine.ts.
        typeMapping: { date: 'string', int8: 'number', interval: 'string' },
        typeOnlyImports: true,
      }),
    );
    return source.replace('export interface DB {', 'export interface Tables {');
  } finally {
    await database.close();
  }
}

/** Writes db/tables.ts. */
export async function writeTables(): Promise<void> {
  await fs.writeFile(FILE, await tablesSource());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeTables();
