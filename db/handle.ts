import {
  CamelCasePlugin,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  Transaction,
} from 'kysely';
import type { Line } from './engine.ts';
import type { Tables } from './tables.ts';

function postgresDialect(createDriver: () => Driver): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })];
const dialect = postgresDialect(() => new DummyDriver());
// Compiles SQL and nothing else: there is no way to reach a connection through it.
const compiler = new Kysely<Tables>({ dialect, plugins });

function connectionOf(query: Line['query']): DatabaseConnection {
  return {
    // Kysely asks for the row type it inferred; the rows are what the server sent.
    executeQuery: (compiled) => query(compiled.sql, compiled.parameters) as Promise<never>,
    streamQuery: () => {
      throw new Error('Streaming is not supported: page through the rows instead.');
    },
  };
}

/** A Kysely transaction bound to one connection, with camelCase names. */
export function transactionOn(query: Line['query']): Transaction<Tables> {
  const connection = connectionOf(query);
  const executor = compiler.getExecutor().withConnectionProvider({ provideConnection: (use) => use(connection) });
  return new Transaction<Tables>({ config: { dialect, plugins }, driver: new DummyDriver(), dialect, executor });
}

/** A Kysely over one privileged connection, with the names as they stand in SQL; it may open its own transactions. */
export function kyselyOn(line: Line): Kysely<Tables> {
  const connection = connectionOf(line.query);
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: () => line.script('begin'),
    commitTransaction: async () => {
      await line.finish('commit');
    },
    rollbackTransaction: async () => {
      await line.finish('rollback');
    },
    releaseConnection: async () => {},
    destroy: async () => {},
  };
  return new Kysely<Tables>({ dialect: postgresDialect(() => driver) });
}
