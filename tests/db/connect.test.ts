import { AsyncLocalStorage } from 'node:async_hooks';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Db, Who } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { nobody, useDatabase } from '#tests/support/database.ts';

const world = useDatabase();

const one = (db: Db) => sql<{ n: number }>`select 1 as n`.execute(db);
const account = (id: string, email = `${id}@example.jp`) => ({ id, email, name: '試験', role: 'staff_admin' });
// Bound outside every transaction, as another request would be.
const elsewhere = AsyncLocalStorage.snapshot();
const emails = () =>
  world.database.read(nobody, (db) => db.selectFrom('account').select('email').orderBy('email').execute());

test('a handle that outlives its transaction throws instead of running bare', async () => {
  const reading = await world.database.read(nobody, async (db) => db);
  await expect(one(reading)).rejects.toThrow('outside its transaction');
  const writing = await world.database.write(nobody, async (tx) => tx);
  await expect(writing.insertInto('account').values(account(newId())).execute()).rejects.toThrow('outside');
  expect(await emails()).toEqual([]);
});

test('using the database inside a transaction throws at once, also through other functions and timers', async () => {
  const nested = 'inside an open transaction';
  const { database } = world;
  const uses: (() => Promise<unknown>)[] = [
    () => database.read(nobody, one),
    () => database.write(nobody, one),
    () => database.ping(),
  ];
  for (const inner of uses) {
    await expect(database.read(nobody, () => inner())).rejects.toThrow(nested);
    await expect(database.write(nobody, () => inner())).rejects.toThrow(nested);
  }
  const later = () => new Promise((resolve) => setTimeout(resolve, 5)).then(() => database.read(nobody, one));
  await expect(database.write(nobody, later)).rejects.toThrow(nested);
  expect((await database.read(nobody, one)).rows).toEqual([{ n: 1 }]);
});

test('work that was started inside a transaction may use the database after its end', async () => {
  let after: Promise<unknown> | undefined;
  await world.database.read(nobody, async (db) => {
    await one(db);
    after = new Promise((resolve) => setTimeout(resolve, 30)).then(() => world.database.read(nobody, one));
  });
  expect(await after).toMatchObject({ rows: [{ n: 1 }] });
});

test('a failed statement that the work swallows makes the write fail, and nothing stays', async () => {
  const id = newId();
  const write = world.database.write(nobody, async (tx) => {
    await tx.insertInto('account').values(account(id)).execute();
    await tx
      .insertInto('account')
      .values(account(id))
      .execute()
      .catch(() => 'swallowed');
    return 'saved';
  });
  await expect(write).rejects.toThrow('rolled back');
  expect(await emails()).toEqual([]);
});

test('a failed statement that the work swallows makes the read fail too', async () => {
  const read = world.database.read(nobody, (db) => sql`select 1 / 0`.execute(db).catch(() => 'swallowed'));
  await expect(read).rejects.toThrow('rolled back');
});

test('the context ends with its transaction', async () => {
  const who = { accountId: newId(), memberId: newId(), role: 'auditor' };
  const left = await world.database.write(who, async (tx) => {
    await sql`commit`.execute(tx);
    return sql`select current_setting('app.actor') || current_setting('app.member') || current_setting('app.role') as left`.execute(
      tx,
    );
  });
  expect(left.rows).toEqual([{ left: '' }]);
});

test('an error of the work rolls everything back and arrives as it was thrown', async () => {
  const mistake = new Error('mine');
  const write = world.database.write(nobody, async (tx) => {
    await tx.insertInto('account').values(account(newId())).execute();
    throw mistake;
  });
  await expect(write).rejects.toBe(mistake);
  expect(await emails()).toEqual([]);
});

test('reading cannot change anything', async () => {
  const write = world.database.read(nobody, (db) => db.insertInto('account').values(account(newId())).execute());
  await expect(write).rejects.toMatchObject({ code: '25006' });
  expect(await emails()).toEqual([]);
});

test('one read sees one moment', async () => {
  const count = (db: Db) => db.selectFrom('account').select('email').execute();
  const seen = await world.database.read(nobody, async (db) => {
    const before = await count(db);
    if (world.database.kind === 'server') {
      await elsewhere(() =>
        world.database.write(nobody, (tx) => tx.insertInto('account').values(account(newId())).execute()),
      );
    }
    return [before, await count(db)];
  });
  expect(seen).toEqual([[], []]);
  expect(await emails()).toHaveLength(world.database.kind === 'server' ? 1 : 0);
});

