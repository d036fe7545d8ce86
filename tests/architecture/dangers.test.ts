import { expect, test } from 'vitest';
import { type Node, ownPrograms, parse, piecesOf } from './syntax.ts';

/** Ways of writing that let what somebody typed become a command: to the database, the browser or the machine. */
type Danger = { name: string; in: RegExp; is: (piece: Node) => boolean };

const memberOf = (piece: Node | undefined, object: string | null, names: RegExp) => {
  if (piece?.type !== 'MemberExpression') return false;
  const { object: of, property } = piece as unknown as { object: Node; property: Node };
  return (object === null || of.name === object) && typeof property.name === 'string' && names.test(property.name);
};
const calls = (piece: Node, object: string | null, names: RegExp) =>
  piece.type === 'CallExpression' && memberOf(piece.callee as Node, object, names);
const named = (piece: Node, types: string[], name: RegExp) =>
  types.includes(piece.type) &&
  (piece.callee as Node | undefined)?.type === 'Identifier' &&
  name.test(String((piece.callee as Node).name));
/** Something written out in the program, which nobody can have typed. */
const isLiteral = (piece: Node | undefined): boolean => {
  if (piece?.type === 'ConditionalExpression')
    return isLiteral(piece.consequent as Node) && isLiteral(piece.alternate as Node);
  return (
    piece?.type === 'Literal' || (piece?.type === 'TemplateLiteral' && (piece.expressions as unknown[]).length === 0)
  );
};
const firstArgument = (piece: Node) => (piece.arguments as Node[])[0];

const DANGERS: readonly Danger[] = [
  {
    name: 'a name or a piece of SQL that is not written out',
    in: /^(db|server)\//,
    is: (piece) => calls(piece, 'sql', /^(raw|lit|id|ref|table)$/) && !isLiteral(firstArgument(piece)),
  },
  {
    name: 'a path into JSON made by the query builder',
    in: /^(db|server)\//,
    is: (piece) => calls(piece, null, /^key$/) && !isLiteral(firstArgument(piece)),
  },
  {
    name: 'a query outside of db/',
    in: /^(server|shared|web)\//,
    is: (piece) => calls(piece, null, /^(selectFrom|insertInto|updateTable|deleteFrom|executeQuery)$/),
  },
  {
    name: 'markup made from text',
    in: /^(web|shared|server)\//,
    is: (piece) =>
      memberOf(
        piece,
        null,
        /^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc|createContextualFragment|parseFromString)$/,
      ) ||
      calls(piece, 'document', /^writeln?$/) ||
      (piece.type === 'JSXAttribute' && (piece.name as Node).name === 'dangerouslySetInnerHTML') ||
      (piece.type === 'Property' && (piece.key as Node).name === 'dangerouslySetInnerHTML') ||
      (piece.type === 'ImportSpecifier' && (piece.imported as Node).name === 'raw'),
  },
  {
    name: 'a program made from text',
    in: /^(web|shared|server|db)\//,
    is: (piece) =>
      named(piece, ['CallExpression', 'NewExpression'], /^(eval|Function)$/) ||
      (named(piece, ['CallExpression'], /^(setTimeout|setInterval)$/) && firstArgument(piece)?.type === 'Literal') ||
      (piece.type === 'Literal' && /^\s*javascript:/i.test(String(piece.value))),
  },
  {
    name: 'another program of this machine',
    in: /^(web|shared|server|db)\//,
    is: (piece) =>
      piece.type === 'ImportDeclaration' &&
      /^(node:)?(child_process|vm|worker_threads)$/.test(String((piece.source as Node).value)),
  },
  {
    name: 'a time limit of the driver’s own, which forgets a rollback',
    in: /^(db|server)\//,
    is: (piece) => piece.type === 'Property' && (piece.key as Node).name === 'query_timeout',
  },
  {
    name: 'a pattern that is not written out',
    in: /^(web|shared|server|db)\//,
    is: (piece) => named(piece, ['CallExpression', 'NewExpression'], /^RegExp$/) && !isLiteral(firstArgument(piece)),
  },
  {
    name: 'an address on the internet that the program would ask by itself',
    in: /^(shared|server|db)\//,
    is: (piece) => named(piece, ['CallExpression'], /^fetch$/),
  },
];

