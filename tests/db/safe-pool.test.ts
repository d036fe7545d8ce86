import { Socket } from 'node:net';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Database, type Db, openDatabase } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { withPrivileges } from '#db/privileged.ts';
import { openServer } from '#db/safe-pool.ts';
import { freshServerDatabase, nobody } from '#tests/support/database.ts';
import { killWriterAfter } from '#tests/support/processes.ts';

const server = process.env.TEST_DATABASE_URL;

// The faults of a pool over a real server; the embedded engine has no backends to lose.
describe.skipIf(!server)('the pool over PostgreSQL', () => {
  let database: Database;
  let url: string;
  let admin: pg.Client;
  const errors: Error[] = [];

  beforeAll(async () => {
    url = await freshServerDatabase(server ?? '');
    database = await openDatabase({ url, maxConnections: 4, acquireTimeoutMs: 5_000, onError: (e) => errors.push(e) });
    admin = new pg.Client({ connectionString: url });
    await admin.connect();
    await admin.query(`create table written (id uuid primary key); create table written_too (id uuid primary key);
      grant all on written, written_too to cop_desk_worker, cop_desk_member`);
  });
  afterAll(async () => {
    await database.close();
    await admin.end();
  });

  const pids = (db: Db) => sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  const kill = (pid: number) => admin.query('select pg_terminate_backend($1)', [pid]);
  const lent = () =>
    admin.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = 'cop-desk' and datname = current_database()",
    );

  test('a connection killed while lent or idle ends neither the process nor the next request', async () => {
    const during = database.read(nobody, async (db) => {
      await kill((await pids(db)).rows[0]?.pid ?? 0);
      await pids(db);
    });
    await expect(during).rejects.toThrow();
    const { rows } = await database.read(nobody, pids);
    await kill(rows[0]?.pid ?? 0);
    await expect.poll(async () => (await lent()).rows.some(({ pid }) => pid === rows[0]?.pid)).toBe(false);
    await expect
      .poll(() =>
        database.read(nobody, pids).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    expect(errors.length).toBeGreaterThan(0);
  });

  test('killed backends and timeouts under load leak no context and lose no acknowledged row', async () => {
    const foreign: string[] = [];
    const acknowledged: string[] = [];
    const end = Date.now() + 3_000;
    let refused = 0;
    const worker = async (number: number) => {
      while (Date.now() < end) {
        const id = newId();
        const who = { accountId: id, memberId: null, role: 'member_editor' };
        const check = async (db: Db) => {
          const { rows } = await sql<{ actor: string }>`/* hot */ select current_setting('app.actor') as actor`.execute(
            db,
          );
          if (rows[0]?.actor !== id) foreign.push(`${id} saw ${rows[0]?.actor}`);
        };
        const dice = Math.random();
        const work =
          dice < 0.5
            ? database.read(who, async (db) => void (await Promise.all([check(db), check(db), check(db)])))
            : database
                .write(who, async (tx) => {
                  await sql`insert into written (id) values (${id})`.execute(tx);
                  await check(tx);
                  if (dice < 0.6) await sql`select 1 / 0`.execute(tx).catch(() => 'swallowed');
                  if (dice > 0.98)
                    await sql`set local statement_timeout = 1`
                      .execute(tx)
                      .then(() => sql`select pg_sleep(1)`.execute(tx));
                })
                .then(() => void acknowledged.push(id));
        await work.catch(() => {
          refused += 1;
        });
      }
      return number;
    };
    const nemesis = async () => {
      while (Date.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        const { rows } = await lent();
        const victim = rows[Math.floor(Math.random() * rows.length)];
        if (victim) await kill(victim.pid);
      }
    };
    await Promise.all([nemesis(), ...Array.from({ length: 40 }, (_, number) => worker(number))]);
    const { rows } = await admin.query<{ id: string }>('select id from written');
    const stored = new Set(rows.map(({ id }) => id));
    expect(foreign).toEqual([]);
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    expect(Math.min(acknowledged.length, refused)).toBeGreaterThan(20);
  });

  test('the server itself ends statements, waits for locks and idle transactions', async () => {
    const { rows } = await database.read(nobody, (db) =>
      sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
        current_setting('idle_in_transaction_session_timeout') as idle`.execute(db),
    );
    expect(rows).toEqual([{ statement: '5s', lock: '2s', idle: '10s' }]);
  });

  test('a connection still inside a transaction is never lent again', async () => {
    const engine = openServer({ url, maxConnections: 1, acquireTimeoutMs: 5_000, onError: () => {} });
    const seen = async () => {
      const line = await engine.line('cop_desk_worker');
      const { rows } = await line.query(
        "select pg_backend_pid() as pid, current_setting('app.actor', true) as actor",
        [],
      );
      return { line, pid: rows[0]?.pid, actor: rows[0]?.actor };
    };
    const clean = await seen();
    clean.line.release();
    const dirty = await seen();
    expect(dirty.pid).toBe(clean.pid);
    await dirty.line.script("begin; set local app.actor = 'somebody'");
    dirty.line.release();
    const next = await seen();
    expect(next.pid).not.toBe(clean.pid);
    expect(next.actor ?? '').toBe('');
    next.line.release();
    await engine.close();
  });

  test('a hot statement is planned once on its connection', async () => {
    const single = await openDatabase({ url, maxConnections: 1, acquireTimeoutMs: 5_000 });
    const hot = (db: Db, n: number) => sql`/* hot */ select ${n}::int as n`.execute(db);
    const plans = await single.read(nobody, async (db) => {
      await Promise.all([hot(db, 1), hot(db, 2), sql`select ${3}::int`.execute(db)]);
      return sql`select name from pg_prepared_statements`.execute(db);
    });
    expect(plans.rows).toEqual([{ name: expect.stringMatching(/^hot_[0-9a-f]{16}_cop_desk_worker$/) }]);
    await single.close();
  });

  test('a statement that comes again is planned once on its connection from its fifth use on, a fresh one never', async () => {
    const single = await openDatabase({ url, maxConnections: 1, acquireTimeoutMs: 5_000 });
    const kept = (db: Db) =>
      sql<{ text: string }>`/* fresh */ select statement as text from pg_prepared_statements order by 1`.execute(db);
    const again = (db: Db, n: number) => sql<{ n: number }>`select ${n}::int as n, 'again' as t`.execute(db);
    const fresh = (db: Db, n: number) =>
      sql<{ n: number }>`/* fresh */ select ${n}::int as n, 'fresh' as t`.execute(db);
    const answers: number[] = [];
    const times = (count: number) =>
      single.read(nobody, async (db) => {
        const all = await Promise.all(Array.from({ length: count }, (_, n) => [again(db, n), fresh(db, n)]).flat());
        answers.push(...all.flatMap(({ rows }) => rows.map(({ n }) => n)));
        return (await kept(db)).rows.map(({ text }) => text);
      });
    expect(await times(4)).toEqual([]);
    expect(await times(3)).toEqual(["select $1::int as n, 'again' as t"]);
    // Another transaction on the same connection uses the same plan with its own values.
    expect(await times(2)).toEqual(["select $1::int as n, 'again' as t"]);
    expect(answers).toEqual([4, 3, 2].flatMap((count) => Array.from({ length: count }, (_, n) => [n, n]).flat()));
    await single.close();
  });

  test('a statement that failed while it was being planned is planned again in the next transaction', async () => {
    const single = await openDatabase({ url, maxConnections: 1, acquireTimeoutMs: 5_000 });
    const odd = (db: Db) => sql<{ n: number }>`select n from planned_later`.execute(db);
    for (let use = 0; use < 6; use += 1) await expect(single.read(nobody, odd)).rejects.toThrow('planned_later');
    await admin.query('create table planned_later as select 7 as n; grant select on planned_later to public');
    expect((await single.read(nobody, odd)).rows).toEqual([{ n: 7 }]);
    expect((await single.read(nobody, odd)).rows).toEqual([{ n: 7 }]);
    await single.close();
  });

  test('what is asked for at one moment leaves in one packet', async () => {
    const engine = openServer({ url, maxConnections: 1, acquireTimeoutMs: 5_000, onError: () => {} });
    const line = await engine.line('cop_desk_worker');
    const write = vi.spyOn(Socket.prototype as unknown as { _writev: () => void }, '_writev');
    await Promise.all([1, 2, 3].map((n) => line.query(`select ${n}`, [])));
    expect(write).toHaveBeenCalledTimes(1);
    write.mockRestore();
    line.release();
    await engine.close();
  });

  test('the listener comes back after its connection was killed and says that it may have missed something', async () => {
    const heard: string[] = [];
    const stop = await database.listen('test_channel', (payload) => heard.push(payload));
    await admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cop-desk-listen' and datname = current_database()",
    );
    await expect.poll(() => heard, { timeout: 5_000 }).toEqual(['']);
    await admin.query("notify test_channel, 'again'");
    await expect.poll(() => heard).toEqual(['', 'again']);
    await stop();
  });

  test('a writer killed without warning loses no acknowledged commit', async () => {
    const acknowledged = await killWriterAfter(200, '', url);
    const { rows } = await withPrivileges(database, (db) =>
      sql<{ id: string }>`select id from written join written_too using (id)`.execute(db),
    );
    const stored = new Set(rows.map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThanOrEqual(200);
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  });
});
