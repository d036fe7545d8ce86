import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A finished answer, ready to be sent again as it is. */
export type Finished = {
  type: string;
  /** A hash of the content: a strong ETag once the encoding is named beside it. */
  hash: string;
  /** What its content policy allows beyond the usual, or null. */
  policy: string | null;
  bodies: { plain: Uint8Array<ArrayBuffer>; br?: Uint8Array<ArrayBuffer>; gzip?: Uint8Array<ArrayBuffer> };
};
export type Encoding = 'br' | 'gzip' | 'plain';

const shrinkBrotli = promisify(brotliCompress);
const shrinkGzip = promisify(gzip);
const MOST_BYTES = 48 * 1024 * 1024;

/** Finishes a text: hashes it, allows its one style element by the hash of that, and the frames of some hosts. */
export function finish(type: string, text: string, style = '', frames: readonly string[] = []): Finished {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 27);
  const parts = [
    style === '' ? '' : `style-src 'self' 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    frames.length === 0 ? '' : `frame-ancestors ${frames.join(' ')}`,
  ];
  return { type, hash, policy: parts.filter(Boolean).join('; ') || null, bodies: { plain: own(Buffer.from(text)) } };
}

/** The body in an encoding, made when first asked for and kept with the answer. */
export async function bodyIn(page: Finished, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const made = page.bodies[encoding];
  if (made) return made;
  const { plain } = page.bodies;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  const body = own(encoding === 'br' ? await shrinkBrotli(plain, { params }) : await shrinkGzip(plain, { level: 7 }));
  page.bodies[encoding] = body;
  return body;
}

/** A copy of its own: small buffers share one block of memory, which must not be kept alive by a page. */
function own(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}

export type PageCache = { of: (key: string, make: () => Finished) => Finished; readonly size: number };

/** Keeps finished answers until they weigh too much; those not asked for longest go first. */
export function createPageCache(mostBytes = MOST_BYTES): PageCache {
  const pages = new Map<string, Finished>();
  let weight = 0;
  // An answer's compressed forms come later and are much smaller; half as much again covers them.
  const weigh = (page: Finished) => page.bodies.plain.length * 1.5 + 500;
  return {
    of(key, make) {
      const known = pages.get(key);
      const page = known ?? make();
      pages.delete(key);
      pages.set(key, page);
      if (!known) weight += weigh(page);
      for (const [oldest, old] of pages) {
        if (weight <= mostBytes || oldest === key) break;
        pages.delete(oldest);
        weight -= weigh(old);
      }
      return page;
    },
    get size() {
      return pages.size;
    },
  };
}