/** Where each is allowed all the same, and why nobody can have typed it. */
const ALLOWED: Record<string, readonly string[]> = {
  'names and types from the catalogue of the database': [
    'db/copy.ts: sql.lit(BATCH)',
    'db/copy.ts: sql.lit(at)',
    'db/copy.ts: sql.raw(column.type)',
    'db/copy.ts: sql.ref(column.name)',
    'db/copy.ts: sql.ref(name)',
    'db/copy.ts: sql.table(table.name)',
  ],
  'from the address of the database, quoted': [
    'db/public-login.ts: sql.id(name)',
    'db/public-login.ts: sql.lit(secret)',
  ],
  'columns and aliases written in the same file': [
    'db/queries/queue-filter.ts: sql.raw(column)',
    "db/queries/queue.ts: sql.raw(`{alias}.part, {alias}.key {descending ? 'desc' : ''}, {alias}.id {descending ? 'desc' : ''}`)",
    'db/queries/request-row.ts: sql.raw(`to_char({column} at time zone \'UTC\', \'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"\')`)',
  ],
  numbers: [
    'db/queries/queue-search.ts: sql.lit(MANY)',
    'db/queries/queue.ts: sql.lit(index - 1)',
    'db/queries/queue.ts: sql.lit(index)',
    'db/queries/queue.ts: sql.lit(limit)',
    'db/queries/queue.ts: sql.lit(part.part)',
    'db/queries/queue.ts: sql.lit(query.limit + 1)',
    'db/queries/queue.ts: sql.lit(query.limit)',
  ],
  'from the seed’s own rows': ['db/seed/demo-rows.ts: sql.ref(key)', 'db/seed/demo-rows.ts: sql.table(table)'],
  'a thread of this program’s own, which solves models': [
    "server/solver/solve.ts: import { Worker } from 'node:worker_threads';",
  ],
  'hosts of the issuers in the settings, and no others': [
    'server/accounts/ask-issuer.ts: fetch(address, options as RequestInit)',
  ],
  'from the list of screens above it': ['server/http/web-files.ts: new RegExp(`^/{page}/?$`)'],
};

type Found = { name: string; where: string };

function found(file: string, source: string, pieces: Iterable<Node>): Found[] {
  const dangers = DANGERS.filter((danger) => danger.in.test(file));
  return [...pieces].flatMap((piece) =>
    dangers
      .filter((danger) => danger.is(piece))
      .map(({ name }) => ({
        name,
        where: `${file}: ${source
          .slice(piece.start, piece.end)
          .replace(/\s+/g, ' ')
          .replaceAll(/[$](?=[{])/g, '')}`,
      })),
  );
}

test.each([
  ['db/queries/x.ts', 'sql.raw(input)', 1],
  ['db/queries/x.ts', "sql.ref('a.' + column)", 1],
  ['db/queries/x.ts', "sql.raw('a'); sql.table('b'); sql.raw(up ? 'asc' : 'desc')", 0],
  ['db/queries/x.ts', "eb.ref('a', '->').key(name)", 1],
  ['server/requests/x.ts', "tx.deleteFrom('request')", 1],
  ['web/ui/X.tsx', 'const a = <p dangerouslySetInnerHTML={{ __html: text }} />', 1],
  ['web/ui/X.tsx', "createElement('p', { dangerouslySetInnerHTML: text })", 1],
  ['web/ui/x.ts', 'node.innerHTML = text', 1],
  ['server/http/x.ts', "import { html, raw } from 'hono/html'", 1],
  ['web/ui/x.ts', 'eval(text); new Function(text)', 2],
  ['web/ui/X.tsx', "const a = <a href=' JavaScript:alert(1)'>x</a>", 1],
  ['server/x.ts', "import { exec } from 'node:child_process'", 1],
  ['db/x.ts', 'new Pool({ query_timeout: 1 })', 1],
  ['server/x.ts', 'new RegExp(input); new RegExp("a")', 1],
  ['server/x.ts', 'fetch(address)', 1],
  ['web/x.ts', 'fetch(address)', 0],
])('is seen when it is there: %s %s', (file, source, times) => {
  expect(found(file, source, piecesOf(parse(source, file)))).toHaveLength(times);
});

test('nothing that was typed can become a command', () => {
  const allowed = new Set(Object.values(ALLOWED).flat());
  const all = ownPrograms().flatMap(({ file, source, pieces }) => found(file, source, pieces));
  expect(all.filter(({ where }) => !allowed.has(where))).toEqual([]);
  const there = new Set(all.map(({ where }) => where));
  expect([...allowed].filter((one) => !there.has(one))).toEqual([]);
});
