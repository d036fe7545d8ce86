import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Db } from '#db/connect.ts';
import { withPrivileges } from '#db/privileged.ts';
import { commitmentsOfEvent } from '#db/queries/commitments.ts';
import { prepareWorld } from '#db/seed/prepare-world.ts';
import { whoHasNoConsent } from '#server/delegations/who-has-no-consent.ts';
import { allClashes } from '#shared/clashes/find-clashes.ts';
import { MAILS } from '#shared/mails.ts';
import type { RequestKind } from '#shared/requests/kind-names.ts';
import { kindOf, parseDetails } from '#shared/requests/kinds.ts';
import { REQUEST_STATES, type RequestState } from '#shared/requests/lifecycle.ts';
import { riskAt, riskGroup } from '#shared/requests/risk.ts';
import { foldForSearch } from '#shared/requests/search.ts';
import { PublicSession } from '#shared/schedule/contract.ts';
import { freshDatabase, nobody } from '#tests/support/database.ts';

const NOW = new Date('2027-09-24T10:00:00+09:00');
const SECRET = 'for tests only, never for people 0123456789';
const ask = (demo: boolean, demoNow: Date | null = null) => ({
  demo,
  demoNow,
  realNow: new Date('2026-11-24T09:00:00Z'),
  appSecret: SECRET,
  passwordHash: async () => '$argon2id$not-a-hash',
});

