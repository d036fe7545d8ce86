import { isOurOrigin } from './host.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether the call may come from where it comes. Browsers say so in `Sec-Fetch-Site`, older ones in `Origin`;
 * a request with neither is no browser's and carries no cookie of anybody unawares.
 */
export function isFromOurPages(request: Request, publicUrl: string): boolean {
  const safe = SAFE.has(request.method);
  const site = request.headers.get('sec-fetch-site');
  const mode = request.headers.get('sec-fetch-mode') ?? 'navigate';
  // `none` is an address typed or a bookmark opened: fine for reading, impossible for a page's own writing.
  if (site !== null) return site === 'same-origin' || (safe && site === 'none' && mode === 'navigate');
  const origin = request.headers.get('origin');
  return origin === null || isOurOrigin(origin, request.headers.get('host'), publicUrl);
}
