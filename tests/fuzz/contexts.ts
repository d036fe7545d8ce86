// `npm run fuzz:contexts`: does anybody ever work as somebody else? Ten thousand transactions of forty people at once,
// with errors caught and uncaught, time limits, and (on a server) connections killed under them.
// `-- 50000` makes as many; `-- --broken` lets one in a hundred forget for whom it works, and must be noticed.
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { type Database, type Db, openDatabase, type Tx, type Who } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { migrate } from '#db/migrate.ts';
import { belongings } from '#tests/support/builders/belongings.ts';
import { surroundings } from '#tests/support/builders/surroundings.ts';

const MEMBERS = 5;
const AT_ONCE = 40;
const count = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 10_000);
const broken = process.argv.includes('--broken');
const server = process.env.TEST_DATABASE_URL;

const name = `cop_test_${process.pid}_contexts`;
const url = server && new URL(`/${name}`, server).href;
const admin = server ? new pg.Client({ connectionString: server }) : null;
await admin?.connect();
await admin?.query(`create database ${name}`);

let connectionsLost = 0;
const database: Database = await openDatabase(
  url ? { url, maxConnections: 4, acquireTimeoutMs: 10_000, onError: () => (connectionsLost += 1) } : {},
);
const found = { foreign: 0, wrongActor: 0, refused: 0, acknowledged: [] as string[] };
process.on('unhandledRejection', (error) => {
  console.error(error);
  process.exit(1);
});

await migrate(database);
const program: Who = { accountId: null, memberId: null, role: 'worker' };
const members = await database.write(program, async (tx) => {
  const around = await surroundings(tx);
  const all = [];
  for (let nth = 1; nth <= MEMBERS; nth += 1) all.push(await belongings(tx, around, nth));
  return all;
});

const started = Date.now();
let left = count;
let going = true;
const nemesis = admin ? kill(admin) : Promise.resolve();
await Promise.all(Array.from({ length: AT_ONCE }, work));
going = false;
await nemesis;

const { rows } = await database.read(program, (db) => sql<{ id: string }>`select id from message`.execute(db));
const stored = new Set(rows.map((row) => row.id));
const lost = found.acknowledged.filter((id) => !stored.has(id)).length;
console.log(
  `${server ? 'PostgreSQL' : 'embedded'}: ${count} transactions in ${((Date.now() - started) / 1000).toFixed(1)} s, ` +
    `${found.refused} refused, ${connectionsLost} connections lost, ${found.acknowledged.length} writes acknowledged`,
);
console.log(`${found.foreign} foreign rows, ${found.wrongActor} wrong actors, ${lost} acknowledged writes lost`);
await database.close();
await admin?.query(`drop database ${name} with (force)`);
await admin?.end();
const clean = found.foreign + found.wrongActor + lost === 0;
if (broken) console.log(clean ? 'The fault was NOT noticed.' : 'The fault was noticed, as it must be.');
process.exit(clean === broken ? 1 : 0);

async function work(): Promise<void> {
  while (left > 0) {
    left -= 1;
    const own = members[Math.floor(Math.random() * members.length)];
    if (!own) continue;
    const accountId = newId();
    const forgets = broken && Math.random() < 0.01;
    const who: Who = forgets ? program : { accountId, memberId: own.member, role: 'member_editor' };
    const dice = Math.random();
    const done =
      dice < 0.6
        ? database.read(who, (db) => Promise.all([look(db, own.member, accountId), look(db, own.member, accountId)]))
        : database.write(who, (tx) => write(tx, own, accountId, dice)).then((id) => found.acknowledged.push(id));
    await done.catch(() => {
      found.refused += 1;
    });
  }
}

/** Asks for everything, as a query does that forgot its condition. */
async function look(db: Db, member: string, actor: string): Promise<void> {
  const seen = await sql<{ memberId: string; actor: string | null }>`/* hot */
    select member_id, current_setting('app.actor', true) as actor from request
    union all select member_id, current_setting('app.actor', true) from delegate`.execute(db);
  for (const row of seen.rows) {
    if (row.memberId !== member) found.foreign += 1;
    if (row.actor !== actor) found.wrongActor += 1;
  }
}

async function write(tx: Tx, own: (typeof members)[number], actor: string, dice: number): Promise<string> {
  const id = newId();
  await tx
    .insertInto('message')
    .values({
      id,
      requestId: own.request,
      memberId: own.member,
      authorId: own.account,
      fromOffice: false,
      kind: 'message',
      body: 'x',
      createdAt: new Date(),
    })
    .execute();
  await look(tx, own.member, actor);
  if (dice > 0.95) throw new Error('the verb gave up');
  // Swallowed on purpose: COMMIT must not pass for a success afterwards.
  if (dice > 0.9) await sql`select 1 / 0`.execute(tx).catch(() => 'swallowed');
  if (dice > 0.88 && server) {
    await sql`set local statement_timeout = 1`.execute(tx);
    await sql`select pg_sleep(1)`.execute(tx).catch(() => 'swallowed');
  }
  return id;
}

async function kill(by: pg.Client): Promise<void> {
  while (going) {
    await wait(150);
    await by.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = 'cop-desk'
        order by random() limit 1`,
      [name],
    );
  }
}
