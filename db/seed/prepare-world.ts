import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database, Db } from '#db/connect.ts';
import { seedDemo } from './demo.ts';
import { DEMO_START } from './demo-making.ts';
import { idsFrom } from './random.ts';
import { seedReference } from './reference.ts';

export type Preparation = {
  /** Whether an empty database may be filled with the demonstration world. */
  demo: boolean;
  /** Where the demonstration's clock begins; its own day when null. */
  demoNow: Date | null;
  /** The wall clock. */
  realNow: Date;
  /** The installation's secret: passports are sealed with it. */
  appSecret: string;
  /** What the database keeps of the demonstration's password; asked for only when the world is loaded. */
  passwordHash: () => Promise<string>;
};
export type Prepared = {
  did: 'nothing' | 'reference' | 'demonstration';
  /** Where the domain's clock begins: null means that it is the wall clock's time. */
  clockFrom: Date | null;
};

const WORKER = { accountId: null, memberId: null, role: 'worker' };
/** Any number that nothing else in this database locks. */
const LOCK = 27_032;
const PAUSE_MS = 250;
const MOST_TRIES = 240;
const REFERENCE_SEED = 27;
const REFERENCE_MADE = new Date('2024-04-01T00:00:00Z');

/**
 * Fills an empty database: always with the reference data, with `demo` also with the demonstration world. A database
 * with anything in it stays as it is, and one that holds real data never gets the demonstration's clock. When two
 * instances start at once, the second waits until the first has finished and then finds the work done; behind the lock
 * stands the unique row of `installation`.
 */
export async function prepareWorld(database: Database, preparation: Preparation): Promise<Prepared> {
  const { demo, demoNow } = preparation;
  const filled = await database.read(WORKER, isFilled);
  const did = filled ? 'nothing' : await fillOnce(database, preparation);
  const isDemo = demo && (await database.read(WORKER, isDemonstration));
  if (!isDemo) return { did, clockFrom: null };
  const latest = await database.read(WORKER, latestChange);
  const start = demoNow ?? DEMO_START;
  const after = latest === null ? start : new Date(latest.getTime() + 1_000);
  return { did, clockFrom: after > start ? after : start };
}

/** Asks for the lock again and again instead of waiting in it: filling may take longer than a lock may be waited for. */
async function fillOnce(database: Database, preparation: Preparation): Promise<Prepared['did']> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const did = await fill(database, preparation);
    if (did !== 'busy') return did;
    await wait(PAUSE_MS);
    if (await database.read(WORKER, isFilled)) return 'nothing';
  }
  throw new Error('another instance has been filling the database for too long');
}

async function fill(
  database: Database,
  { demo, demoNow, realNow, appSecret, passwordHash }: Preparation,
): Promise<Prepared['did'] | 'busy'> {
  // Hashing is slow on purpose: never inside the transaction.
  const hash = demo ? await passwordHash() : '';
  return database.write(WORKER, async (tx) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as mine`.execute(tx);
    if (!rows[0]?.mine) return 'busy';
    // Nobody waits for this transaction, and on a busy machine putting the world together takes its time.
    await sql`select set_config('statement_timeout', '60s', true),
      set_config('idle_in_transaction_session_timeout', '120s', true)`.execute(tx);
    const claimed = await tx
      .insertInto('installation')
      .values({ name: 'world', value: 'filled' })
      .onConflict((conflict) => conflict.doNothing())
      .returning('name')
      .executeTakeFirst();
    if (!claimed || (await isFilled(tx, 'process'))) return 'nothing';
    if (!demo) {
      await seedReference(tx);
      return 'reference';
    }
    const clock = (demoNow ?? DEMO_START).toISOString();
    await tx
      .insertInto('installation')
      .values([
        { name: 'demo', value: '1' },
        { name: 'demo_clock', value: clock },
      ])
      .execute();
    const id = idsFrom(REFERENCE_SEED);
    await seedReference(tx, () => id(REFERENCE_MADE));
    await seedDemo(tx, { passwordHash: hash, appSecret, realNow });
    return 'demonstration';
  });
}

async function isFilled(db: Db, by: 'installation' | 'process' = 'installation'): Promise<boolean> {
  const row =
    by === 'process'
      ? await db.selectFrom('process').select('id').limit(1).executeTakeFirst()
      : await db.selectFrom('installation').select('name').where('name', '=', 'world').executeTakeFirst();
  return row !== undefined;
}

async function isDemonstration(db: Db): Promise<boolean> {
  const row = await db.selectFrom('installation').select('value').where('name', '=', 'demo').executeTakeFirst();
  return row?.value === '1';
}

async function latestChange(db: Db): Promise<Date | null> {
  const row = await db.selectFrom('history').select('at').orderBy('at', 'desc').limit(1).executeTakeFirst();
  return row?.at ?? null;
}
