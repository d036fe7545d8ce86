import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { VARIABLES } from '#server/config.ts';
import { PROBLEMS } from '#shared/problem.ts';
import { problemWords } from '#shared/problem-texts.ts';

/** What the project consists of, whether it came by git or as an archive. */
const folders = ['.ci', 'db', 'docs', 'server', 'shared', 'tests', 'web'];
const within = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).replaceAll('\\', '/'));
const own = (name: string) => name !== '.env' && !name.endsWith('.log');
const tracked = [
  ...readdirSync('.', { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : [])),
  ...folders.flatMap(within),
].filter(own);
const documents = tracked.filter((file) => file.endsWith('.md'));
const text = (file: string) => readFileSync(file, 'utf8');
const readme = text('README.md');
const scripts = Object.keys((JSON.parse(text('package.json')) as { scripts: Record<string, string> }).scripts);

/** Paths that a guide invents to be made, and words that only look like paths. */
const INVENTED = /exhibit|\/X\/|^(db|server|shared|web|tests|docs|\.ci)\/$/;
const PATH =
  /`((?:\.ci|db|docs|server|shared|tests|web)\/[\w./-]+|[A-Z]+\.md|(?:package|tsconfig|biome)\.json|docker-compose\.yml)`/g;
const LINK = /\]\((?!https?:|#)([^)\s#]+)/g;

/** The links and file names of a document that lead nowhere. */
function lostIn(document: string, source: string): string[] {
  const links = [...source.matchAll(LINK)].map(([, to = '']) => normalize(join(dirname(document), to)));
  const paths = [...source.matchAll(PATH)].map(([, path = '']) => path).filter((path) => !INVENTED.test(path));
  const here = (path: string) => [path, join(dirname(document), path)].some((one) => existsSync(one));
  return [...links, ...paths].filter((path) => !here(path)).map((path) => `${document}: ${path}`);
}

/** Addresses of a machine or a workplace, which say nothing to anybody else; the lockfile names no host at all. */
const FOREIGN = /(?<![\w.:/-])\/(?:work|tmp\/[a-z]|home\/[a-z]|root)\/?[\w-]*|"resolved": "https?:\/\/(?!\$)[^"]*/g;

function foreignIn(file: string, source: string): string[] {
  return [...source.matchAll(FOREIGN)].map(([found]) => `${file}: ${found}`);
}

test('the checks looked at something and can fail', () => {
  expect(documents.length).toBeGreaterThan(25);
  expect(VARIABLES.length).toBeGreaterThan(10);
  expect(
    lostIn('docs/x.md', '[a](../README.md) [b](lost.md) `shared/lost.ts` `shared/problem.ts` `web/exhibit.ts`'),
  ).toEqual(['docs/x.md: docs/lost.md', 'docs/x.md: shared/lost.ts']);
  const machine = ['', 'work', 'main'].join('/');
  expect(foreignIn('x', `see ${machine} and docs/work/first and https://a.example/work/b`)).toEqual([`x: ${machine}`]);
  const resolved = (host: string) => `"resolved": "https://${host}/a.tgz"`;
  expect(foreignIn('x', resolved('mirror.example'))).toEqual([`x: ${resolved('mirror.example').slice(0, -1)}`]);
});

test('every script of package.json is in the README, and none that is not', () => {
  const said = new Set([...readme.matchAll(/npm (?:run ([\w:]+)|(start|test))/g)].map(([, run, own]) => run ?? own));
  expect([...said].sort()).toEqual([...scripts].sort());
});

test('every variable is in the README and in .env.example, and none that is not', () => {
  const example = [...text('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(example.sort()).toEqual([...VARIABLES].sort());
  const table = readme.split('### Environment')[1]?.split('For tests only')[0] ?? '';
  const said = table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));
  expect(said.sort()).toEqual([...VARIABLES].sort());
});

test('decisions are numbered without a gap, each with its five parts', () => {
  const files = readdirSync('docs/decisions').sort();
  expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, index) => index + 1));
  const parts = [
    /^# \d{4} /,
    /^Date: \d{4}-\d\d-\d\d · Status: /m,
    /^\*\*Context/m,
    /^\*\*Decision/m,
    /^\*\*Consequences/m,
  ];
  expect(files.filter((file) => !parts.every((part) => part.test(text(`docs/decisions/${file}`))))).toEqual([]);
});

test('guides say when one is done, and the list of guides is whole', () => {
  const guides = readdirSync('docs/how-to').filter((file) => file !== 'README.md');
  expect(
    guides.filter((file) => !/You are done when `npm run check` is green and /.test(text(`docs/how-to/${file}`))),
  ).toEqual([]);
  const listed = [...text('docs/how-to/README.md').matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, file]) => file);
  expect(listed.sort()).toEqual(guides.sort());
});

test('links and file names in documents lead somewhere', () => {
  expect(documents.flatMap((document) => lostIn(document, text(document)))).toEqual([]);
});

test('every problem has words that differ in both languages', () => {
  const params = { because: '', count: 1, names: '', pool: '', seconds: 1, short: 1 };
  const codes = Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[];
  const [ja, en] = (['ja', 'en'] as const).map((lang) => codes.map((code) => problemWords(code, params, lang).title));
  expect(ja).toHaveLength(codes.length);
  expect(codes.filter((_, index) => !ja?.[index] || !en?.[index] || ja[index] === en[index])).toEqual([]);
});

test('no file names a machine, or a registry other than the public one', () => {
  const readable = tracked.filter((file) => !/\.(png|jpe?g|ico|woff2?|gz)$/.test(file));
  expect(readable.flatMap((file) => foreignIn(file, text(file)))).toEqual([]);
});
