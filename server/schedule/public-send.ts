import type { Context } from 'hono';
import type { AppEnv } from '../context.ts';
import { encodingFor } from '../http/compress.ts';
import { bodyIn, type Finished } from './public-cache.ts';

const CACHING = 'public, max-age=60, stale-while-revalidate=600';

/** Sends a finished answer, or only says that the caller's copy is still right. */
export async function send(c: Context<AppEnv>, page: Finished): Promise<Response> {
  const encoding = encodingFor(c.req.header('accept-encoding') ?? '') ?? 'plain';
  const etag = encoding === 'plain' ? `"${page.hash}"` : `"${page.hash}-${encoding}"`;
  const headers = { etag, 'cache-control': CACHING };
  const vary = { vary: 'Accept-Encoding' };
  if (holds(c.req.header('if-none-match'), etag)) return c.body(null, 304, { ...headers, ...vary });
  return c.body(await bodyIn(page, encoding), 200, {
    ...headers,
    'content-type': page.type,
    ...(page.policy === null ? {} : { 'content-security-policy': page.policy }),
    // The frame names the encoding as a reason to vary where nothing was compressed.
    ...(encoding === 'plain' ? {} : { 'content-encoding': encoding, ...vary }),
  });
}

/** Whether the caller's list of copies names this one; a weak mark does, as nobody asks for a part of a page. */
function holds(list: string | undefined, etag: string): boolean {
  if (!list) return false;
  return list.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');
}
