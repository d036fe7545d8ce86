import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from '#db/id.ts';
import { createApp } from '#server/app.ts';
import type { AppEnv } from '#server/context.ts';
import { createMetrics } from '#server/http/metrics.ts';
import { createReadiness } from '#server/http/readiness.ts';
import { routes } from '#server/http/route.ts';
import { readWebFiles } from '#server/http/web-files.ts';
import { countQuery, createLog, createRequestLog, recording } from '#server/log.ts';
import { anonymous } from '#shared/actor.ts';
import { defineOperations } from '#shared/operation.ts';
import { PROBLEMS } from '#shared/problem.ts';
import { useWorld } from '#tests/support/world.ts';
import { SCREENS } from '#web/screens.ts';

const operations = defineOperations({
  'GET /api/long': { id: 'long', summary: 'Long', action: 'public.read', answer: z.array(z.string()) },
  'GET /api/slow/{name}': { id: 'slow', summary: 'Slow', action: 'public.read', answer: z.strictObject({}) },
  'GET /api/mine': {
    id: 'mine',
    summary: 'Mine',
    action: 'account.self',
    query: z.strictObject({ word: z.string().max(60) }),
    answer: z.strictObject({}),
  },
});
const waiting: (() => void)[] = [];
const long = Array.from({ length: 200 }, () => '富山市の派遣団');
const handled = routes(operations, {
  'GET /api/long': async () => long,
  'GET /api/slow/{name}': async () => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return {};
  },
  'GET /api/mine': async ({ ctx, actor }) => {
    await ctx.database.read(actor, (db) => db.selectFrom('account').select('id').execute());
    return {};
  },
});

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cop-web-'));
fs.mkdirSync(path.join(folder, 'assets'));
fs.writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>app</title>');
fs.writeFileSync(path.join(folder, 'assets', 'main-1a2b.js'), 'plain');
fs.writeFileSync(path.join(folder, 'assets', 'main-1a2b.js.br'), 'squeezed');
afterAll(() => fs.rmSync(folder, { recursive: true }));

const publicPages = new Hono<AppEnv>().get('/schedule/:event', (c) =>
  c.html(`<p>${c.req.param('event')}</p>`, 200, { 'cache-control': 'public, max-age=30' }),
);
const world = useWorld({
  routes: handled,
  web: readWebFiles(folder),
  publicPages,
  currentEvent: async () => 'cop32',
  mostAtOnce: 2,
});