test('the context holds for one transaction and never reaches another', async () => {
  const context = (db: Db) =>
    sql<{ context: string }>`
    select concat_ws('|', current_setting('app.actor'), current_setting('app.member'), current_setting('app.role')) as context,
      pg_sleep(random() * 0.002)`.execute(db);
  const people: Who[] = Array.from({ length: 400 }, (_, at) => ({
    accountId: at % 3 === 0 ? null : newId(),
    memberId: at % 5 === 0 ? null : newId(),
    role: at % 7 === 0 ? 'auditor' : 'member_editor',
  }));
  const queue = [...people];
  const foreign: string[] = [];
  const worker = async () => {
    for (let who = queue.shift(); who; who = queue.shift()) {
      const own = `${who.accountId ?? ''}|${who.memberId ?? ''}|${who.role}`;
      const person = who;
      const spoil = Math.random() < 0.2;
      const run = Math.random() < 0.5 ? world.database.read : world.database.write;
      await run(person, async (db) => {
        for (const { rows } of await Promise.all([context(db), context(db)])) {
          if (rows[0]?.context !== own) foreign.push(`${own} saw ${rows[0]?.context}`);
        }
        if (spoil) await sql`select 1 / 0`.execute(db);
      }).catch((error: { code?: string }) => expect(error.code).toBe('22012'));
    }
  };
  await Promise.all(Array.from({ length: 40 }, worker));
  expect(foreign).toEqual([]);
});

test('a value that could leave its quotes is refused', async () => {
  const sly = { accountId: "x'; drop table account; --", memberId: null, role: 'system' };
  await expect(world.database.read(sly, one)).rejects.toThrow('app.actor');
  await expect(world.database.read({ ...nobody, role: 'a b' }, one)).rejects.toThrow('app.role');
});

test('both engines hand over the same values', async () => {
  const { rows } = await world.database.read(nobody, (db) =>
    sql`/* hot */ select date '2026-11-09' as day, 9007199254740991::int8 as big_number, count(*) as n,
      '\\x00ff'::bytea as bytes, interval '1 day 02:00' as span, timestamptz '2026-11-09T09:00+03' as at,
      1.50::numeric as amount, daterange('2026-11-09', '2026-11-12') as days, null as nothing, true as yes,
      array['a','b'] as words, ${JSON.stringify({ inner_key: [1, '二'] })}::jsonb as inner_json, ${'𠮷﨑🙂'}::text as name`.execute(
      db,
    ),
  );
  expect(rows).toEqual([
    {
      day: '2026-11-09',
      bigNumber: 9007199254740991,
      n: 1,
      bytes: Buffer.from([0, 255]),
      span: '1 day 02:00:00',
      at: new Date('2026-11-09T06:00:00Z'),
      amount: '1.50',
      days: '[2026-11-09,2026-11-12)',
      nothing: null,
      yes: true,
      words: ['a', 'b'],
      innerJson: { inner_key: [1, '二'] },
      name: '𠮷﨑🙂',
    },
  ]);
});

test('a write that lost against another one is repeated three times at most', async () => {
  const lose = (times: number) => {
    let tries = 0;
    const write = world.database.write(nobody, async (tx) => {
      tries += 1;
      if (tries <= times) await sql.raw("do $$ begin raise exception using errcode = '40001'; end $$").execute(tx);
      return tries;
    });
    return write;
  };
  expect(await lose(3)).toBe(4);
  await expect(lose(4)).rejects.toMatchObject({ code: '40001' });
});

test('a message is delivered after its commit and never after a rollback', async () => {
  const heard: string[] = [];
  const stop = await world.database.listen('test_channel', (payload) => heard.push(payload));
  const send = (payload: string, fail: boolean) =>
    world.database.write(nobody, async (tx) => {
      await sql`select pg_notify('test_channel', ${payload})`.execute(tx);
      if (fail) throw new Error('no');
    });
  await send('lost', true).catch(() => {});
  await send('first', false);
  await expect.poll(() => heard).toEqual(['first']);
  await stop();
  await send('unheard', false);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard).toEqual(['first']);
});

test('every statement of the work is counted, and nothing else', async () => {
  await world.database.ping();
  await world.database.read(nobody, async (db) => Promise.all([one(db), one(db)]));
  expect(world.queries).toEqual(['select 1 as n', 'select 1 as n']);
});
