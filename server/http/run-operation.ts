import type { Context } from 'hono';
import { z } from 'zod';
import { type Actor, hasSteppedUp } from '#shared/actor.ts';
import type { Lang } from '#shared/lang.ts';
import type { Operation } from '#shared/operation.ts';
import { may, openToTokens, whyNot } from '#shared/permission.ts';
import { type FieldError, refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import type { AppEnv, Ctx, FindActor, FindTokenHolder } from '../context.ts';
import { bearerSecret } from './bearer.ts';
import { fieldErrorTexts } from './field-error-texts.ts';
import { check } from './field-errors.ts';
import { isFromOurPages } from './origin.ts';
import { type Rates, rateOf } from './rates.ts';
import { isJson, readBody, unstorable } from './read-body.ts';
import { once, type Sent } from './repeatable.ts';
import { asReply } from './reply.ts';
import type { AnyCall, Route } from './route.ts';
import { sessionToken } from './session-cookie.ts';

/** What the frame is told about its surroundings. */
export type FrameOptions = {
  findActor: FindActor;
  findTokenHolder: FindTokenHolder;
  /** Whether every answer is compared with its contract; too slow for service, indispensable in tests. */
  checkAnswers: boolean;
  /** How much each account may ask for; without it, as much as it likes. */
  rates?: Rates | undefined;
  ipOf: (c: Context<AppEnv>) => string | null;
};

/** Everything that happens to a call before and after its handler, in the order in which it can be refused. */
export async function runOperation(c: Context<AppEnv>, route: Route, options: FrameOptions): Promise<Response> {
  const ctx = c.get('ctx');
  const record = c.get('record');
  const { operation } = route;
  const request = c.req.raw;
  record.route = route.key;

  const secret = bearerSecret(request);
  const token = sessionToken(request, ctx.settings);
  // No page of somebody else can make a browser send a token, so only where there is none the page's origin matters.
  if (secret === null && !isFromOurPages(request, ctx.settings.publicUrl)) refuse('cross-site', {});
  if (secret !== null && token !== null) refuse('two-keys', {});
  const input = await bodyOf(request, operation);

  const actor =
    secret === null
      ? await options.findActor(ctx, token, c.get('lang'))
      : ((await options.findTokenHolder(ctx, secret)) ?? refuse('token-not-valid', {}));
  record.actor = actor;
  c.set('lang', actor.lang);
  options.rates?.take(actor, rateOf(route, c.req.query('q')), ctx.realNow());
  permit(actor, route, ctx.realNow());

  const params = paramsOf(c, operation);
  const query = queryOf(c, operation, actor.lang);
  const body = operation.body ? parsedBody(operation, input, actor.lang) : {};
  const ifMatch = operation.ifMatch ? versionOf(c.req.header('if-match')) : null;
  const callWith = (own: Ctx) =>
    ({
      ctx: own,
      actor,
      params,
      query,
      body,
      ifMatch,
      request: { id: record.requestId, token, ip: options.ipOf(c), header: (name) => c.req.header(name) ?? null },
    }) as AnyCall;
  const run = async (own: Ctx) => sentOf(operation, await route.handle(callWith(own)), options.checkAnswers);

  const key = operation.idempotent ? c.req.header('idempotency-key') : undefined;
  if (!key || actor.accountId === null) return responseOf(await run(ctx));
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) refuse('bad-request', {});
  const name = { key, operation: operation.id, target: c.req.path, body: input };
  const sent = await once(ctx, actor, name, run);
  return responseOf(sent, sent.replayed);
}

async function bodyOf(request: Request, operation: Operation): Promise<unknown> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  // A call without a body needs no type, but a form's type gives away that it comes from a page of somebody else.
  if (!operation.body && request.headers.get('content-type') === null) return undefined;
  if (!isJson(request)) refuse('not-json', {});
  const empty = request.headers.get('content-length') === '0' || request.body === null;
  if (!operation.body && empty) return undefined;
  return readBody(request, operation.mostBytes);
}

