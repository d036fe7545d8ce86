import type { Context, Hono } from 'hono';
import { PERMISSIONS } from '#shared/permission.ts';
import { refuse } from '#shared/problem.ts';
import type { AppEnv } from '../context.ts';
import type { Route } from './route.ts';
import { type FrameOptions, runOperation } from './run-operation.ts';

/** Puts a handler for every route on the app, literal segments before parameters, and answers the rest of `/api`. */
export function mount(app: Hono<AppEnv>, routes: readonly Route[], options: FrameOptions): void {
  const sorted = [...routes].sort((a, b) => (rank(a.path) < rank(b.path) ? -1 : 1));
  const ours = new Set<unknown>();
  for (const route of sorted) {
    const handler = (c: Context<AppEnv>) => runOperation(c, route, options);
    ours.add(handler);
    app.on(route.method, route.path, handler);
  }
  const rest = (c: Context<AppEnv>) => refuseUnknown(c, sorted);
  ours.add(rest);
  app.all('/api', rest);
  app.all('/api/*', rest);
  handlers.set(app, ours);
}

const handlers = new WeakMap<object, Set<unknown>>();

/** Throws, so that the server does not start, when something under `/api` has gone round the frame or its policy. */
export function assertEveryRouteIsGuarded(app: Hono<AppEnv>, routes: readonly Route[]): void {
  const stray = app.routes.filter(({ path, handler }) => path.startsWith('/api') && !handlers.get(app)?.has(handler));
  if (stray.length > 0) throw new Error(`not made by routes(): ${stray.map(({ path }) => path).join(', ')}`);
  const unguarded = routes.filter(({ operation }) => !(operation.action in PERMISSIONS));
  if (unguarded.length > 0) throw new Error(`no permission for: ${unguarded.map(({ key }) => key).join(', ')}`);
  for (const names of [routes.map(({ key }) => key as string), routes.map(({ operation }) => operation.id)]) {
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice) throw new Error(`two operations are called ${twice}`);
  }
}

/** A parameter sorts behind every letter, so `/requests/counts` is looked at before `/requests/:id`. */
function rank(path: string): string {
  return path.replaceAll(':', '\u{7f}');
}

function refuseUnknown(c: Context<AppEnv>, routes: readonly Route[]): never {
  const allow = routes.filter(({ path }) => matches(path, c.req.path)).map(({ method }) => method);
  if (allow.length === 0) refuse('not-found', {});
  refuse('wrong-method', {}, { allow: [...new Set(allow)].join(', ') });
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return wanted.length === given.length && wanted.every((part, at) => part.startsWith(':') || part === given[at]);
}
