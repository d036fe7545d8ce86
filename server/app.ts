import { type Context, Hono } from 'hono';
import { OFFICE_ROLES } from '#shared/actor.ts';
import { ProblemError, refuse } from '#shared/problem.ts';
import { allRoutes } from './all-routes.ts';
import type { AppEnv, Ctx, FindActor, FindTokenHolder } from './context.ts';
import { atHandFirst } from './http/at-hand.ts';
import { docsPage } from './http/docs-page.ts';
import { type FrameLimits, frame, onError } from './http/frame.ts';
import { openApi } from './http/openapi.ts';
import { PLAIN_CSS } from './http/plain-page.ts';
import { policyReports } from './http/policy-reports.ts';
import { problemMeaningPage, problemPage } from './http/problem-page.ts';
import type { Rates } from './http/rates.ts';
import type { Route } from './http/route.ts';
import { assertEveryRouteIsGuarded, mount } from './http/route-table.ts';
import { REPORT_PATH } from './http/security-headers.ts';
import { sessionToken } from './http/session-cookie.ts';
import { isAppPage, type WebFiles } from './http/web-files.ts';
import type { RequestLog } from './log.ts';
import type { AtHand } from './schedule/public-at-hand.ts';

/** What the app is put together from; tests leave out what they do not need. */
export type Parts = {
  findActor: FindActor;
  /** Left out, no access token opens anything. */
  findTokenHolder?: FindTokenHolder;
  log: RequestLog;
  routes?: readonly Route[];
  /** The pages that are complete without JavaScript, such as the public schedule. */
  publicPages?: Hono<AppEnv> & { atHand?: AtHand };
  /** The slug of the event the public sees first, or null when there is none. */
  currentEvent?: (ctx: Ctx) => Promise<string | null>;
  web?: WebFiles;
  /** What is not ready, or an empty list. */
  notReady?: () => Promise<string[]>;
  checkAnswers?: boolean;
  /** How much each account may ask for; left out, as much as it likes. */
  rates?: Rates;
} & FrameLimits;

/** The whole server as one function of its context: tests call it with their own clock and database. */
export function createApp(ctx: Ctx, parts: Parts) {
  const operations = parts.routes ?? allRoutes;
  const app = new Hono<AppEnv>();
  app.use(frame(ctx, parts.log, parts));
  app.onError(onError(parts.log));
  const { findActor, findTokenHolder = async () => undefined, checkAnswers = false, rates } = parts;
  mount(app, operations, { findActor, findTokenHolder, checkAnswers, rates, ipOf });

  app.get('/healthz', (c) => c.body(null, 204));
  app.get('/readyz', async (c) => {
    const missing = (await parts.notReady?.()) ?? [];
    return c.json({ ready: missing.length === 0, missing }, missing.length === 0 ? 200 : 503);
  });
  const document = once(() => JSON.stringify(openApi(operations, ctx.settings.publicUrl)));
  app.get('/openapi.json', (c) => c.body(document(), 200, { 'content-type': 'application/json; charset=utf-8' }));
  app.get('/docs', (c) => docsPage(operations, c.get('lang')));
  app.get('/plain.css', (c) =>
    c.body(PLAIN_CSS, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' }),
  );
  app.post(REPORT_PATH, policyReports(parts.log, ipOf));
  app.get('/problems/:code', (c) => problemMeaningPage(c.req.param('code'), c.get('lang')) ?? refuse('not-found', {}));
  app.get('/', async (c) => {
    const actor = await parts.findActor(ctx, sessionToken(c.req.raw, ctx.settings), c.get('lang'));
    if (actor.accountId)
      return c.redirect((OFFICE_ROLES as readonly string[]).includes(actor.role) ? '/desk' : '/home');
    const event = await parts.currentEvent?.(ctx);
    return c.redirect(event ? `/schedule/${event}` : '/sign-in');
  });
  if (parts.publicPages) app.route('/', parts.publicPages);
  app.get('*', (c, next) => parts.web?.file(c.req.path, c.req.header('accept-encoding')) ?? next());
  app.get('*', (c, next) =>
    isAppPage(c.req.path) ? (parts.web?.shell(c.req.header('accept-encoding')) ?? next()) : next(),
  );
  app.notFound((c) => {
    c.get('record').problem = 'not-found';
    return problemPage(new ProblemError('not-found', {}, {}), c.get('lang'), c.get('record').requestId);
  });

  assertEveryRouteIsGuarded(app, operations);
  const atHand = parts.publicPages?.atHand;
  if (atHand) app.fetch = atHandFirst(ctx, parts.log, atHand, app.fetch);
  return Object.assign(app, { operations });
}

export type App = ReturnType<typeof createApp>;

/** The address the connection comes from; null in tests. */
function ipOf(c: Context<AppEnv>): string | null {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? null;
}

/** Made when first asked for, and never again: the operations do not change while the program runs. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
