import { createHash } from 'node:crypto';
import pg from 'pg';
import { channelName, type Engine, type Line, OID, resultOf, STATEMENT_MS } from './engine.ts';

export type ServerOptions = {
  url: string;
  /** The address with the login of the public pages; without it they share the other one's connections. */
  publicUrl?: string | undefined;
  maxConnections: number;
  acquireTimeoutMs: number;
  onError: (error: Error) => void;
};

/** Begins a statement that is planned once per connection from its first use on. */
const HOT = '/* hot */';
/** Begins a statement that is planned anew each time, because its values decide which way is quick. */
const FRESH = '/* fresh */';
/** From this use on, a text counts as one that comes again. */
const OFTEN = 5;
/** So many plans each connection may keep, and so many texts are counted at a time. */
const MOST_NAMES = 500;
const MOST_COUNTED = 2_000;
/** A transaction longer than this many milliseconds has lost its server; its connection is torn down. */
const DEADLINE_MS = 30_000;

const asText = (value: string) => value;
const parsers = new Map<number, (value: string) => unknown>([
  [OID.date, asText],
  [OID.interval, asText],
  [OID.int8, Number],
]);
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format ?? 'text'),
};

/**
 * The engine over a PostgreSQL server.
 * Never set pg's query_timeout: it forgets a ROLLBACK still in the queue and returns the connection to the pool
 * inside the old transaction. The server's own time limits are used instead.
 */
export function openServer(options: ServerOptions): Engine {
  const { url, publicUrl, onError } = options;
  const shared = { connectionString: url, keepAlive: true, types, pipeline: true };
  const inside = poolOf(url, 'cop_desk_nobody', options);
  const outside = publicUrl ? poolOf(publicUrl, 'cop_desk_public', options) : inside;

  return {
    kind: 'server',
    async line(role) {
      const client = await (role === 'cop_desk_public' ? outside : inside).connect();
      const deadline = setTimeout(() => client.connection.stream.destroy(), DEADLINE_MS);
      return lineOn(client, role, () => {
        clearTimeout(deadline);
        client.release(client.getTransactionStatus() !== 'I');
      });
    },
    async privilegedLine() {
      const client = new pg.Client({ ...shared, application_name: 'cop-desk-admin' });
      client.on('error', onError);
      await client.connect();
      return lineOn(client, 'admin', () => void client.end().catch(onError));
    },
    listen: (channel, onMessage) => listen({ ...shared, application_name: 'cop-desk-listen' }, channel, onMessage),
    close: async () => void (await Promise.all([...new Set([inside, outside])].map((pool) => pool.end()))),
  };
}

/** A pool whose connections have the rights of `role` whenever they are in no transaction. */
function poolOf(url: string, role: string, options: ServerOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    keepAlive: true,
    types,
    pipeline: true,
    application_name: 'cop-desk',
    max: options.maxConnections,
    connectionTimeoutMillis: options.acquireTimeoutMs,
    idleTimeoutMillis: 30_000,
    maxLifetimeSeconds: 1_800,
    statement_timeout: STATEMENT_MS,
    lock_timeout: 2_000,
    idle_in_transaction_session_timeout: 10_000,
    // A statement that finds itself outside a transaction sees and changes nothing: transactions name their role.
    options: `-c default_transaction_read_only=on -c role=${role}`,
  });
  pool.on('error', options.onError);
  // The pool takes its listener away while a client is lent; without this a server restart ends the process.
  pool.on('connect', (client) => client.on('error', options.onError));
  return pool;
}

function lineOn(client: pg.Client | pg.PoolClient, role: string, release: () => void): Line {
  return {
    async script(text) {
      inOneGo(client);
      await client.query(text);
    },
    async query(sql, parameters) {
      inOneGo(client);
      const name = nameOf(sql);
      // A plan holds for the role it was made for: under another one it would be made anew each time.
      const named = name ? { name: `${name}_${role}` } : {};
      const result = await client.query({ text: sql, values: [...parameters], ...named });
      return resultOf(result.command, result.rows, result.rowCount ?? 0);
    },
    finish: async (how) => (await client.query(how)).command,
    release,
  };
}

/** What is asked for at one moment leaves in one packet: a call to the system costs as much as a short statement. */
function inOneGo(client: pg.Client | pg.PoolClient): void {
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

const names = new Map<string, string>();
const uses = new Map<string, number>();

/**
 * The name under which each connection plans a statement only once: a short hash of its text. One that is hot gets it
 * at once, any other when it has come often enough, and one that must be planned anew never.
 */
function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known) return known;
  // Text that varies without end must not fill the server's memory with plans.
  if (names.size >= MOST_NAMES || sql.startsWith(FRESH)) return undefined;
  if (!sql.startsWith(HOT) && timesUsed(sql) < OFTEN) return undefined;
  uses.delete(sql);
  const name = `hot_${createHash('sha256').update(sql).digest('hex').slice(0, 16)}`;
  names.set(sql, name);
  return name;
}

function timesUsed(sql: string): number {
  const times = (uses.get(sql) ?? 0) + 1;
  if (uses.size >= MOST_COUNTED) uses.clear();
  uses.set(sql, times);
  return times;
}

/** Listens on a connection of its own; after a reconnection it sends '' because messages may have been missed. */
async function listen(
  config: pg.ClientConfig,
  channel: string,
  onMessage: (payload: string) => void,
): Promise<() => Promise<void>> {
  const name = channelName(channel);
  let stopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  const connect = async (first: boolean): Promise<void> => {
    const fresh = new pg.Client(config);
    client = fresh;
    fresh.on('error', () => {});
    fresh.on('notification', (message) => onMessage(message.payload ?? ''));
    await fresh.connect();
    await fresh.query(`listen ${name}`);
    fresh.once('end', later);
    if (!first) onMessage('');
  };
  const later = (): void => {
    if (!stopped) timer = setTimeout(() => connect(false).catch(later), 500);
  };
  await connect(true);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end().catch(() => {});
  };
}
