import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export type Import = { from: string; to: string; typeOnly: boolean };

const LAYER_FOLDERS = ['shared', 'db', 'server', 'web', 'tests'];

/** Every source file of the project, by its path from the root. */
export const files = listFiles(/\.tsx?$/);

/** The files of the five layers whose path fits, by their path from the root. */
export function listFiles(fits: RegExp): string[] {
  return LAYER_FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`),
  )
    .filter((file) => fits.test(file))
    .sort();
}

export const read = (file: string) => readFileSync(file, 'utf8');

const IMPORT =
  /^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

/** What a file imports, with `#` and relative addresses resolved to paths from the root. */
export function importsIn(from: string, source: string): Import[] {
  return [...source.matchAll(IMPORT)].map(([, type, named, bare, dynamic]) => {
    const specifier = named ?? bare ?? dynamic ?? '';
    const to = specifier.startsWith('#')
      ? specifier.slice(1)
      : specifier.startsWith('.')
        ? normalize(join(dirname(from), specifier)).replaceAll('\\', '/')
        : specifier;
    return { from, to, typeOnly: type !== undefined };
  });
}
