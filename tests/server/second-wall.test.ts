import { sql } from 'kysely';
import { beforeEach, expect, test, vi } from 'vitest';
import { withPrivileges } from '#db/privileged.ts';
import type { Method, Operation, OperationKey } from '#shared/operation.ts';
import { operations } from '#shared/operations.ts';
import type { Belongings } from '../support/builders/belongings.ts';
import { type TwoMembers, twoMembers } from '../support/builders/two-members.ts';
import { SAMPLES } from '../support/matrix-samples.ts';
import type { Sample } from '../support/sample.ts';
import { type Client, useWorld } from '../support/world.ts';

/**
 * What is left when the first wall falls: every permission is given to everybody here, as a mistake in the table or a
 * forgotten check would, and still nobody is shown or can change a row of another municipality.
 */
vi.mock('#shared/permission.ts', async (original) => ({
  ...(await original<typeof import('#shared/permission.ts')>()),
  scopeOf: () => 'all',
  may: () => true,
  whyNot: () => null,
}));

const world = useWorld();
let two: TwoMembers;
beforeEach(async () => {
  two = await twoMembers(world.database);
});

const all = Object.entries(operations) as [OperationKey, Operation][];

function call(client: Client, key: OperationKey, sample: Sample, whose: Belongings) {
  const [method, template = ''] = key.split(' ') as [Method, string];
  const ids = [...(sample.path?.(whose, two.around) ?? [])];
  const path = template.replace(/:\w+/g, () => ids.shift() ?? '') + (sample.query ?? '');
  const body = sample.body?.(two);
  // The version that is stored, so that nothing but the wall keeps the change out.
  const headers: Record<string, string> = (operations as Record<string, Operation>)[key]?.ifMatch
    ? { 'if-match': '"1"' }
    : {};
  if (method === 'GET') return client.get(path);
  if (method === 'DELETE') return client.del(path, headers);
  return { POST: client.post, PUT: client.put, PATCH: client.patch }[method](path, body, headers);
}

/** A sum over every row that belongs to a municipality. */
async function rowsOf(memberId: string): Promise<Record<string, string>> {
  return withPrivileges(world.database, async (db) => {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'member_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('history', 'outbox')`.execute(
      db,
    );
    const sums: Record<string, string> = {};
    for (const { name } of rows) {
      const sum = await sql<{
        sum: string;
      }>`select md5(coalesce(string_agg(t::text, E'\n' order by t::text), '')) as sum
        from ${sql.table(name)} t where member_id = ${memberId}`.execute(db);
      sums[name] = sum.rows[0]?.sum ?? '';
    }
    return sums;
  });
}

const MEMBERS = ['member_viewer', 'member_editor', 'member_manager'] as const;

test.each(MEMBERS)('%s with every permission reads and changes nothing of another municipality', async (role) => {
  const { member: _, ...theirs } = two.theirs;
  const secrets = ['件名2', 'Title 2', '内緒の話2', '内部の話1', '内部の話2', '見方2', '者2'];
  const before = await rowsOf(two.theirs.member);
  expect(Object.values(before).filter((sum) => sum !== 'd41d8cd98f00b204e9800998ecf8427e').length).toBeGreaterThan(6);
  const leaks: string[] = [];
  let reached = 0;
  for (const [key] of all) {
    const sample = SAMPLES[key as keyof typeof SAMPLES];
    const asked = two.theirs;
    // Somebody new each time: one of the operations signs out.
    const client = await world.as({ role, memberId: two.ours.member });
    const { status, text } = await call(client, key, sample, asked);
    if (status < 400) reached += 1;
    // The id that was asked for may come back in a refusal; nothing else of theirs may.
    const ids = Object.values(theirs).filter((id) => !sample.path?.(asked, two.around).includes(id));
    leaks.push(
      ...[...secrets, ...(status < 400 ? ids : [])].filter((one) => text.includes(one)).map((one) => `${key}: ${one}`),
    );
  }
  expect(leaks).toEqual([]);
  expect(await rowsOf(two.theirs.member)).toEqual(before);
  // The permissions really were off: lists of the office answer too, with this municipality's rows alone.
  expect(reached).toBeGreaterThan(10);
});

test.each(['staff_admin', 'auditor', 'anonymous'] as const)(
  '%s with every permission sees no request',
  async (role) => {
    const client = role === 'anonymous' ? world.public : await world.as({ role });
    const leaks: string[] = [];
    for (const [key] of all.filter(([one]) => one.startsWith('GET '))) {
      const { text } = await call(client, key, SAMPLES[key as keyof typeof SAMPLES], two.theirs);
      leaks.push(
        ...['件名2', 'Title 2', '内緒の話2', '内部の話2', '者2']
          .filter((one) => text.includes(one))
          .map((one) => `${key}: ${one}`),
      );
    }
    expect(leaks).toEqual([]);
  },
);
