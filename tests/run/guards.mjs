// `npm run guards`: takes every guard away, one at a time, in a copy of the sources, and expects a test to go red.
// A guard that no test misses is no guard. `-- table`, `-- verbs`, `-- walls` or `-- door` tries one group.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = mkdtempSync(path.join(os.tmpdir(), 'cop-desk-guards-'));
const asked = process.argv.slice(2);

for (const entry of ['server', 'web', 'db', 'shared', 'tests', 'docs', 'package.json', 'tsconfig.json']) {
  cpSync(path.join(root, entry), path.join(copy, entry), { recursive: true });
}
symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir');

const read = (file) => readFileSync(path.join(copy, file), 'utf8');
const write = (file, text) => writeFileSync(path.join(copy, file), text);
const filesUnder = (folder) =>
  readdirSync(path.join(copy, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);

/** Whether the tests notice: red means that they do. */
function noticed(tests) {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--config', 'tests/vitest.config.ts', '--bail=1', ...tests],
    { cwd: copy, env: { ...process.env, CI: '1', TEST_DATABASE_URL: '' }, stdio: 'ignore' },
  );
  return status !== 0;
}

/** The second wall away, so that a fault in the first one shows. */
const WALL = {
  file: 'db/roles.ts',
  from: 'const found = DATABASE_ROLE[role];',
  to: "const found = DATABASE_ROLE[role] && 'cop_desk_worker';",
};

/** Every row of the table of permissions, widened to everybody. */
function tableGuards() {
  const file = 'shared/permission.ts';
  return [...read(file).matchAll(/^ {2}'([\w.-]+)': (\{.*\}),$/gm)]
    .filter(([, , row]) => row !== '{ all: everyone }')
    .map(([whole, action]) => ({
      name: `the permission ${action}`,
      changes: [{ file, from: whole, to: `  '${action}': { all: everyone },` }],
      tests: ['tests/shared/permission.test.ts'],
    }));
}

/** Every place that narrows what is found to the actor's municipality, with the second wall down. */
function verbGuards() {
  const patterns = [
    [/^ *refuseUnreached\(.*\);$/gm, ''],
    [/(?<=[(,] )ownOnly\(actor, [^)]*\)/g, 'null'],
    [/isMember\(actor\) \? sql`and \w*\.?member_id = \$\{actor\.memberId\}` : sql``/g, 'sql``'],
    [/if \(isMember\(actor\)\) all\.push\(sql`r\.member_id = \$\{actor\.memberId\}`\);/g, ''],
    [/sql<boolean>`r\.member_id = \$\{actor\.memberId\}`/g, 'sql<boolean>`true`'],
    [/isMember\(actor\) \? query\.where\('request\.memberId', '=', actor\.memberId\) : query/g, 'query'],
    [/const memberId = isMember\(actor\) \? actor\.memberId : null;/g, 'const memberId = null;'],
    [/=== 'own' \? actor\.memberId : null/g, "=== 'own' ? null : null"],
    [/if \(input\.memberId !== undefined && input\.memberId !== actor\.memberId\) refuse\('not-found', \{\}\);/g, ''],
    [/=== 'all' \|\| account\?\.memberId === actor\.memberId/g, "=== 'all' || true"],
    [
      /\$if\(isMember\(actor\), \(query\) => query\.where\('account\.memberId', '=', actor\.memberId\)\)/g,
      '$if(false, (query) => query)',
    ],
    [/isOffice\(actor\) \|\| actor\.memberId === row\.id/g, 'true'],
  ];
  const found = [];
  for (const file of [...filesUnder('server'), ...filesUnder('db/queries')]) {
    const text = read(file);
    for (const [pattern, to] of patterns) {
      for (const match of text.matchAll(pattern)) {
        found.push({
          name: `${file}: ${match[0].trim().slice(0, 80)}`,
          changes: [WALL, { file, at: match.index, from: match[0], to }],
          tests: [
            'tests/server/authorisation.test.ts',
            'tests/server/requests',
            'tests/server/accounts',
            'tests/server/organisations',
            'tests/server/delegations',
            'tests/server/bilaterals',
          ],
        });
      }
    }
  }
  return found;
}

