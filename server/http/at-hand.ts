import type { IncomingMessage } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv, Ctx } from '../context.ts';
import type { RequestLog } from '../log.ts';
import type { AtHand } from '../schedule/public-at-hand.ts';

/** Before the frame: sends what lies ready, complete and right, and writes its line in the log. */
export function sendAtHand(ctx: Ctx, log: RequestLog, atHand: AtHand): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const began = performance.now();
    const ready = atHand(ctx, { method: c.req.method, url: c.req.url, header: headerOf(c) });
    if (!ready) return next();
    const { response, route, requestId } = ready;
    const record = { requestId, route, actor: null, problem: null, sqlState: null, queries: 0 };
    log.request(record, { method: 'GET', status: response.status, ms: performance.now() - began });
    return response;
  };
}

/** Reads a header as it came in; making the list that scripts know would cost more than the whole answer. */
function headerOf(c: Context<AppEnv>): (name: string) => string | undefined {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage };
  return incoming ? (name) => incoming.headers[name]?.toString() : (name) => c.req.header(name);
}
