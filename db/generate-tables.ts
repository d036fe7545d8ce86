import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CamelCasePlugin } from 'kysely';
import { generate, PostgresDialect } from 'kysely-codegen';
import { type Database, openDatabase } from './connect.ts';
import { MIGRATION_TABLES, migrate } from './migrate.ts';
import { withPrivileges } from './privileged.ts';

/** The TypeScript of db/tables.ts as a migrated database demands it. */
export async function tablesSource(database: Database): Promise<string> {
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
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const database = await openDatabase({});
  await migrate(database);
  await fs.writeFile(new URL('./tables.ts', import.meta.url), await tablesSource(database));
  await database.close();
}
