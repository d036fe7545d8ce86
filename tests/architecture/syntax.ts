import { parseAst } from 'vite';
import { files, read } from './source.ts';

/** A piece of a program as the parser sees it. */
export type Node = { type: string; start: number; end: number } & Record<string, unknown>;

/** The files people run, without the tests. */
export const ownFiles = files.filter((file) => !file.startsWith('tests/') && file !== 'db/tables.ts');

export function parse(source: string, file: string): Node {
  return parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node;
}

/** Every piece of a program, from the outside to the inside. */
export function* piecesOf(node: unknown): Generator<Node> {
  if (Array.isArray(node)) {
    for (const one of node) yield* piecesOf(one);
  } else if (typeof node === 'object' && node !== null) {
    if ('type' in node && typeof node.type === 'string') yield node as Node;
    for (const one of Object.values(node)) if (typeof one === 'object') yield* piecesOf(one);
  }
}

let parsed: { file: string; source: string; pieces: Node[] }[] | null = null;

/** All own files, parsed once. */
export function ownPrograms() {
  parsed ??= ownFiles.map((file) => {
    const source = read(file);
    return { file, source, pieces: [...piecesOf(parse(source, file))] };
  });
  return parsed;
}
