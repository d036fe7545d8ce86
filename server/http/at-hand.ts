import type { IncomingMessage } from 'node:http';
import type { Ctx } from '../context.ts';
import type { RequestLog } from '../log.ts';
import type { AtHand } from '../schedule/public-at-hand.ts';

type Fetch = (request: Request, ...rest: never[]) => Response | Promise<Response>;

/** Before everything else: sends what lies ready, complete and right, and writes its line in the log. */
export function atHandFirst<Next extends Fetch>(ctx: Ctx, log: RequestLog, atHand: AtHand, next: Next): Next {
  const fetch: Fetch = (request, ...rest) => {
    const began = performance.now();
    const ready = atHand(ctx, { method: request.method, url: request.url, header: headerOf(request, rest[0]) });
    if (!ready) return next(request, ...rest);
    const { response, route, requestId } = ready;
    const record = { requestId, route, actor: null, problem: null, sqlState: null, queries: 0 };
    log.request(record, { method: 'GET', status: response.status, ms: performance.now() - began });
    return response;
  };
  return fetch as Next;
}

/** Reads a header as it came in; making the list that scripts know would cost more than the whole answer. */
function headerOf(request: Request, env: { incoming?: IncomingMessage } | undefined): (name: string) => string | null {
  const incoming = env?.incoming;
  return incoming ? (name) => incoming.headers[name]?.toString() ?? null : (name) => request.headers.get(name);
}
