import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { migrationsFolder } from '#db/migration-files.ts';
import { emptyDatabase, freshDatabase, freshServerDatabase, nobody } from '#tests/support/database.ts';
import { useFolder } from '#tests/support/processes.ts';

const server = process.env.TEST_DATABASE_URL;
const newFolder = useFolder();

function folderOf(files: Record<string, string>): string {
  const folder = newFolder();
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  return folder;
}

const FIRST = "create table note (id int, body text); insert into note values (1, 'a;b');";

test('migrations apply in order, once, and say their names', async () => {
  const database = await emptyDatabase();
  const folder = folderOf({ '0002-b.sql': "insert into note values (2, 'two')", '0001-a.sql': FIRST, 'notes.md': '' });
  expect(await migrate(database, folder)).toEqual(['0001-a', '0002-b']);
  expect(await migrate(database, folder)).toEqual([]);
  const { rows } = await database.read(nobody, (db) => sql`select body from note order by id`.execute(db));
  expect(rows).toEqual([{ body: 'a;b' }, { body: 'two' }]);

  fs.appendFileSync(path.join(folder, '0001-a.sql'), ' ');
  await expect(migrate(database, folder)).rejects.toThrow('0001-a was edited');
  fs.writeFileSync(path.join(folder, '0001-a.sql'), FIRST);
  fs.rmSync(path.join(folder, '0002-b.sql'));
  await expect(migrate(database, folder)).rejects.toThrow('knows migration 0002-b');
  await database.close();
});

test('a failing migration leaves nothing of the whole batch behind', async () => {
  const database = await emptyDatabase();
  const folder = folderOf({ '0001-a.sql': FIRST, '0002-b.sql': 'create table other (n int); select 1 / 0;' });
  await expect(migrate(database, folder)).rejects.toMatchObject({ code: '22012' });
  const { rows } = await database.read(nobody, (db) => sql`select to_regclass('note') as note`.execute(db));
  expect(rows).toEqual([{ note: null }]);
  fs.writeFileSync(path.join(folder, '0002-b.sql'), 'create table other (n int)');
  expect(await migrate(database, folder)).toEqual(['0001-a', '0002-b']);
  await database.close();
});

test.skipIf(!server)('several processes that start at once apply each migration once', async () => {
  const url = await freshServerDatabase(server ?? '', 'template1');
  const slow = folderOf({ '0001-a.sql': `${FIRST} select pg_sleep(0.3);` });
  const starters = await Promise.all([1, 2, 3].map(() => openDatabase({ url, acquireTimeoutMs: 5_000 })));
  const applied = await Promise.all(starters.map((database) => migrate(database, slow)));
  expect(applied.flat()).toEqual(['0001-a']);
  await Promise.all(starters.map((database) => database.close()));
});

test('the prepared test database has every migration of the product', async () => {
  const database = await freshDatabase();
  expect(await migrate(database)).toEqual([]);
  await database.close();
});

test('the migrations are found from the sources and from the bundle', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const expected = path.join(root, 'db', 'migrations');
  expect(migrationsFolder()).toBe(expected);
  expect(migrationsFolder(pathToFileURL(path.join(root, 'dist', 'server', 'main.js')).href)).toBe(expected);
  expect(() => migrationsFolder(pathToFileURL(path.join(path.parse(root).root, 'elsewhere.js')).href)).toThrow();
});
