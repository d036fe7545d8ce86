import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { withPrivileges } from '#db/privileged.ts';
import { useDatabase } from '#tests/support/database.ts';

const held = useDatabase();

test('the reviewed page of walls is what the database holds', async () => {
  const { rows } = await withPrivileges(held.database, (db) =>
    sql<{ table: string; role: string; cmd: string; seen: string; written: string }>`
    select p.tablename as "table", r.role, p.cmd, coalesce(p.qual, '–') as seen, coalesce(p.with_check, '–') as written
    from pg_policies p cross join lateral unnest(p.roles) r(role)
    where p.schemaname = 'public' and p.policyname not in ('owner_all', 'worker_all')
    order by 1, 2, 3, p.policyname`.execute(db),
  );
  const plain = (text: string) =>
    text
      .replace(/\( ?SELECT (app_\w+)\(\) AS app_\w+\)/g, '$1()')
      .replace(/\s+/g, ' ')
      .replaceAll('|', '\\|');
  const lines = rows.map(
    ({ table, role, cmd, seen, written }) =>
      `| \`${table}\` | ${role.replace('cop_desk_', '')} | ${cmd.toLowerCase()} | ${plain(seen)} | ${plain(written)} |`,
  );
  const page = [
    '# Which rows each role of the database sees',
    '',
    'Made from the database by `tests/db/walls-page.test.ts`; a change of a policy shows here, and whoever reviews it reads this page (`npx vitest run -u --config tests/vitest.config.ts tests/db/walls-page.test.ts` writes it anew). A role without a line sees no row of a table; the program’s own jobs see all. Which columns a role may read at all stands in the migrations’ grants.',
    '',
    '| table | role | for | rows seen | rows written |',
    '|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../../docs/walls.md');
});
