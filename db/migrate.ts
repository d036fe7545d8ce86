import { CompiledQuery, type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './connect.ts';
import { MigrationRefused } from './errors.ts';
import { type MigrationFile, migrationsFolder, readMigrations } from './migration-files.ts';
import { withPrivileges } from './privileged.ts';
import { splitSql } from './split-sql.ts';
import type { Tables } from './tables.ts';

/** Tables that belong to the migrations themselves. */
export const MIGRATION_TABLES = ['kysely_migration', 'kysely_migration_lock', 'migration_checksum'];

/**
 * Applies the migrations not yet applied, all or none, and answers with their names.
 * Throws MigrationRefused when an applied migration was edited or is unknown here.
 */
export async function migrate(database: Database, folder: string = migrationsFolder()): Promise<string[]> {
  const files = readMigrations(folder);
  return withPrivileges(database, async (db) => {
    await refuseEdited(db, files);
    const provider = { getMigrations: async () => Object.fromEntries(files.map((file) => [file.name, toApply(file)])) };
    const { error, results = [] } = await new Migrator({ db, provider }).migrateToLatest();
    if (error) throw error;
    return results.filter((result) => result.status === 'Success').map((result) => result.migrationName);
  });
}

/** The names and checksums of the applied migrations in order: two databases with equal lists have equal tables. */
export async function schemaVersion(db: Kysely<Tables>): Promise<{ name: string; checksum: string }[]> {
  const known = await sql<{ known: boolean }>`select to_regclass('migration_checksum') is not null as known`.execute(
    db,
  );
  if (!known.rows[0]?.known) return [];
  const applied = await sql<{ name: string; checksum: string }>`
    select name, checksum from migration_checksum order by name`.execute(db);
  return applied.rows;
}

async function refuseEdited(db: Kysely<Tables>, files: MigrationFile[]): Promise<void> {
  const here = new Map(files.map((file) => [file.name, file.checksum]));
  for (const { name, checksum } of await schemaVersion(db)) {
    const found = here.get(name);
    if (!found) throw new MigrationRefused(`The database is newer than this program: it knows migration ${name}.`);
    if (found !== checksum) throw new MigrationRefused(`Migration ${name} was edited after it was applied.`);
  }
}

function toApply(file: MigrationFile): Migration {
  return {
    async up(db) {
      for (const statement of splitSql(file.text)) await db.executeQuery(CompiledQuery.raw(statement));
      await sql`create table if not exists migration_checksum (name text primary key, checksum text not null)`.execute(
        db,
      );
      await sql`insert into migration_checksum (name, checksum) values (${file.name}, ${file.checksum})`.execute(db);
    },
  };
}