/** The statement with `true` in the place of the condition that begins after `opening`. */
function openTo(statement, opening) {
  const start = statement.indexOf(opening);
  if (start < 0) return statement;
  let depth = 1;
  let end = start + opening.length;
  for (; depth > 0; end += 1) depth += { '(': 1, ')': -1 }[statement[end]] ?? 0;
  return `${statement.slice(0, start)}${opening}true)${statement.slice(end)}`;
}

/** Every statement of the second wall, opened to whoever has the role. */
function wallGuards() {
  const found = [];
  const folder = 'db/migrations';
  for (const file of readdirSync(path.join(copy, folder)).map((one) => `${folder}/${one}`)) {
    const text = read(file);
    const open = [
      [/^create policy [^;]*;/gm, (whole) => openTo(openTo(whole, 'using ('), 'with check (')],
      [
        /^call wall\('(\w+)'\);$/gm,
        (whole) => `${whole} alter table ${/'(\w+)'/.exec(whole)?.[1]} disable row level security;`,
      ],
      [/^ {4}call wall_opens_to_own_member\(closed\);$/gm, () => "    call wall_opens(closed, 'cop_desk_member');"],
    ];
    for (const [pattern, to] of open) {
      // Not the templates within the procedures that make policies.
      for (const match of [...text.matchAll(pattern)].filter(
        ([whole]) => !whole.includes('%') && to(whole) !== whole,
      )) {
        found.push({
          name: `${path.basename(file)}: ${match[0].replace(/\s+/g, ' ').slice(0, 80)}`,
          changes: [{ file, at: match.index, from: match[0], to: to(match[0]) }],
          sound: ['tests/db/generate-tables.test.ts'],
          tests: ['tests/db/walls-page.test.ts', 'tests/db/walls.test.ts', 'tests/server/second-wall.test.ts'],
        });
      }
    }
  }
  const role = { file: 'db/connect.ts', from: /`set local role [^`]*`, /, to: '' };
  found.push({ name: 'the role of a transaction', changes: [role], tests: ['tests/db/walls.test.ts'] });
  return found;
}

/** What a call meets before its verb. */
function doorGuards() {
  const file = 'server/http/run-operation.ts';
  const lines = [
    ['the same origin', /^ *if \(!isFromOurPages\(.*$/m, ''],
    ['the permission', /^ *permit\(actor, .*\);$/m, ''],
    ['JSON alone', /^ *if \(!isJson\(request\)\).*$/m, ''],
    ['the version', 'operation.ifMatch ? versionOf(', 'operation.ifMatch && Math.random() > 2 ? versionOf('],
    [
      'bodies that fit',
      /checked\.errors \? [^:]*: |'errors' in checked \? refuseFields\(checked\.errors\) : checked\.value/,
      '(checked as { value: unknown }).value',
    ],
  ];
  return lines.map(([name, from, to]) => ({
    name: `the door: ${name}`,
    changes: [{ file, from, to }],
    tests: ['tests/server/authorisation.test.ts', 'tests/server/http', 'tests/server/requests'],
  }));
}

const groups = { table: tableGuards, verbs: verbGuards, walls: wallGuards, door: doorGuards };
const chosen = Object.entries(groups).filter(([name]) => asked.length === 0 || asked.includes(name));
let missed = 0;
let tried = 0;
try {
  for (const [, guards] of chosen) {
    for (const { name, changes, tests, sound } of guards()) {
      const before = changes.map(({ file }) => [file, read(file)]);
      for (const { file, at, from, to } of changes) {
        const text = read(file);
        const after = at === undefined ? text.replace(from, to) : text.slice(0, at) + to + text.slice(at + from.length);
        if (after === text) throw new Error(`Nothing to take away: ${name}`);
        write(file, after);
      }
      // Sources that no longer run would be noticed by anything: those of the database must still make its tables.
      const stillRuns = !sound || !noticed(sound);
      const red = stillRuns && noticed(tests);
      for (const [file, text] of before.reverse()) write(file, text);
      tried += 1;
      if (!red) missed += 1;
      console.log(`${red ? 'ok  ' : stillRuns ? 'MISS' : 'DEAD'} ${name}`);
    }
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${tried - missed} of ${tried} guards are missed by a test when they are gone.`);
process.exit(missed === 0 ? 0 : 1);
