import type { QueryResult } from 'kysely';

export type Row = Record<string, unknown>;

/** One connection lent to one piece of work; what both engines must be able to do. */
export type Line = {
  /** Sends several statements in one message: BEGIN with its settings, or a script. */
  script(text: string): Promise<void>;
  /** Runs one statement. */
  query(sql: string, parameters: readonly unknown[]): Promise<QueryResult<Row>>;
  /** Ends the transaction and answers with the server's command tag, 'COMMIT' or 'ROLLBACK'. */
  finish(how: 'commit' | 'rollback'): Promise<string>;
  /** Gives the connection back; a connection still inside a transaction is thrown away. */
  release(): void;
};

/** A database engine: PGlite inside this process, or a PostgreSQL server. */
export type Engine = {
  kind: 'embedded' | 'server';
  /** A connection under the service's time limits, on which transactions of this role of the database will run. */
  line(role: string): Promise<Line>;
  /** A connection without time limits and without a person behind it, for migrations and copies only. */
  privilegedLine(): Promise<Line>;
  listen(channel: string, onMessage: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

/** How long a statement of a PostgreSQL server may take, in milliseconds. */
export const STATEMENT_MS = 5_000;

/** The command tag of a Kysely result: only changes report how many rows they touched. */
export function resultOf(command: string, rows: Row[], affected: number): QueryResult<Row> {
  const changes = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
  return changes ? { rows, numAffectedRows: BigInt(affected) } : { rows };
}

/** Object ids of the types whose default parsers differ between the two drivers. */
export const OID = { bytea: 17, int8: 20, date: 1082, interval: 1186 } as const;

/** A channel name that may stand in a LISTEN statement, or an error. */
export function channelName(channel: string): string {
  if (!/^[a-z_]{1,40}$/.test(channel)) throw new Error(`not a channel name: ${channel}`);
  return channel;
}
