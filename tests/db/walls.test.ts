import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type Db, openDatabase, type Who } from '#db/connect.ts';
import { sqlState } from '#db/errors.ts';
import { newId } from '#db/id.ts';
import { withPrivileges } from '#db/privileged.ts';
import { keepPublicLogin } from '#db/public-login.ts';
import { writeHistory } from '#db/queries/history.ts';
import { ROLES } from '#shared/actor.ts';
import { type TwoMembers, twoMembers } from '#tests/support/builders/two-members.ts';
import { freshServerDatabase, useDatabase } from '#tests/support/database.ts';

const held = useDatabase();
const server = process.env.TEST_DATABASE_URL;

async function catalogue<Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return withPrivileges(held.database, async (db) => (await query.execute(db)).rows);
}

/** Tables without a row of a municipality or a person: events as data, organisations, what was released. */
const OPEN = [
  'call',
  'call_criterion',
  'call_question',
  'deadline',
  'event',
  'event_day',
  'installation',
  'membership',
  'organisation',
  'pass_place',
  'pass_pool',
  'process',
  'release',
  'released_session',
  'request_counter',
  'request_window',
  'room',
  'sign_in_try',
  'task_rule',
  'venue',
];

describe('the catalogue', () => {
  test('every other table has row-level security, forced, with a policy for the owner and for the program', async () => {
    const rows = await catalogue(sql<{ name: string; closed: boolean; owner: boolean; worker: boolean }>`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as closed,
        exists (select from pg_policies p where p.tablename = c.relname and p.policyname = 'owner_all' and p.qual = 'true') as owner,
        exists (select from pg_policies p where p.tablename = c.relname and p.policyname = 'worker_all' and p.qual = 'true') as worker
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and c.relname not like '%migration%' order by 1`);
    expect(rows.filter((row) => row.closed !== !OPEN.includes(row.name))).toEqual([]);
    expect(rows.filter((row) => row.closed && !(row.owner && row.worker))).toEqual([]);
    expect(rows.filter((row) => row.closed).length).toBeGreaterThan(20);
  });

  test('every table that names a municipality is among them', async () => {
    const rows = await catalogue(sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'member_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relforcerowsecurity`);
    expect(rows).toEqual([]);
  });

  test('no role of the program is more than it should be, and none can sign in', async () => {
    const rows = await catalogue(sql<{ name: string }>`
      select rolname as name from pg_roles where rolname like 'cop_desk_%' and rolname not like '%pages%'
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin)`);
    expect(rows).toEqual([]);
    const members = await catalogue(sql<{ role: string }>`
      select r.rolname as role from pg_auth_members m join pg_roles r on r.oid = m.member
      where r.rolname in ('cop_desk_nobody', 'cop_desk_public', 'cop_desk_entry', 'cop_desk_member', 'cop_desk_office',
        'cop_desk_admin', 'cop_desk_auditor', 'cop_desk_worker')`);
    expect(members).toEqual([]);
  });

  test('functions that run as their owner are known and look up names in one place', async () => {
    const rows = await catalogue(sql<{ name: string; pinned: boolean }>`
      select p.proname as name, coalesce(array_to_string(p.proconfig, ',') like 'search_path=pg_catalog%', false) as pinned
      from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef order by 1`);
    // Each because members see neither proposals nor trials: whether one takes part, with whom, and what ends with a request.
    expect(rows).toEqual(
      ['app_joint', 'app_takes_part', 'proposal_follows_request'].map((name) => ({ name, pinned: true })),
    );
    expect(
      await catalogue(sql`select viewname from pg_views where schemaname = 'public' order by 1`),
      'a view shows what its owner sees',
    ).toEqual([]);
  });

  test('a reference between two tables of a municipality carries the municipality', async () => {
    const rows = await catalogue(sql<{ name: string }>`
      select k.conname as name from pg_constraint k
      where k.contype = 'f' and k.confrelid <> 'account'::regclass and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'member_id')
        and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'member_id')
        and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'member_id' and a.attnum = any(k.conkey))
      order by 1`);
    // The head is one of the delegates of this very delegation, and that carries the municipality.
    // A joint proposal is of several municipalities, and so is its session; members see no proposal.
    expect(rows.map((row) => row.name)).toEqual([
      'delegation_head',
      'proposal_call_id_lead_id_fkey',
      'proposal_event_id_session_id_fkey',
      // A proof goes to every municipality that has a part in a session, whosever it is.
      'session_proof_event_id_session_id_fkey',
    ]);
  });
});

describe('what a role sees', () => {
  let two: TwoMembers;
  const member = (memberId: string): Who => ({ accountId: newId(), memberId, role: 'member_manager' });
  const read = <T>(who: Who, work: (db: Db) => Promise<T>) => held.database.read(who, work);
  const refusal = (work: Promise<unknown>) => work.then(() => null, sqlState);

  const TABLES = ['request', 'delegation', 'delegate', 'message', 'pass', 'meeting', 'programme_session'] as const;
  const prepare = async () => {
    two = await twoMembers(held.database);
  };

  test('a member sees its own rows and nobody else’s, even when the query asks for all', async () => {
    await prepare();
    for (const table of TABLES) {
      const all = await read({ accountId: null, memberId: null, role: 'worker' }, (db) =>
        sql<{ memberId: string }>`select distinct member_id as "memberId" from ${sql.table(table)}`.execute(db),
      );
      const own = await read(member(two.ours.member), (db) =>
        sql<{ memberId: string }>`select distinct member_id as "memberId" from ${sql.table(table)}`.execute(db),
      );
      expect(all.rows.length, table).toBe(2);
      expect(
        own.rows.map((row) => row.memberId),
        table,
      ).toEqual([two.ours.member]);
    }
  });

  test('a member changes, adds and removes nobody else’s rows', async () => {
    await prepare();
    const done = await held.database.write(member(two.ours.member), async (tx) => {
      const changed = await tx
        .updateTable('request')
        .set({ nextStep: 'x' })
        .where('id', '=', two.theirs.request)
        .execute();
      const removed = await tx.deleteFrom('delegate').where('id', '=', two.theirs.delegate).execute();
      return [changed[0]?.numUpdatedRows, removed[0]?.numDeletedRows];
    });
    expect(done).toEqual([0n, 0n]);
    const added = held.database.write(member(two.ours.member), (tx) =>
      tx
        .insertInto('delegation')
        .values({ id: newId(), eventId: two.around.eventId, memberId: two.theirs.member })
        .execute(),
    );
    expect(await refusal(added)).toBe('42501');
  });

  test('without a municipality a member’s role sees nothing', async () => {
    await prepare();
    const { rows } = await read({ accountId: null, memberId: null, role: 'member_manager' }, (db) =>
      sql`select id from request`.execute(db),
    );
    expect(rows).toEqual([]);
  });

  test('the office’s notes are not there for members, nor a password for anybody inside', async () => {
    await prepare();
    const notes = (who: Who) => refusal(read(who, (db) => sql`select id from internal_note`.execute(db)));
    expect(await notes(member(two.ours.member))).toBe('42501');
    expect(await notes({ accountId: newId(), memberId: null, role: 'staff_triager' })).toBeNull();
    for (const role of ROLES.filter((one) => one !== 'anonymous' && one !== 'worker')) {
      const memberId = role.startsWith('member') ? two.ours.member : null;
      const hash = read({ accountId: newId(), memberId, role }, (db) =>
        sql`select password_hash from account`.execute(db),
      );
      expect(await refusal(hash), role).toBe('42501');
    }
  });

  test('the administrator and the auditor see no request, the public no table of the desk', async () => {
    await prepare();
    const seen = async (role: string) =>
      (await read({ accountId: newId(), memberId: null, role }, (db) => sql`select id from request`.execute(db))).rows;
    expect(await seen('staff_admin')).toEqual([]);
    expect((await seen('staff_triager')).length).toBeGreaterThan(2);
    expect(await refusal(seen('auditor'))).toBe('42501');
    const tables = await catalogue(sql<{ name: string }>`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and has_table_privilege('cop_desk_public', c.oid, 'select') order by 1`);
    expect(tables.map((row) => row.name)).toEqual(['event', 'event_day', 'release', 'released_session']);
  });

  test('a person’s sessions, links, answers and records are their own municipality’s, or their own', async () => {
    await prepare();
    const program: Who = { accountId: null, memberId: null, role: 'worker' };
    const at = new Date();
    await held.database.write(program, async (tx) => {
      for (const whose of [two.ours, two.theirs]) {
        const link = { accountId: whose.account, purpose: 'sign_in', createdAt: at, endsAt: at };
        await tx
          .insertInto('signInLink')
          .values({ tokenHash: Buffer.from(whose.account), ...link })
          .execute();
        const answer = { key: 'key', operation: 'x', fingerprint: Buffer.from('x') };
        await tx
          .insertInto('idempotency')
          .values({ principal: whose.account, ...answer })
          .execute();
        const entry = { at, actor: { accountId: whose.account, role: 'member_editor' }, memberId: whose.member };
        await writeHistory(tx, { ...entry, subject: 'request', subjectId: whose.request, action: 'x' });
      }
    });
    const own: Who = { accountId: two.ours.account, memberId: two.ours.member, role: 'member_manager' };
    const seen = async (who: Who, text: string) =>
      (await read(who, (db) => sql<{ of: string }>`${sql.raw(text)}`.execute(db))).rows.map((row) => row.of);
    const questions = {
      'select account_id as of from account_session': [two.ours.account, two.theirs.account],
      'select account_id as of from sign_in_link': [two.ours.account, two.theirs.account],
      'select principal as of from idempotency': [two.ours.account, two.theirs.account],
      "select member_id as of from history where action = 'x'": [two.ours.member, two.theirs.member],
      'select distinct member_id as of from account where member_id is not null': [two.ours.member, two.theirs.member],
    };
    for (const [question, all] of Object.entries(questions)) {
      expect((await seen(program, question)).filter((one) => all.includes(one)).sort(), question).toEqual(
        all.toSorted(),
      );
      expect(await seen(own, question), question).toEqual([all[0]]);
    }
    // A colleague at the office sees nobody else's sessions and views either.
    const office: Who = { accountId: newId(), memberId: null, role: 'staff_coordinator' };
    expect(await seen(office, 'select account_id as of from account_session')).toEqual([]);
    expect(await seen(office, 'select account_id as of from saved_view')).toEqual([]);
    expect((await seen(program, 'select account_id as of from saved_view')).length).toBe(2);
  });

  test('nobody takes a line out of the record of changes', async () => {
    const rows = await catalogue(sql<{ role: string }>`
      select r.rolname as role from pg_roles r where r.rolname like 'cop_desk_%'
        and (has_table_privilege(r.oid, 'history', 'update') or has_table_privilege(r.oid, 'history', 'delete')
          or has_table_privilege(r.oid, 'history', 'truncate'))`);
    expect(rows).toEqual([]);
  });
});

describe.skipIf(!server)('on a server', () => {
  test('the login of the public pages reads what was released, and cannot become anybody else', async () => {
    const url = await freshServerDatabase(server ?? '');
    const publicUrl = new URL(url);
    publicUrl.username = `cop_test_pages_${process.pid}`;
    publicUrl.password = 'for this test only';
    const database = await openDatabase({ url, publicUrl: publicUrl.href, acquireTimeoutMs: 5_000 });
    try {
      await keepPublicLogin(database, publicUrl.href);
      await keepPublicLogin(database, publicUrl.href);
      const thePublic: Who = { accountId: null, memberId: null, role: 'public' };
      const as = (text: string) =>
        database.read(thePublic, (db) => sql<{ name: string }>`${sql.raw(text)}`.execute(db));
      expect((await as('select session_user as name')).rows).toEqual([{ name: publicUrl.username }]);
      expect((await as('select slug as name from event')).rows).toEqual([]);
      for (const trick of [
        'select id from request',
        'set local role cop_desk_worker',
        'set local role none; select id from account',
      ]) {
        await expect(as(trick), trick).rejects.toThrow(/permission denied|cannot insert multiple commands/);
      }
      const unhidden = database.read(thePublic, async (db) => {
        await sql`reset role`.execute(db);
        return sql`select id from account`.execute(db);
      });
      await expect(unhidden).rejects.toThrow('permission denied');
    } finally {
      await database.close();
      await withPrivileges(held.database, (db) => sql`drop role if exists ${sql.id(publicUrl.username)}`.execute(db));
    }
  });

  test('a connection outside a transaction has no rights', async () => {
    const url = await freshServerDatabase(server ?? '');
    const { openServer } = await import('#db/safe-pool.ts');
    const engine = openServer({ url, maxConnections: 1, acquireTimeoutMs: 5_000, onError: () => {} });
    const line = await engine.line('cop_desk_worker');
    await expect(line.query('select id from request', [])).rejects.toThrow('permission denied');
    line.release();
    await engine.close();
  });
});
