import type { Context, MiddlewareHandler } from 'hono';
import { duringCall } from '#db/call.ts';
import { newId } from '#db/id.ts';
import { langFromHeader } from '#shared/lang.ts';
import { ProblemError, refuse } from '#shared/problem.ts';
import type { AppEnv, Ctx, RequestRecord } from '../context.ts';
import { type RequestLog, recording } from '../log.ts';
import { addressAsSent, checkAddress } from './address.ts';
import { compress } from './compress.ts';
import { checkHost } from './host.ts';
import { kindOf } from './kind-of-address.ts';
import { problemPage } from './problem-page.ts';
import { problemOf, problemResponse, sqlStateOf } from './problem-response.ts';
import { REPORT_PATH, secure } from './security-headers.ts';

const MOST_AT_ONCE = 256;
/** How long a call may take, in milliseconds; browsers wait five seconds longer. */
const DEADLINE_MS = 10_000;
/** Answered even when the house is full: whoever watches over the program must hear from it. */
const ALWAYS = new Set(['/healthz', '/readyz']);

/** How many may be inside at once, and for how many milliseconds each; the usual ones when left out. */
export type FrameLimits = { mostAtOnce?: number | undefined; deadlineMs?: number | undefined };

/** Around every request: its id, its line in the log, its headers; and a refusal at the door when too many are inside. */
export function frame(
  ctx: Ctx,
  log: RequestLog,
  { mostAtOnce = MOST_AT_ONCE, deadlineMs = DEADLINE_MS }: FrameLimits = {},
): MiddlewareHandler<AppEnv> {
  let inside = 0;
  return async (c, next) => {
    const began = performance.now();
    const record: RequestRecord = {
      requestId: newId(),
      route: '-',
      actor: null,
      problem: null,
      sqlState: null,
      queries: 0,
    };
    c.set('ctx', ctx);
    c.set('record', record);
    c.set('lang', langFromHeader(c.req.header('accept-language')));
    inside += 1;
    try {
      if (inside > mostAtOnce && !ALWAYS.has(c.req.path)) {
        c.res = await refused(c, new ProblemError('unavailable', {}, {}));
      } else {
        const answer = async () => {
          if (!ALWAYS.has(c.req.path)) checkHost(c.req.header('host'), c.req.url, ctx.settings.publicUrl);
          checkAddress(addressAsSent(c.env, c.req.url));
          checkMethod(c.req.method, c.req.path);
          await next();
        };
        await recording(record, () => duringCall(record.requestId, answer, deadlineMs)).catch(
          async (error: unknown) => {
            c.res = await onError(log)(error, c);
          },
        );
      }
      await compress(c);
    } finally {
      inside -= 1;
    }
    const kind = kindOf(c.req.path);
    if (record.route === '-') record.route = kind;
    // "Not modified" leaves everything as the browser has it stored, and says nothing anew (RFC 9111, 4.3.4).
    if (c.res.status !== 304) secure(c.res.headers, kind, ctx.settings.publicUrl);
    c.res.headers.set('x-request-id', record.requestId);
    log.request(record, { method: c.req.method, status: c.res.status, ms: performance.now() - began });
  };
}

/** Pages are only read. What the API's addresses answer to, it says itself. */
function checkMethod(method: string, path: string): void {
  if (kindOf(path) === 'api' || method === 'GET' || method === 'HEAD') return;
  if (path === REPORT_PATH && method === 'POST') return;
  refuse('wrong-method', {}, { allow: 'GET, HEAD' });
}

/** Turns whatever was thrown into an answer, and tells the log what the caller is not told. */
export function onError(log: RequestLog): (error: unknown, c: Context<AppEnv>) => Promise<Response> {
  return async (error, c) => {
    const problem = problemOf(error);
    const record = c.get('record');
    record.sqlState = sqlStateOf(error);
    const response = await refused(c, problem);
    if (!(error instanceof ProblemError)) log.error(record, error);
    return response;
  };
}

function refused(c: Context<AppEnv>, problem: ProblemError): Response | Promise<Response> {
  const record = c.get('record');
  record.problem = problem.code;
  return kindOf(c.req.path) === 'api'
    ? problemResponse(problem, c.get('lang'), record.requestId)
    : problemPage(problem, c.get('lang'), record.requestId);
}
