import { refuse } from '#shared/problem.ts';
import { mayBeParsed } from './scan-json.ts';

const MOST_BYTES = 64 * 1024;

/** Whether a request says of its body that it is JSON, and exactly that: what forms of other sites can send is not. */
export function isJson(request: Request): boolean {
  return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(request.headers.get('content-type') ?? '');
}

/** The JSON a request carries. Refuses what is not JSON, too large, too deep, or made to confuse a program. */
export async function readBody(request: Request, most?: number): Promise<unknown> {
  if (!isJson(request)) refuse('not-json', {});
  const text = await readText(request, most);
  try {
    if (mayBeParsed(text)) return JSON.parse(text);
  } catch {
    // Said below, without the parser's words: they would quote the text.
  }
  refuse('bad-request', {});
}

/** Counts while reading: `content-length` is only what the caller says. */
export async function readText(request: Request, most = MOST_BYTES): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > most) refuse('too-large', {});
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) refuse('too-large', {});
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    refuse('bad-request', {});
  }
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
