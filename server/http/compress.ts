import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import type { AppEnv } from '../context.ts';

const LEAST_BYTES = 1024;
const TEXT = /^(text\/(?!event-stream)|application\/(json|problem\+json|xml|manifest\+json)|image\/svg)/;
const shrinkBrotli = promisify(brotliCompress);
const shrinkGzip = promisify(gzip);

/** Compresses a finished text answer when it is worth it and the caller can read it. */
export async function compress(c: Context<AppEnv>): Promise<void> {
  const response = c.res;
  if (response.status === 304 || response.headers.has('content-encoding')) return;
  if (!TEXT.test(response.headers.get('content-type') ?? '')) return;
  if (!/accept-encoding/i.test(response.headers.get('vary') ?? '')) response.headers.append('vary', 'Accept-Encoding');
  const encoding = encodingFor(c.req.header('accept-encoding') ?? '');
  // The body is looked at last: that alone makes the server read it as a stream.
  if (!encoding || !response.body) return;
  const plain = Buffer.from(await response.arrayBuffer());
  const body = plain.byteLength < LEAST_BYTES ? plain : await shrink(plain, encoding);
  const headers = new Headers(response.headers);
  headers.set('content-length', String(body.byteLength));
  if (body !== plain) headers.set('content-encoding', encoding);
  // Assigning would merge the old headers into the new ones; an empty response first lets them be replaced.
  c.res = undefined;
  c.res = new Response(new Uint8Array(body), { status: response.status, headers });
}

/** The best encoding that a caller says it reads, or null. */
export function encodingFor(accepted: string): 'br' | 'gzip' | null {
  const offers = accepted.split(',').map((offer) => offer.trim().toLowerCase().split(';'));
  const takes = (name: string) => offers.some(([offer, q]) => offer === name && !/^\s*q=0(\.0*)?$/.test(q ?? ''));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : null;
}

function shrink(plain: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> {
  // Level 4 costs about as much as gzip and is a good deal smaller on Japanese text.
  if (encoding === 'br') return shrinkBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  return shrinkGzip(plain, { level: 6 });
}
