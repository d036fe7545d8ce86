import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '#db/connect.ts';
import { lockDataDir } from '#db/lock-data-dir.ts';
import { withPrivileges } from '#db/privileged.ts';
import { emptySnapshot, nobody } from '#tests/support/database.ts';
import { killWriterAfter, startProcess, useFolder } from '#tests/support/processes.ts';

const newFolder = useFolder();

describe.skipIf(process.env.TEST_DATABASE_URL)('the embedded engine', () => {
  test('a writer killed without warning loses no acknowledged commit, and its directory is free at once', async () => {
    const dataDir = path.join(newFolder(), 'data');
    const first = await openDatabase({ dataDir, snapshot: emptySnapshot() });
    await withPrivileges(first, (_, line) =>
      line.script('create table written (id uuid primary key); create table written_too (id uuid primary key)'),
    );
    await first.close();
    expect(fs.existsSync(`${dataDir}.new`)).toBe(false);

    const acknowledged = await killWriterAfter(150, dataDir);
    const again = await openDatabase({ dataDir, lockWaitMs: 2_000 });
    const { rows } = await again.read(nobody, (db) =>
      sql<{ id: string }>`select id from written join written_too using (id)`.execute(db),
    );
    const stored = new Set(rows.map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThanOrEqual(150);
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    await again.close();
  }, 120_000);

  test('a second process on the same directory is refused in both languages and told the pid', async () => {
    const dataDir = path.join(newFolder(), 'data');
    const holder = startProcess('holder-process.ts', dataDir);
    await once(holder.stdout ?? holder, 'data');
    const refused = openDatabase({ dataDir, lockWaitMs: 300 });
    await expect(refused).rejects.toThrow(`別のプロセス（pid ${holder.pid}）が使用中`);
    await expect(lockDataDir(dataDir, 0)).rejects.toThrow(`in use by another process (pid ${holder.pid})`);
    expect(fs.existsSync(dataDir)).toBe(false);

    const waiting = lockDataDir(dataDir, 5_000);
    holder.kill('SIGKILL');
    (await waiting)();
  });

  test('a half-made directory is made anew, and a foreign one is left alone', async () => {
    const folder = newFolder();
    const dataDir = path.join(folder, 'data');
    fs.mkdirSync(path.join(`${dataDir}.new`, 'base'), { recursive: true });
    fs.mkdirSync(dataDir);
    const database = await openDatabase({ dataDir });
    await database.ping();
    await database.close();
    expect(fs.readdirSync(folder)).toEqual(['data']);

    fs.mkdirSync(path.join(folder, 'photos'));
    fs.writeFileSync(path.join(folder, 'photos', 'cat.txt'), 'cat');
    await expect(openDatabase({ dataDir: path.join(folder, 'photos') })).rejects.toMatchObject({ code: 'ENOTEMPTY' });
    expect(fs.readFileSync(path.join(folder, 'photos', 'cat.txt'), 'utf8')).toBe('cat');
  }, 120_000);

  test('a transaction that stays idle is rolled back and lets the others in', async () => {
    const database = await openDatabase({ snapshot: emptySnapshot(), idleTimeoutMs: 100 });
    await withPrivileges(database, (_, line) => line.script('create table note (n int)'));
    let wake = () => {};
    const forgotten = database.write(nobody, async (tx) => {
      await sql`insert into note values (1)`.execute(tx);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      await sql`insert into note values (2)`.execute(tx);
    });
    const outcome = expect(forgotten).rejects.toThrow('outside its transaction');
    const others = await database.read(nobody, (db) => sql`select n from note`.execute(db));
    wake();
    await outcome;
    expect(others.rows).toEqual([]);
    expect((await database.read(nobody, (db) => sql`select n from note`.execute(db))).rows).toEqual([]);
    await database.close();
  });
});
