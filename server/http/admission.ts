import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { kindOf } from './kind-of-address.ts';

/** How many requests may be inside before the least urgent, the rest of the reading, and everything is sent away. */
export type Limits = { least: number; reading: number; all: number };
export type Urgency = 'always' | 'work' | 'reading' | 'least';

const LIMITS: Limits = { least: 64, reading: 128, all: 256 };
const LEAST = /^\/(docs|openapi\.json|problems\/|csp-report|api\/(history|outbox|accounts|events\/[^/]+\/findings))/;
const BODY = JSON.stringify({ type: '/problems/unavailable', title: '503', status: 503, detail: '', instance: '' });

/** What a request is worth when there are too many: whoever signs in, saves or decides comes before whoever looks around. */
export function urgencyOf(method: string, url: string): Urgency {
  if (url === '/healthz' || url === '/readyz') return 'always';
  if (LEAST.test(url)) return 'least';
  const looksAround = method === 'GET' && kindOf(url) === 'api' && !url.startsWith('/api/auth/');
  return looksAround ? 'reading' : 'work';
}

/**
 * Sends away at the door what there is no room for: at once, with nothing made for it, and asking to come back a little
 * later, not all at the same moment. So those inside are answered as fast as ever, however many come.
 */
export function withAdmission(next: RequestListener, onShed: () => void = () => {}, limits = LIMITS): RequestListener {
  let inside = 0;
  return (request, response) => {
    const urgency = urgencyOf(request.method ?? '', request.url ?? '');
    const most = urgency === 'least' ? limits.least : urgency === 'reading' ? limits.reading : limits.all;
    if (inside >= most && urgency !== 'always') {
      onShed();
      sendAway(request, response);
      return;
    }
    inside += 1;
    response.once('close', () => {
      inside -= 1;
    });
    next(request, response);
  };
}

function sendAway(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': BODY.length,
    'retry-after': String(2 + Math.floor(Math.random() * 5)),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(request.method === 'HEAD' ? undefined : BODY);
}
