import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import { committing, currentCall, refuseLate, timeLeft } from './call.ts';
import { openEmbedded } from './embedded.ts';
import { type Engine, type Line, STATEMENT_MS } from './engine.ts';
import { OutsideTransaction, sqlState, TransactionLost } from './errors.ts';
import { transactionOn } from './handle.ts';
import { rememberEngine } from './privileged.ts';
import { databaseRole } from './roles.ts';
import { openServer } from './safe-pool.ts';
import { inScope, refuseNesting } from './scope.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

/** For whom a transaction runs; the database sees it as its own role and as app.actor, app.member and app.role. */
export type Who = { accountId: string | null; memberId: string | null; role: string };

export type Database = {
  kind: 'embedded' | 'server';
  read<T>(who: Who, work: (db: Db) => Promise<T>): Promise<T>;
  write<T>(who: Who, work: (tx: Tx) => Promise<T>): Promise<T>;
  listen(channel: string, onMessage: (payload: string) => void): Promise<() => Promise<void>>;
  ping(): Promise<void>;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  /** A PostgreSQL address; without it the embedded engine is used. */
  url?: string | undefined;
  /** The same server with the login of the public pages, which may read what was released and nothing else. */
  publicUrl?: string | undefined;
  /** The directory of the embedded engine; without it the data lives in memory. */
  dataDir?: string | undefined;
  snapshot?: Blob | undefined;
  maxConnections?: number | undefined;
  /** How long a request waits for a connection, in milliseconds. */
  acquireTimeoutMs?: number | undefined;
  /** How long an embedded start waits for another process to leave the directory, in milliseconds. */
  lockWaitMs?: number | undefined;
  /** How long an embedded transaction may stay idle before it is rolled back, in milliseconds. */
  idleTimeoutMs?: number | undefined;
  onQuery?: ((sql: string) => void) | undefined;
  onError?: ((error: Error) => void) | undefined;
};

/** Opens the database: PostgreSQL when `url` is given, otherwise the embedded engine. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, publicUrl, maxConnections = 10, acquireTimeoutMs = 1_000, onError = () => {} } = options;
  const engine = url
    ? openServer({ url, publicUrl, maxConnections, acquireTimeoutMs, onError })
    : await openEmbedded(options);
  const onQuery = options.onQuery ?? (() => {});
  const database: Database = {
    kind: engine.kind,
    read: async (who, work) => transact(engine, 'read', who, work, onQuery),
    write: (who, work) => retried(() => transact(engine, 'write', who, work, onQuery)),
    listen: engine.listen,
    async ping() {
      refuseNesting();
      const line = await engine.line('cop_desk_nobody');
      await line.query('select 1', []).finally(line.release);
    },
    close: engine.close,
  };
  rememberEngine(database, engine);
  return database;
}

/** The one message that opens a transaction for a person; the only place where values are put into SQL text. */
function opening(mode: 'read' | 'write', who: Who): string {
  const isolation = mode === 'read' ? 'repeatable read read only' : 'read committed read write';
  const settings = { role: who.role, member: who.memberId ?? '', actor: who.accountId ?? '', call: currentCall() };
  const parts = Object.entries(settings).map(([key, value]) => {
    if (!/^[0-9a-zA-Z_-]{0,40}$/.test(value)) throw new Error(`not fit for app.${key}`);
    return `set local app.${key} = '${value}'`;
  });
  return [`begin isolation level ${isolation}`, `set local role ${databaseRole(who.role)}`, ...parts].join('; ');
}

async function transact<T>(
  engine: Engine,
  mode: 'read' | 'write',
  who: Who,
  work: (tx: Tx) => Promise<T>,
  onQuery: (sql: string) => void,
): Promise<T> {
  const readOnly = mode === 'read';
  const begin = opening(mode, who);
  refuseNesting();
  refuseLate();
  const line = await engine.line(databaseRole(who.role));
  if (timeLeft() <= 0) line.release();
  refuseLate();
  // BEGIN travels with the first query. Were it refused, a server would refuse that query too: outside a transaction
  // its connections can do nothing. The embedded engine's one session could do anything, so writing waits there.
  const begun = line.script(begin);
  begun.catch(() => {});
  const failures: unknown[] = [];
  try {
    if (!readOnly && engine.kind === 'embedded') await begun;
    const result = await inScope((scope) => {
      const tx = transactionOn(async (sql, parameters) => {
        if (!scope.open) throw new OutsideTransaction();
        refuseLate();
        if (engine.kind === 'server') shorten(line);
        onQuery(sql);
        return line.query(sql, parameters).catch((error: unknown) => {
          failures.push(error);
          throw error;
        });
      });
      return work(tx);
    });
    await begun;
    if (failures.length > 0) throw new TransactionLost(failures[0]);
    if (readOnly) {
      // Nothing was written, so nobody needs to wait for the answer to COMMIT.
      void line
        .finish('commit')
        .catch(() => {})
        .then(line.release);
      return result;
    }
    refuseLate();
    const tag = await committing(() => line.finish('commit'));
    if (tag !== 'COMMIT') throw new TransactionLost();
    line.release();
    return result;
  } catch (error) {
    const first = await begun.then(
      () => error,
      (refused: unknown) => refused,
    );
    await line.finish('rollback').catch(() => {});
    line.release();
    throw first;
  }
}

/** Towards the end of a call a statement may not take longer than what is left. Travels with the statement. */
function shorten(line: Line): void {
  const left = timeLeft();
  if (left >= STATEMENT_MS) return;
  line.script(`set local statement_timeout = ${Math.max(1, Math.ceil(left))}`).catch(() => {});
}

const RETRIED = ['40001', '40P01'];

/** Repeats a write that lost against another one, at most three times, after a short random pause. */
async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= 3 || !RETRIED.includes(sqlState(error) ?? '')) throw error;
      await wait(Math.random() * 20 * 2 ** tries);
    }
  }
}
