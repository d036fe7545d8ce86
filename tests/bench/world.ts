import { randomUUID } from 'node:crypto';
import { onDatabase, ownDatabase } from './databases.ts';
import { type Started, startProgram } from './processes.ts';

const PASSWORD = 'cop-desk-demo';

/** The demonstration world with two people signed in, in a database that the measured ones are copies of. */
export type Base = { address: string; staff: string; member: string };

export async function makeBase(): Promise<Base> {
  const address = await ownDatabase('base');
  const program = await startProgram(address);
  const staff = await cookie(program, 'staff@desk.example');
  const member = await cookie(program, 'toyama@member.example');
  await program.stop();
  return { address, staff, member };
}

async function cookie({ port }: Started, email: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (answer.status !== 200) throw new Error(`Signing in as ${email} answered ${answer.status}.`);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

const COP32 = `(select id from event where slug = 'cop32')`;
/** Columns of a request that a copy of it has for itself. */
const OWN = ['id', 'number', 'reference', 'risk_at', 'due_at', 'created_at'];

async function columnsOf(address: string, table: string): Promise<string[]> {
  const [found] = await onDatabase(address, [
    `select column_name as name from information_schema.columns where table_name = '${table}' order by ordinal_position`,
  ]);
  return found?.rows.map((row) => row.name) ?? [];
}

/** Fills a database up to so many requests of the event: copies of the demonstration's sent ones, spread over time. */
export async function fillQueue(address: string, count: number): Promise<void> {
  const columns = await columnsOf(address, 'request');
  const others = columns.filter((name) => !OWN.includes(name));
  await onDatabase(address, [
    `insert into request (${OWN.join()}, ${others.join()})
      select gen_random_uuid(), 100000 + n, 'COP32-B-' || (100000 + n),
        r.risk_at + n * interval '1 second', r.due_at + n * interval '1 second', r.created_at + n * interval '1 second',
        ${others.map((name) => `r.${name}`).join()}
      from generate_series(1, ${count}) n
      join (select *, row_number() over (order by id) as nth, count(*) over () as of_all from request
        where event_id = ${COP32} and state <> 'draft') r on r.nth = 1 + n % r.of_all
      where (select count(*) from request where event_id = ${COP32}) + n <= ${count}`,
    'vacuum analyze',
  ]);
}

/** Adds drafts that only wait to be sent, each with a title of its own; answers their ids. */
export async function addDrafts(address: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  const columns = await columnsOf(address, 'request');
  const others = columns.filter((name) => !['id', 'version'].includes(name));
  const as: Record<string, string> = {
    number: 'null',
    reference: 'null',
    state: `'draft'`,
    stage: 'null',
    turn: `'member'`,
    due_at: 'null',
    risk_at: 'null',
    submitted_at: 'null',
    decided_at: 'null',
    closed_at: 'null',
    owner_id: 'null',
  };
  const details = `(select details from request where event_id = ${COP32} and kind = 'speaking' and state = 'in_triage'
    and details->>'titleJa' <> '' order by id limit 1)`;
  await onDatabase(address, [
    `insert into request (id, version, ${others.join()})
      select d.id, 1, ${others.map((name) => (name === 'details' ? `jsonb_set(jsonb_set(${details}, '{titleJa}', to_jsonb('計測 ' || d.n)), '{speakers}', '[{"delegateId":null,"language":"ja","bioEn":"","photo":false}]')` : (as[name] ?? `r.${name}`))).join()}
      from unnest('{${ids.join()}}'::uuid[]) with ordinality d(id, n),
        (select r.* from request r join organisation o on o.id = r.member_id
          where r.event_id = ${COP32} and r.kind = 'speaking' and o.name_ja = '富山市' order by r.id limit 1) r`,
    'vacuum analyze',
  ]);
  return ids;
}

/** Publishes a release of so many sessions: the latest one's, again and again, each at its day and time. */
export async function addRelease(address: string, sessions: number): Promise<string> {
  const [, , day] = await onDatabase(address, [
    `insert into release (id, event_id, number, released_at)
      select gen_random_uuid(), event_id, max(number) + 1, max(released_at) + interval '1 second'
      from release where event_id = ${COP32} group by event_id`,
    `insert into released_session (release_id, session_id, day, room_id, starts_at, ends_at, content)
      select release_id, id, day, room_id, starts_at, ends_at, jsonb_set(content, '{id}', to_jsonb(id)) from (
        select latest.id as release_id, gen_random_uuid() as id, s.day, s.room_id, s.starts_at, s.ends_at, s.content
        from (select id, number, event_id from release where event_id = ${COP32} order by number desc limit 1) latest
        join release before on before.event_id = latest.event_id and before.number = latest.number - 1
        join released_session s on s.release_id = before.id
        cross join generate_series(1, 100) again
        order by again, s.starts_at limit ${sessions} offset 0) copies`,
    `select to_char(day, 'YYYY-MM-DD') as day from released_session group by day, release_id
      order by count(*) desc limit 1`,
  ]);
  return day?.rows[0]?.day;
}
