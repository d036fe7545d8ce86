import type { Kysely } from 'kysely';
import type { EmbeddedEngine } from './embedded.ts';
import type { Engine, Line } from './engine.ts';
import { kyselyOn } from './handle.ts';
import { refuseNesting } from './scope.ts';
import type { Tables } from './tables.ts';

const engines = new WeakMap<object, Engine | EmbeddedEngine>();

/** Remembers the engine behind a database, for this folder's own tools. */
export function rememberEngine(database: object, engine: Engine | EmbeddedEngine): void {
  engines.set(database, engine);
}

function engineOf(database: object): Engine | EmbeddedEngine {
  const engine = engines.get(database);
  if (!engine) throw new Error('This database was not opened by openDatabase().');
  return engine;
}

/** Runs work on a connection without a person and without time limits: migrations, copies and tests only. */
export async function withPrivileges<T>(
  database: object,
  work: (db: Kysely<Tables>, line: Line) => Promise<T>,
): Promise<T> {
  refuseNesting();
  const line = await engineOf(database).privilegedLine();
  try {
    return await work(kyselyOn(line), line);
  } finally {
    line.release();
  }
}

/** The whole embedded database as one uncompressed archive, which openDatabase({ snapshot }) opens again. */
export async function snapshotOf(database: object): Promise<Blob> {
  const engine = engineOf(database);
  if (!('snapshot' in engine)) throw new Error('Only an embedded database has a snapshot.');
  refuseNesting();
  return engine.snapshot();
}
