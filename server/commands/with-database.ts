import { resolve } from 'node:path';
import { type Database, openDatabase } from '#db/connect.ts';
import { CopyRefused, DirectoryInUse, MigrationRefused } from '#db/errors.ts';
import { type Config, ConfigFaulty, databaseAddress, readConfig } from '#server/config.ts';

/** Runs one command on the database of the environment, prints what it answers, and exits: 0 when done, 1 with a reason. */
export async function withDatabase(work: (database: Database, config: Config) => Promise<string>): Promise<void> {
  try {
    const config = readConfig(process.env);
    // A person waits at the terminal: long enough for an office's whole data, and no wait for a running server.
    const database = await openDatabase({ ...databaseAddress(config), lockWaitMs: 500, acquireTimeoutMs: 10_000 });
    try {
      console.log(await work(database, config));
    } finally {
      await database.close();
    }
  } catch (error) {
    const foreseen = [ConfigFaulty, DirectoryInUse, MigrationRefused, CopyRefused].some((one) => error instanceof one);
    console.error(foreseen && error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/** The one argument of a command, as an absolute path; says how to call it when there is none. */
export function fileArgument(usage: string): string {
  const [file] = process.argv.slice(2).filter((one) => !one.startsWith('-'));
  if (file) return resolve(file);
  console.error(`使い方 / Usage: ${usage}`);
  process.exit(1);
}
