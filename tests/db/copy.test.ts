import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/connect.ts';
import { backup, restore } from '#db/copy.ts';
import { newId } from '#db/id.ts';
import { migrate } from '#db/migrate.ts';
import { emptyDatabase, nobody } from '#tests/support/database.ts';
import { useFolder } from '#tests/support/processes.ts';

const server = process.env.TEST_DATABASE_URL;
const newFolder = useFolder();

// Tables in an order that contradicts their references, a circle broken by a deferred constraint, every odd type.
const SCHEMA = `
  create table alpha (id uuid primary key, parent uuid not null, twice int generated always as (n * 2) stored, n int);
  create table zeta (number bigint generated always as identity primary key, id uuid not null unique, alpha uuid,
    bytes bytea, at timestamptz, day date, days daterange, words text[], data jsonb, amount numeric, span interval,
    yes boolean, far double precision);
  alter table alpha add constraint alpha_parent foreign key (parent) references zeta (id);
  alter table zeta add constraint zeta_alpha foreign key (alpha) references alpha (id) deferrable initially deferred;
  create function no_change() returns trigger language plpgsql as $$ begin raise exception 'append only'; end $$;
  create trigger no_change before update or delete on zeta for each row execute function no_change();`;

async function made(kind: 'embedded' | 'server', more = ''): Promise<Database> {
  const database = await emptyDatabase(kind === 'server' ? server : '');
  const folder = newFolder();
  fs.writeFileSync(path.join(folder, '0001-a.sql'), SCHEMA + more);
  await migrate(database, folder);
  return database;
}

async function fill(database: Database): Promise<void> {
  const pairs = JSON.stringify(Array.from({ length: 700 }, (_, n) => ({ id: newId(), alpha: newId(), n })));
  const text = JSON.stringify({ 名: '𠮷\n"\\', n: null });
  await database.write(nobody, async (tx) => {
    await sql`insert into zeta (id, alpha, bytes, at, day, days, words, data, amount, span, yes, far)
      select id, alpha, ${Buffer.from([0, 92, 255])}::bytea, '2026-11-09T09:00:00.123456+09', '2026-11-09',
        '[2026-11-09,2026-11-12)', ${['a', 'b "c"', 'NULL', '{,}']}::text[], ${text}::jsonb, '12345678901234567890.10',
        '1 mon 2 days 03:00', true, 0.1::float8 + 0.2::float8
      from json_to_recordset(${pairs}::json) as p (id uuid, alpha uuid) order by id`.execute(tx);
    await sql`insert into alpha (id, parent, n)
      select alpha, id, n from json_to_recordset(${pairs}::json) as p (id uuid, alpha uuid, n int)`.execute(tx);
    await sql`insert into zeta (id, data) values (${newId()}, 'null'::jsonb)`.execute(tx);
  });
}

async function copyOf(database: Database, file: string): Promise<string> {
  expect(await backup(database, file)).toEqual({ zeta: 701, alpha: 700 });
  expect(fs.existsSync(`${file}.part`)).toBe(false);
  return gunzipSync(fs.readFileSync(file)).toString();
}

const ways = (
  server
    ? [
        ['embedded', 'server'],
        ['server', 'embedded'],
        ['server', 'server'],
      ]
    : [['embedded', 'embedded']]
) as ['embedded' | 'server', 'embedded' | 'server'][];

test.each(ways)(
  'a copy of an %s database taken into an %s one is equal, and ids go on from there',
  async (from, to) => {
    const folder = newFolder();
    const source = await made(from);
    await fill(source);
    const copy = await copyOf(source, path.join(folder, 'a.gz'));
    expect(copy).toContain('12345678901234567890.10');

    const target = await made(to);
    expect(await restore(target, path.join(folder, 'a.gz'))).toEqual({ zeta: 701, alpha: 700 });
    expect(await copyOf(target, path.join(folder, 'b.gz'))).toBe(copy);
    const { rows } = await target.write(nobody, (tx) =>
      sql`insert into zeta (id) values (${newId()}) returning number`.execute(tx),
    );
    expect(rows).toEqual([{ number: 702 }]);
    await expect(restore(target, path.join(folder, 'a.gz'))).rejects.toThrow('not empty');
    await Promise.all([source.close(), target.close()]);
  },
  120_000,
);

test('a copy that is cut off, damaged, foreign or of other migrations is refused and leaves nothing', async () => {
  const kind = server ? 'server' : 'embedded';
  const folder = newFolder();
  const file = path.join(folder, 'a.gz');
  const source = await made(kind);
  await fill(source);
  const lines = (await copyOf(source, file)).split('\n');
  const target = await made(kind);
  const refused = async (bytes: Buffer) => {
    fs.writeFileSync(path.join(folder, 'bad.gz'), bytes);
    await expect(restore(target, path.join(folder, 'bad.gz'))).rejects.toMatchObject({ name: 'CopyRefused' });
    const { rows } = await target.read(nobody, (db) => sql`select id from zeta`.execute(db));
    expect(rows).toEqual([]);
  };
  const whole = fs.readFileSync(file);
  await refused(whole.subarray(0, whole.length - 40));
  await refused(Buffer.from('not gzip'));
  await refused(gzipSync(lines.slice(0, -2).join('\n')));
  await refused(gzipSync([...lines.slice(0, 1), ...lines.slice(2)].join('\n')));
  // The last row that nothing refers to: only the counts at the end can miss it.
  const short = lines.map((line) => (line.includes('"null"') ? line.replace(/,\[[^[\]]*\]\]\}$/, ']}') : line));
  expect(short.join('').length).toBeLessThan(lines.join('').length);
  await refused(gzipSync(short.join('\n')));
  await refused(gzipSync(lines.slice(1).join('\n')));
  await refused(gzipSync('{"format":"something-else"}\n'));
  await expect(restore(target, path.join(folder, 'none.gz'))).rejects.toMatchObject({ name: 'CopyRefused' });
  const other = await made(kind, ' create table more (id int);');
  await expect(restore(other, file)).rejects.toThrow('other migrations');
  await Promise.all([source.close(), target.close(), other.close()]);
}, 120_000);
