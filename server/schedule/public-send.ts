import type { Context } from 'hono';
import type { AppEnv } from '../context.ts';
import { encodingFor } from '../http/compress.ts';
import { bodyIn, type Encoding, type Finished } from './public-cache.ts';

const CACHING = 'public, max-age=60, stale-while-revalidate=600';

/** Sends a finished answer, or only says that the caller's copy is still right. */
export async function send(c: Context<AppEnv>, page: Finished): Promise<Response> {
  const encoding = encodingFor(c.req.header('accept-encoding') ?? '') ?? 'plain';
  const etag = etagOf(page, encoding);
  const vary = { vary: 'Accept-Encoding' };
  if (holds(c.req.header('if-none-match'), etag)) {
    return c.body(null, 304, { etag, 'cache-control': CACHING, ...vary });
  }
  // The frame names the encoding as a reason to vary where nothing was compressed.
  return c.body(await bodyIn(page, encoding), 200, {
    ...headersOf(page, encoding),
    ...(encoding === 'plain' ? {} : vary),
  });
}

/** Each encoding of a page is a copy of its own. */
export function etagOf(page: Finished, encoding: Encoding): string {
  return encoding === 'plain' ? `"${page.hash}"` : `"${page.hash}-${encoding}"`;
}

/** What an answer says of itself, besides what every answer says. */
export function headersOf(page: Finished, encoding: Encoding): Record<string, string> {
  return {
    etag: etagOf(page, encoding),
    'cache-control': CACHING,
    'content-type': page.type,
    ...policyOf(page),
    ...(encoding === 'plain' ? {} : { 'content-encoding': encoding }),
  };
}

/** Whether the caller's list of copies names this one; a weak mark does, as nobody asks for a part of a page. */
export function holds(list: string | null | undefined, etag: string): boolean {
  if (!list) return false;
  return list.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');
}

function policyOf({ policy }: Finished): Record<string, string> {
  return policy === null ? {} : { 'content-security-policy': policy };
}
