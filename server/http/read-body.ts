import { refuse } from '#shared/problem.ts';

const MOST_BYTES = 64 * 1024;
const MOST_DEPTH = 16;
const NO_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** The JSON a request carries. Refuses what is not JSON, too large, too deep, or made to confuse a program. */
export async function readBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) refuse('not-json', {});
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) refuse('too-large', {});
  const text = await readText(request);
  if (depthOf(text) > MOST_DEPTH) refuse('bad-request', {});
  try {
    return JSON.parse(text, (key, value) => (NO_KEYS.has(key) ? refuse('bad-request', {}) : value));
  } catch {
    refuse('bad-request', {});
  }
}

/** Counts while reading: `content-length` is only what the caller says. */
async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) refuse('too-large', {});
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    refuse('bad-request', {});
  }
}

/** How deep the brackets nest, found before parsing, because a parser would already have gone down there. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth);
    else if (char === '}' || char === ']') depth -= 1;
  }
  return deepest;
}

/** Where strings hold what a database cannot store: U+0000 or half a surrogate pair. JSON Pointers. */
export function unstorable(value: unknown, pointer = ''): string[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [pointer];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(isStorable(key) ? [] : [pointer]),
    ...unstorable(inner, `${pointer}/${escapePointer(key)}`),
  ]);
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

export function escapePointer(part: PropertyKey): string {
  return String(part).replaceAll('~', '~0').replaceAll('/', '~1');
}