async function numberOf(db: Db, what: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.raw(what)}`.execute(db);
  return rows[0]?.count ?? -1;
}

/** The rows of every table, as one text per table. */
/** What each table holds. The number of the transaction that wrote a row is no part of it. */
async function contents(database: Database, without: readonly string[] = []): Promise<Record<string, string>> {
  return withPrivileges(database, async (db) => {
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
    const all: Record<string, string> = {};
    for (const { name } of rows.filter((row) => !without.includes(row.name) && !row.name.startsWith('kysely'))) {
      const found = await sql<{ sum: string }>`
        select md5(coalesce(string_agg(r, E'\n' order by r), '')) as sum
        from (select (to_jsonb(t) - 'xid')::text as r from ${sql.table(name)} t) rows`.execute(db);
      all[name] = found.rows[0]?.sum ?? '';
    }
    return all;
  });
}

describe('an empty database without the demonstration', () => {
  test('gets the reference data and nobody’s account, once, and the wall clock', async () => {
    const database = await freshDatabase();
    const asked: string[] = [];
    const preparation = { ...ask(false), passwordHash: async () => asked.push('hash').toString() };
    expect(await prepareWorld(database, preparation)).toEqual({ did: 'reference', clockFrom: null });
    expect(await prepareWorld(database, ask(true))).toEqual({ did: 'nothing', clockFrom: null });
    const counts = await database.read(nobody, (db) =>
      Promise.all(['membership', 'event', 'account', 'request'].map((name) => numberOf(db, name))),
    );
    expect(counts).toEqual([27, 16, 0, 0]);
    expect(asked).toEqual([]);
    await database.close();
  });
});

describe('the demonstration world', () => {
  let database: Database;
  let seconds = 0;
  beforeAll(async () => {
    database = await freshDatabase();
    // Processor time, not the clock’s: what others do on the machine does not count.
    const before = process.cpuUsage();
    expect(await prepareWorld(database, ask(true))).toEqual({ did: 'demonstration', clockFrom: NOW });
    const { user, system } = process.cpuUsage(before);
    seconds = (user + system) / 1_000_000;
  });
  afterAll(() => database.close());
  const read = <Result>(work: (db: Db) => Promise<Result>) => database.read(nobody, work);

  test('is there within five seconds', () => {
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(5);
  });

  test('holds what it promises', async () => {
    const cop32 = `join event e on e.id = x.event_id where e.slug = 'cop32'`;
    const counts = await read(async (db) => ({
      members: await numberOf(db, 'membership'),
      shown: await numberOf(db, 'account where demo'),
      delegations: await numberOf(db, `delegation x ${cop32}`),
      requests: await numberOf(db, `request x ${cop32}`),
      closed: await numberOf(db, `request x join event e on e.id = x.event_id where e.slug in ('cop29', 'cop30')`),
      placed: await numberOf(db, `room_hold x ${cop32} and session_id is not null`),
      unplaced: await numberOf(
        db,
        `programme_session x ${cop32} and not exists (select from room_hold h where h.session_id = x.id)`,
      ),
      releases: await numberOf(db, `release x ${cop32}`),
      waitlisted: await numberOf(db, `request x ${cop32} and x.state = 'waitlisted' and x.kind = 'pass'`),
      held: await numberOf(db, `pass x ${cop32} and x.state = 'held'`),
      confirmed: await numberOf(db, `pass x ${cop32} and x.state = 'confirmed'`),
    }));
    expect(counts).toEqual({
      ...{ members: 27, shown: 8, delegations: 27, requests: 116, closed: 54, placed: 91, unplaced: 9, releases: 7 },
      ...{ waitlisted: 7, held: 5, confirmed: 158 },
    });
  });

  test('has requests of every kind in every state, and some in each group of risk', async () => {
    const rows = await read((db) =>
      db.selectFrom('request').select(['kind', 'state', 'turn', 'dueAt', 'riskAt', 'ownerId', 'stage']).execute(),
    );
    expect([...new Set(rows.map((row) => row.state))].sort()).toEqual([...REQUEST_STATES].sort());
    const open = rows.filter((row) => !['draft', 'completed', 'declined', 'withdrawn'].includes(row.state));
    for (const row of open) {
      expect(row.turn).not.toBe('none');
      if (!row.dueAt || !row.riskAt) throw new Error('an open request without a due instant');
      expect(row.riskAt).toEqual(riskAt(row.kind as RequestKind, row.state as RequestState, row.dueAt));
    }
    const groups = open.map((row) => riskGroup({ dueAt: row.dueAt as Date, riskAt: row.riskAt as Date }, NOW));
    const count = (group: string) => groups.filter((one) => one === group).length;
    expect([count('overdue'), count('at_risk') > 4, count('watch') > 5, count('on_track') > 40]).toEqual([
      2,
      true,
      true,
      true,
    ]);
    expect(open.filter((row) => row.ownerId === null).length).toBe(5);
  });

  test('asks only what the forms can ask, and sent nothing unfinished', async () => {
    const rows = await read((db) =>
      db
        .selectFrom('request as r')
        .leftJoin('requestSearch as s', 's.requestId', 'r.id')
        .select(['r.id', 'kind', 'state', 'details', 'titleJa', 's.text'])
        .execute(),
    );
    expect(rows.length).toBe(170);
    const named = await read((db) => db.selectFrom('requestDelegate').selectAll().orderBy('position').execute());
    for (const row of rows) {
      const kind = kindOf(row.kind as RequestKind);
      const parsed = parseDetails(row.kind as RequestKind, row.details);
      expect(parsed.error).toBeUndefined();
      if (row.state !== 'draft') expect(kind.issues(parsed.data)).toEqual([]);
      expect(kind.title(parsed.data).ja).toBe(row.titleJa);
      expect(row.text).toContain(foldForSearch(row.titleJa));
      const ids = named.filter((one) => one.requestId === row.id).map((one) => one.delegateId);
      expect(ids).toEqual(kind.delegateIds(parsed.data));
    }
  });

  test('lets the public read sessions as they were released', async () => {
    const rows = await read((db) => db.selectFrom('releasedSession').select('content').execute());
    expect(rows.length).toBeGreaterThan(350);
    for (const row of rows) expect(PublicSession.safeParse(row.content).error).toBeUndefined();
  });

  test('hides four contradictions: two people in two places, two speakers without a pass', async () => {
    const found = await read(async (db) => {
      const event = await db.selectFrom('event').select('id').where('slug', '=', 'cop32').executeTakeFirstOrThrow();
      const promises = await commitmentsOfEvent(db, event.id);
      const { rows } = await sql<{ name: string }>`select distinct d.family_name || d.given_name as name
        from session_speaker sp join delegate d on d.id = sp.delegate_id join room_hold h on h.session_id = sp.session_id
        where not exists (select from pass p where p.delegate_id = d.id and p.state <> 'released'
          and p.days @> (lower(h.during) at time zone 'Africa/Addis_Ababa')::date)
          and d.event_id = ${event.id}`.execute(db);
      return { twice: allClashes(promises).length, without: rows.length };
    });
    expect(found).toEqual({ twice: 2, without: 2 });
  });

  test('has passport data and consents of everybody handed in, sealed and of nobody real', async () => {
    const [handedIn, unready] = await read(async (db) => {
      const rows = await db
        .selectFrom('pass')
        .innerJoin('event', 'event.id', 'pass.eventId')
        .select('delegateId')
        .where('slug', '=', 'cop32')
        .where('official', '<>', 'none')
        .where('state', '<>', 'released')
        .execute();
      return [rows, await whoHasNoConsent(db, [...new Set(rows.map((row) => row.delegateId))])];
    });
    expect(handedIn.length).toBeGreaterThan(80);
    expect(unready).toEqual([]);
    const masks = await read((db) => db.selectFrom('identityVault').select('passportMask').execute());
    expect(masks.filter((row) => !/^TE••••\d{3}$/.test(row.passportMask))).toEqual([]);
  });

  test('mails only what there are words for', async () => {
    const rows = await read((db) => db.selectFrom('outbox').select(['template', 'state', 'params']).execute());
    expect(rows.filter((row) => row.state === 'ready').length).toBeGreaterThan(3);
    expect(rows.filter((row) => !(row.template in MAILS))).toEqual([]);
  });

  test('stays as it is when it is prepared again', async () => {
    const before = await contents(database);
    expect(Object.keys(before).length).toBeGreaterThan(30);
    expect(await prepareWorld(database, ask(true))).toEqual({ did: 'nothing', clockFrom: NOW });
    expect(await contents(database)).toEqual(before);
  });

  test('is the same world each time, apart from what the wall clock stamps', async () => {
    const other = await freshDatabase();
    await prepareWorld(other, ask(true));
    // These rows say when the database itself was filled, or are sealed and never look the same twice.
    const stamped = ['organisation', 'outbox', 'identity_vault', 'vault_key_bytes'];
    expect(await contents(other, stamped)).toEqual(await contents(database, stamped));
    await other.close();
  });

  test('goes on after its latest change, and begins where it is told to', async () => {
    const later = new Date('2027-11-11T14:20:00+03:00');
    expect((await prepareWorld(database, ask(true, later))).clockFrom).toEqual(later);
    const at = new Date('2027-10-02T01:00:00Z');
    await database.write(nobody, async (tx) => {
      await tx
        .insertInto('history')
        .values({
          ...{ id: '01902000-0000-7000-8000-000000000001', at, actorRole: 'system', subject: 'event' },
          ...{ subjectId: '01902000-0000-7000-8000-000000000002', action: 'change' },
        })
        .execute();
    });
    expect((await prepareWorld(database, ask(true))).clockFrom).toEqual(new Date('2027-10-02T01:00:01Z'));
    expect((await prepareWorld(database, ask(false))).clockFrom).toBeNull();
  });
});

test('two instances that start at once fill the database once', async () => {
  const database = await freshDatabase();
  const both = await Promise.all([prepareWorld(database, ask(true)), prepareWorld(database, ask(true))]);
  expect(both.map((one) => one.did).sort()).toEqual(['demonstration', 'nothing']);
  expect(both.map((one) => one.clockFrom)).toEqual([NOW, NOW]);
  expect(await database.read(nobody, (db) => numberOf(db, 'membership'))).toBe(27);
  await database.close();
});
