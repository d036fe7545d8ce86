import pg from 'pg';

const SERVER = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const PREFIX = `cop_bench_${process.pid}`;
const made = new Set<string>();

function addressOf(name: string): string {
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs statements on a database, one after another, on one connection. */
export async function onDatabase(address: string, statements: readonly string[]): Promise<pg.QueryResult[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    const results: pg.QueryResult[] = [];
    for (const statement of statements) results.push(await client.query(statement));
    return results;
  } finally {
    await client.end();
  }
}

/** A database of the bench's own: empty, or a copy of another one that nobody is connected to. */
export async function ownDatabase(name: string, copyOf?: string): Promise<string> {
  const full = `${PREFIX}_${name}`;
  const template = copyOf ? new URL(copyOf).pathname.slice(1) : 'template1';
  await onDatabase(SERVER, [`create database ${full} template ${template}`]);
  made.add(full);
  return addressOf(full);
}

export async function dropAll(): Promise<void> {
  for (const name of made) await onDatabase(SERVER, [`drop database if exists ${name} with (force)`]);
  made.clear();
}

/** Refuses to measure a server that does not wait for the disk. */
export async function assertDurable(): Promise<void> {
  const [fsync, commit] = await onDatabase(SERVER, ['show fsync', 'show synchronous_commit']);
  const off = [fsync?.rows[0]?.fsync, commit?.rows[0]?.synchronous_commit].includes('off');
  if (off) throw new Error('The PostgreSQL server does not wait for the disk (fsync or synchronous_commit is off).');
}
