import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What a first visit may load, in kilobytes as sent (brotli). */
const BUDGET_KB = { shell: 105, style: 16, screen: 110 };

type Chunk = { file: string; imports?: string[]; css?: string[] };
type Manifest = Record<string, Chunk>;

/** Says what a first visit weighs. Too heavy a build is a warning to people who start the desk, and a stop where `strict`. */
export function withinBudget(strict: boolean): Plugin {
  return {
    name: 'within-budget',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        if (!dir) return;
        const found = await weigh(dir);
        this.info(`shell ${found.shell} KB, style ${found.style} KB, heaviest screen +${found.screen} KB (brotli)`);
        const heavy = Object.entries(BUDGET_KB).filter(([part, limit]) => found[part as keyof typeof found] > limit);
        if (heavy.length === 0) return;
        const words = `Too heavy: ${heavy.map(([part, limit]) => `${part} over ${limit} KB`)}`;
        if (strict) this.error(words);
        this.warn(words);
      },
    },
  };
}

async function weigh(dir: string) {
  const manifest = JSON.parse(await readFile(join(dir, '.vite/manifest.json'), 'utf8')) as Manifest;
  const shell = reach(manifest, 'index.html');
  const screens = Object.keys(manifest).filter((key) => /Page\.tsx$/.test(key));
  const weights = await Promise.all(
    screens.map((key) =>
      sizeOf(
        dir,
        [...reach(manifest, key)].filter((one) => !shell.has(one)).map((one) => manifest[one]),
      ),
    ),
  );
  const stylesOf = (keys: Iterable<string>) =>
    [...new Set([...keys].flatMap((key) => manifest[key]?.css ?? []))].map((file) => ({ file }));
  const styles = await Promise.all(screens.map((key) => sizeOf(dir, stylesOf([...shell, ...reach(manifest, key)]))));
  return {
    shell: await sizeOf(
      dir,
      [...shell].map((key) => manifest[key]),
    ),
    style: Math.max(0, ...styles),
    screen: Math.max(0, ...weights),
  };
}

/** A chunk and everything it cannot start without. */
function reach(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) reach(manifest, next, seen);
  return seen;
}

async function sizeOf(dir: string, chunks: readonly ({ file: string } | undefined)[]): Promise<number> {
  const sizes = chunks.map(async (chunk) => {
    if (!chunk) return 0;
    const packed = await stat(join(dir, `${chunk.file}.br`)).catch(() => stat(join(dir, chunk.file)));
    return packed.size;
  });
  return Math.round((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 102.4) / 10;
}
