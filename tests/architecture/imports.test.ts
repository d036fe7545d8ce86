import { expect, test } from 'vitest';
import { CAPABILITIES, COMMON, EXCEPTIONS, GENERATED, LAYERS, LONGEST_FILE, SERVER_MAY_SEE_WEB } from './rules.ts';
import { files, type Import, importsIn, read } from './source.ts';

type Layer = keyof typeof LAYERS;

function whyNot({ from, to, typeOnly }: Import): string | null {
  const [fromLayer, fromFolder = ''] = from.split('/') as [Layer, string];
  const [toLayer, toFolder = ''] = to.split('/') as [Layer, string];
  const { may, packages }: { may: readonly string[]; packages: readonly string[] } = LAYERS[fromLayer];
  if (!(toLayer in LAYERS)) return whyNotPackage(fromLayer, to, typeOnly, packages);
  if (fromLayer !== toLayer) {
    if (fromLayer === 'server' && toLayer === 'web' && SERVER_MAY_SEE_WEB.includes(from)) return null;
    return may.includes(toLayer) ? null : `${fromLayer} may not reach up to ${toLayer}`;
  }
  if (fromLayer === 'tests' || EXCEPTIONS[`${from} -> *`] || fromFolder === toFolder) return null;
  const loose = (folder: string) => folder.includes('.');
  if (loose(fromFolder) && toFolder in CAPABILITIES) return `${from} is a foundation: it may not know ${toFolder}`;
  if (loose(toFolder) || COMMON.includes(toFolder) || COMMON.includes(fromFolder)) return null;
  return CAPABILITIES[fromFolder]?.includes(toFolder) ? null : `${fromFolder} may not know ${toFolder}`;
}

function whyNotPackage(layer: Layer, name: string, typeOnly: boolean, packages: readonly string[]): string | null {
  if (name.startsWith('node:'))
    return layer === 'shared' || (layer === 'web' && !typeOnly) ? `${layer} runs in a browser` : null;
  if (typeOnly && name === 'zod') return null;
  if (packages.includes('*') || packages.some((one) => name === one || name.startsWith(`${one}/`))) return null;
  return `${layer} may not use the package ${name}`;
}

const imports = files
  .filter((file) => !/\/vite(\.\w+)?\.config\.ts$|\/build\//.test(file))
  .flatMap((file) => importsIn(file, read(file)));

test('the check looked at something', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(imports.length).toBeGreaterThan(150);
});

test('the check can fail', () => {
  const broken = (from: string, source: string) => importsIn(from, source).map(whyNot);
  expect(broken('shared/passes/pool.ts', `import { sql } from 'kysely';`)).toEqual([
    'shared may not use the package kysely',
  ]);
  expect(broken('shared/passes/pool.ts', `import fs from 'node:fs';`)).toEqual(['shared runs in a browser']);
  expect(broken('db/queries/passes.ts', `import { Hono } from '#server/app.ts';`)).toEqual([
    'db may not reach up to server',
  ]);
  expect(broken('server/passes/allot.ts', `import {\n  sql,\n} from 'kysely';`)).toEqual([
    'server may not use the package kysely',
  ]);
  expect(broken('server/app.ts', `import { page } from '#web/schedule/page.tsx';`)).toEqual([
    'server may not reach up to web',
  ]);
  expect(broken('web/api.ts', `import { createApp } from '#server/app.ts';`)).toEqual([
    'web may not reach up to server',
  ]);
  expect(broken('shared/requests/kinds.ts', `import { x } from '../passes/pool.ts';`)).toEqual([
    'requests may not know passes',
  ]);
  expect(broken('shared/problem.ts', `export * from './passes/pool.ts';`)).toEqual([
    'shared/problem.ts is a foundation: it may not know passes',
  ]);
});

test('imports only go down, and capabilities know only those before them', () => {
  const wrong = imports.map((one) => [one, whyNot(one)] as const).filter(([, reason]) => reason);
  expect(wrong.map(([{ from, to }, reason]) => `${from} → ${to}: ${reason}`)).toEqual([]);
});

test('the order of capabilities has no circle', () => {
  const settled = new Set<string>();
  const walk = (name: string, trail: string[]): void => {
    expect(trail, `circle: ${[...trail, name].join(' → ')}`).not.toContain(name);
    if (settled.has(name)) return;
    for (const used of CAPABILITIES[name] ?? []) walk(used, [...trail, name]);
    settled.add(name);
  };
  for (const name of Object.keys(CAPABILITIES)) walk(name, []);
  expect([...settled].sort()).toEqual(Object.keys(CAPABILITIES).sort());
});

test('imports never go in a circle', () => {
  const known = new Set(files);
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) if (known.has(to)) next.set(from, [...(next.get(from) ?? []), to]);
  const circles: string[] = [];
  const finished = new Set<string>();
  const walk = (file: string, trail: string[]): void => {
    if (trail.includes(file)) {
      circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      return;
    }
    if (finished.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...trail, file]);
    finished.add(file);
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});

test('no file outgrows a reader', () => {
  const lengths = files
    .filter((file) => !GENERATED.includes(file))
    .map((file) => [file, read(file).trimEnd().split('\n').length] as const);
  expect(lengths.filter(([, length]) => length > LONGEST_FILE)).toEqual([]);
});

test('only the configuration reads the environment', () => {
  const readers = files.filter((file) => /process\.env\b(?!\))/.test(read(file)));
  expect(readers.filter((file) => !/^(server\/config\.ts|tests\/)|\/vite[.\w]*\.config\.ts$/.test(file))).toEqual([]);
});

test('nothing written by people puts markup into the page', () => {
  const risky =
    /dangerouslySetInnerHTML\s*[=:]|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(/;
  expect(files.filter((file) => file.startsWith('web/') && risky.test(read(file)))).toEqual([]);
});

test('verbs take their time from the context', () => {
  const verbs = files.filter(
    (file) => /^server\/[a-z]+\/[a-z-]+\.ts$/.test(file) && !/^server\/(http|commands)\//.test(file),
  );
  expect(verbs.filter((file) => /new Date\(\)|Date\.now\(\)/.test(read(file)))).toEqual([]);
});