/** A session that owes a second factor has the role of nobody, and reaches what it needs for settling that. */
function permit(actor: Actor, { method, operation }: Route, now: Date): void {
  const { action, owing, stepUp } = operation;
  if (actor.tokenScope && !openToTokens(operation)) refuse('not-by-token', {});
  if (actor.tokenScope === 'read' && method !== 'GET') refuse('token-reads-only', {});
  if (actor.owes && owing?.includes(actor.owes)) return;
  if (!may(actor, action)) {
    if (actor.owes) refuse('second-factor-required', {});
    if (actor.role === 'anonymous') refuse('not-signed-in', {});
    refuse('not-allowed', { because: whyNot(actor, action) ?? '' });
  }
  if (stepUp && !hasSteppedUp(actor, now)) refuse('step-up-required', {});
}

/** An address that cannot be one of ours is an address where nothing is. */
function paramsOf(c: Context<AppEnv>, operation: Operation): unknown {
  const params = c.req.param();
  if (unstorable(params).length > 0) refuse('not-found', {});
  if (!operation.params) return params;
  const parsed = operation.params.safeParse(params);
  return parsed.success ? parsed.data : refuse('not-found', {});
}

const NoQuery = z.strictObject({});

/** What is said twice could be read in two ways, and what nobody reads is a mistake. */
function queryOf(c: Context<AppEnv>, operation: Operation, lang: Lang): unknown {
  const said = Object.entries(c.req.queries());
  if (said.some(([, values]) => values.length > 1)) refuse('bad-request', {});
  const query = Object.fromEntries(said.map(([name, values]) => [name, values[0]]));
  refuseUnstorable(query, lang, '?');
  const checked = check(operation.query ?? NoQuery, query, lang, (path) => `?${path.map(String).join('.')}`);
  return 'errors' in checked ? refuseFields(checked.errors) : checked.value;
}

function parsedBody(operation: Operation, input: unknown, lang: Lang): unknown {
  refuseUnstorable(input, lang, '');
  if (!operation.body) return {};
  const checked = check(operation.body, input, lang);
  return 'errors' in checked ? refuseFields(checked.errors) : checked.value;
}

function refuseUnstorable(value: unknown, lang: Lang, prefix: '?' | ''): void {
  const pointers = unstorable(value);
  const detail = textsIn(fieldErrorTexts, lang).unstorable;
  if (pointers.length > 0) {
    refuseFields(pointers.map((pointer) => ({ pointer: prefix ? `?${pointer.slice(1)}` : pointer, detail })));
  }
}

function refuseFields(errors: FieldError[]): never {
  refuse('invalid-input', { count: errors.length }, { errors });
}

function versionOf(header: string | undefined): number {
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header ?? '')?.[1];
  return version === undefined ? refuse('version-required', {}) : Number(version);
}

/** A handler's answer as it is sent. In tests each one must be exactly what its contract says. */
function sentOf(operation: Operation, answer: unknown, checked: boolean): Sent {
  const { value, text, status, headers = {} } = asReply(answer);
  if (!operation.answer) return { status: status ?? operation.status ?? 204, text: null, headers: { ...headers } };
  const json = text ?? JSON.stringify(value);
  if (checked) operation.answer.parse(JSON.parse(json));
  return { status: status ?? operation.status ?? 200, text: json, headers: { ...etagOf(value), ...headers } };
}

function etagOf(value: unknown): Record<string, string> {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : null;
  return typeof version === 'number' ? { etag: `"${version}"` } : {};
}

function responseOf({ status, text, headers }: Sent, replayed = false): Response {
  return new Response(text, {
    status,
    headers: {
      ...(text === null ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      ...headers,
      ...(replayed ? { 'idempotent-replayed': 'true' } : {}),
    },
  });
}