describe('headers', () => {
  test('of the API: nothing kept, nothing run', async () => {
    const { headers } = await world.public.get('/api/long');
    expect({
      policy: headers.get('content-security-policy'),
      cache: headers.get('cache-control'),
      sniff: headers.get('x-content-type-options'),
      hsts: headers.get('strict-transport-security'),
      cors: headers.get('access-control-allow-origin'),
    }).toEqual({
      policy: "default-src 'none'; frame-ancestors 'none'; sandbox",
      cache: 'no-store',
      sniff: 'nosniff',
      hsts: null,
      cors: null,
    });
  });

  test.each(['/', '/sign-in', '/nowhere', '/docs', '/schedule/cop32', '/assets/main-1a2b.js'])(
    'of a page: only our own scripts, no frame around it: %s',
    async (address) => {
      const { headers } = await world.public.get(address);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy.split('; ').slice(0, 2)).toEqual(["default-src 'none'", "script-src 'self'"]);
      expect(policy).not.toMatch(/unsafe|upgrade-insecure/);
      expect(headers.get('x-frame-options')).toBe('DENY');
    },
  );

  test('over https ask to stay there', async () => {
    const ctx = { ...world.ctx, settings: { ...world.ctx.settings, publicUrl: 'https://desk.example' } };
    const log = createRequestLog(createLog('silent'));
    const app = createApp(ctx, { findActor: async (_, __, lang) => anonymous(lang), log });
    const { headers } = await app.request('/docs');
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
    expect(headers.get('content-security-policy')).toMatch(/; upgrade-insecure-requests;/);
  });

  test('leave a public page its caching', async () => {
    const { headers } = await world.public.get('/schedule/cop32');
    expect([headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual(['public, max-age=30', null]);
  });
});

describe('compression', () => {
  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('by %s gives back what was sent', async (encoding, expand) => {
    const response = await world.app.request('/api/long', { headers: { 'accept-encoding': encoding } });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    const body = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-length')).toBe(String(body.length));
    expect(JSON.parse(expand(body).toString())).toEqual(long);
  });

  test('is left out for short answers and for who cannot read it', async () => {
    const short = await world.app.request('/readyz', { headers: { 'accept-encoding': 'br' } });
    const plain = await world.app.request('/api/long', { headers: { 'accept-encoding': 'br;q=0' } });
    expect([short.headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual([null, null]);
  });
});

describe('the web app', () => {
  test('has files that are kept for good, and none that is not there', async () => {
    const file = await world.public.get('/assets/main-1a2b.js', { 'accept-encoding': 'br, gzip' });
    expect([file.status, file.text, file.headers.get('content-encoding'), file.headers.get('cache-control')]).toEqual([
      200,
      'squeezed',
      'br',
      'public, max-age=31536000, immutable',
    ]);
    expect((await world.public.get('/assets/main-1a2b.js')).text).toBe('plain');
    expect((await world.public.get('/assets/gone.js')).status).toBe(404);
    expect((await world.public.get('/assets/../index.html')).status).toBe(404);
  });

  const addresses = SCREENS.map((screen) => screen.path.replace('$id', newId()).replace('$step', 'people'));

  test.each(addresses)('draws %s', async (address) => {
    expect((await world.public.get(address)).text).toContain('<title>app</title>');
  });

  test.each(['/itinerary', '/desk/reports', '/desk/requests/one', '/homes'])(
    'has nothing yet at %s',
    async (address) => {
      expect((await world.public.get(address)).status).toBe(404);
    },
  );

  test('does not pretend to draw what nobody knows', async () => {
    const page = await world.public.get('/wp-login.php', { 'accept-language': 'en' });
    expect(page.status).toBe(404);
    expect(page.text).toMatch(/<html lang="en">[\s\S]*03-6205-8415/);
  });

  test('begins where one belongs', async () => {
    const start = async (client: typeof world.public) => (await client.get('/')).headers.get('location');
    expect([
      await start(world.public),
      await start(await world.as({ role: 'member_viewer' })),
      await start(await world.as({ role: 'auditor' })),
    ]).toEqual(['/schedule/cop32', '/home', '/desk']);
  });
});

describe('the pages of problems', () => {
  test.each(Object.keys(PROBLEMS))('%s has one in both languages', async (code) => {
    const [ja, en] = await Promise.all([
      world.public.get(`/problems/${code}`),
      world.public.get(`/problems/${code}`, { 'accept-language': 'en' }),
    ]);
    expect([ja.status, en.status]).toEqual([200, 200]);
    expect(ja.text + en.text).not.toMatch(/undefined|<script/);
  });

  test('there is none for what is no problem', async () => {
    expect((await world.public.get('/problems/toString')).status).toBe(404);
  });
});

test('too many at once are asked to come back, and the watcher is still answered', async () => {
  const first = [world.public.get('/api/slow/a'), world.public.get('/api/slow/b')];
  await expect.poll(() => waiting.length).toBe(2);
  const refused = await world.public.get('/api/long');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
  expect((await world.public.get('/healthz')).status).toBe(204);
  for (const go of waiting) go();
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
  expect((await world.public.get('/api/long')).status).toBe(200);
});

const blank = { requestId: 'r', route: 'GET /', actor: null, problem: null, sqlState: null, queries: 0 };

describe('the log', () => {
  test('says who, which route and how many queries, and nothing of the content', async () => {
    const member = await world.as({ role: 'member_editor', name: '秘密 太郎' });
    await member.get('/api/mine?word=himitsu');
    await world.public.get('/api/nothing/himitsu');
    const [mine, unknown] = world.logged.map((line) => JSON.parse(line));
    expect({ ...mine, time: 0, ms: 0, requestId: 0 }).toEqual({
      level: 'info',
      time: 0,
      requestId: 0,
      route: 'GET /api/mine',
      method: 'GET',
      status: 200,
      ms: 0,
      queries: 0,
      account: member.actor.accountId,
      member: member.actor.memberId,
      role: 'member_editor',
    });
    expect([unknown.level, unknown.problem]).toEqual(['warn', 'not-found']);
    expect(world.logged.join('')).not.toMatch(/himitsu|秘密/);
  });

  test('counts the queries of each request by itself', async () => {
    const records = [1, 2].map((requestId) => ({ ...blank, requestId: String(requestId) }));
    await Promise.all(
      records.map((record, at) =>
        recording(record, async () => {
          for (let query = 0; query <= at; query += 1) await Promise.resolve().then(countQuery);
        }),
      ),
    );
    countQuery();
    expect(records.map(({ queries }) => queries)).toEqual([1, 2]);
  });
});

test('readiness says what is missing, within half a second', async () => {
  const never = createReadiness(
    { ping: () => new Promise(() => {}) },
    () => false,
    () => false,
  );
  const jobs = createReadiness(
    { ping: async () => {} },
    () => true,
    () => false,
  );
  const fine = createReadiness(
    { ping: async () => {} },
    () => false,
    () => false,
  );
  const stopping = createReadiness(
    { ping: async () => {} },
    () => false,
    () => true,
  );
  expect(await Promise.all([never(), jobs(), fine(), stopping()])).toEqual([['database'], ['jobs'], [], ['stopping']]);
});

test('numbers count requests by route, and values only the database refused', () => {
  const metrics = createMetrics(createRequestLog(createLog('silent')));
  const record = { requestId: 'r', route: 'GET /api/a', actor: null, problem: null, sqlState: '22021', queries: 3 };
  metrics.log.request(record, { method: 'GET', status: 400, ms: 500 });
  expect(metrics.text()).toContain('cop_desk_requests_total{method="GET",route="GET /api/a",status="400"} 1');
  expect(metrics.text()).toContain('cop_desk_queries_total{method="GET",route="GET /api/a",status="400"} 3');
  expect(metrics.text()).toContain('cop_desk_unexpected_values_total 1');
});

describe('the server does not start', () => {
  const make = (parts: Partial<Parameters<typeof createApp>[1]>) => () => createApp(world.ctx, { ...basics, ...parts });
  const basics = {
    findActor: async () => anonymous('ja'),
    log: createRequestLog(createLog('silent')),
    routes: handled,
  };

  test('with an address under /api that went round the frame', () => {
    expect(make({ publicPages: new Hono<AppEnv>().get('/api/back-door', (c) => c.text('in')) })).toThrow(/back-door/);
  });

  test('with an operation nobody has been permitted', () => {
    const [first] = handled;
    if (!first) throw new Error('no route');
    const unguarded = { ...first, operation: { ...first.operation, action: 'no.such' as never } };
    expect(make({ routes: [unguarded] })).toThrow('no permission for: GET /api/long');
  });

  test('with two operations of one name', () => {
    expect(make({ routes: [...handled, ...handled] })).toThrow(/two operations/);
  });

  test('but does with its own, and says which they are', () => {
    expect(make({})().operations).toEqual(handled);
  });
});
