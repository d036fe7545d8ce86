import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isOurHost } from '#server/http/host.ts';
import { violationsIn } from '#server/http/policy-reports.ts';
import { routes } from '#server/http/route.ts';
import { createLog, createRequestLog, createSampler, safeStack } from '#server/log.ts';
import { defineOperations } from '#shared/operation.ts';
import { useWorld } from '#tests/support/world.ts';

const operations = defineOperations({
  'GET /api/plain': { id: 'plain', summary: 'Plain', action: 'public.read', answer: z.strictObject({}) },
  'GET /api/asked': {
    id: 'asked',
    summary: 'Asked',
    action: 'public.read',
    query: z.strictObject({ q: z.string().max(9).optional() }),
    answer: z.strictObject({}),
  },
  'POST /api/press': { id: 'press', summary: 'Press', action: 'public.read' },
});
const world = useWorld({
  routes: routes(operations, {
    'GET /api/plain': async () => ({}),
    'GET /api/asked': async () => ({}),
    'POST /api/press': async () => {},
  }),
});
const ask = (path: string, init: RequestInit = {}) => world.app.request(path, init);
const status = async (path: string, init?: RequestInit) => (await ask(path, init)).status;

describe('a query', () => {
  test('that says one thing twice is refused, because two programs could read it in two ways', async () => {
    expect([await status('/api/asked?q=a'), await status('/api/asked?q=a&q=b')]).toEqual([200, 400]);
  });

  test('that nobody reads is a mistake', async () => {
    expect([await status('/api/plain'), await status('/api/plain?q=a')]).toEqual([200, 422]);
  });
});

describe('the host', () => {
  const at = (host: string) => status('/api/plain', { headers: { host } });

  test.each(['localhost', 'localhost:3000', '127.0.0.1:8080', '[::1]:3000', '192.168.1.5:3000', 'LOCALHOST'])(
    'of the demonstration may be this machine, by whatever number it is reached: %s',
    async (host) => {
      expect(await at(host)).toBe(200);
    },
  );

  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'evil.example:3000', 'a b', ''])(
    'may not be a name that somebody has pointed here: %j',
    async (host) => {
      expect(await at(host)).toBe(421);
    },
  );

  test('in an address given in full must be ours too', async () => {
    expect(await status('http://evil.example/api/plain', { headers: { host: 'localhost' } })).toBe(421);
  });

  test('is not asked of whoever watches over the program', async () => {
    expect(await status('/healthz', { headers: { host: 'app1:3000' } })).toBe(204);
  });

  test.each([
    ['desk.example', true],
    ['DESK.example:443', true],
    ['127.0.0.1:3000', true],
    ['localhost:3000', true],
    ['192.168.1.5', false],
    ['desk.example:8443', false],
    ['desk.example.evil.example', false],
    ['www.desk.example', false],
  ])('of a desk with an address of its own is that one, or the proxy beside it: %s', (host, fits) => {
    expect(isOurHost(host, 'https://desk.example')).toBe(fits);
  });
});

describe('a method', () => {
  test.each(['TRACE', 'OPTIONS', 'PUT', 'DELETE', 'PROPFIND', 'M-SEARCH'])(
    'unknown to a page is 405: %s',
    async (method) => {
      // A script cannot send TRACE; a program on a socket can, as `tests/fuzz` does.
      if (method === 'TRACE') return;
      const answer = await ask('/sign-in', { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
      expect(await status('/api/plain', { method })).toBe(405);
    },
  );
});

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/json',
  ' ',
  'application/json;v=2',
])('a form of another site gives itself away, even when it carries nothing: %s', async (type) => {
  const press = (headers: Record<string, string>, body?: string) =>
    status('/api/press', { method: 'POST', headers, ...(body === undefined ? {} : { body }) });
  expect([await press({}), await press({ 'content-type': 'application/json' })]).toEqual([204, 204]);
  if (type.trim()) expect(await press({ 'content-type': type })).toBe(415);
  expect(await press({ 'content-type': type }, 'a=b')).toBe(415);
});

describe('a browser’s report', () => {
  const old = JSON.stringify({
    'csp-report': {
      'effective-directive': 'script-src-elem',
      'document-uri': 'http://localhost/desk/requests/0199-himitsu?q=1',
    },
  });
  const report = (body: string, type = 'application/csp-report') =>
    status('/csp-report', { method: 'POST', body, headers: { 'content-type': type } });

  test('is kept as the rule and the kind of page', async () => {
    expect(await report(old)).toBe(204);
    const line = world.logged.map((one) => JSON.parse(one)).find(({ problem }) => problem === 'content-policy');
    expect(line).toMatchObject({ directive: 'script-src-elem', page: '/desk/requests/:part' });
    expect(world.logged.join('')).not.toContain('himitsu');
  });

  test('is understood in the newer form, and what is none says nothing', () => {
    const body = { effectiveDirective: 'img-src', documentURL: 'https://desk.example/schedule/cop32' };
    expect(violationsIn(JSON.stringify([{ type: 'csp-violation', body }]))).toEqual([
      { directive: 'img-src', page: '/schedule/:part' },
    ]);
    expect(['', '[]', '{"body":1}', 'null', '[[[]]]'].flatMap(violationsIn)).toEqual([]);
    const odd = { effectiveDirective: 'x\ny', documentURL: 'javascript:1' };
    expect(violationsIn(JSON.stringify({ body: odd }))).toEqual([{ directive: 'unknown', page: ':part' }]);
  });

  test('may be short, of its own type, and come ten times a minute', async () => {
    expect([await report('x'.repeat(9_000)), await report(old, 'text/plain')]).toEqual([413, 415]);
    const answers = [];
    for (let at = 0; at < 12; at += 1) answers.push(await report(old));
    expect(answers.at(-1)).toBe(429);
  });
});

describe('the log', () => {
  test('writes the same failure at most twenty times a second, and everything that went well', () => {
    const lines: string[] = [];
    const log = createRequestLog(createLog('info', { write: (line) => lines.push(line) }), () => 0);
    const record = { requestId: 'r', route: 'GET /', actor: null, problem: null, sqlState: null, queries: 0 };
    for (let at = 0; at < 50; at += 1) {
      log.request({ ...record, problem: 'broken' }, { method: 'GET', status: 500, ms: 1 });
      log.request(record, { method: 'GET', status: 200, ms: 1 });
    }
    expect(lines.map((line) => JSON.parse(line).status).sort()).toEqual([
      ...Array(50).fill(200),
      ...Array(20).fill(500),
    ]);
  });

  test('counts what it leaves out, and says how much it was', () => {
    let now = 0;
    const said: [string, number][] = [];
    const waiting: (() => void)[] = [];
    const isNew = createSampler(
      () => now,
      (code, leftOut) => said.push([code, leftOut]),
      (work) => waiting.push(work),
    );
    const written = Array.from({ length: 64 }, () => isNew('broken')).filter(Boolean).length;
    expect([written, isNew('other')]).toEqual([20, true]);
    now = 1_500;
    expect(isNew('broken')).toBe(true);
    expect(waiting).toHaveLength(1);
    waiting[0]?.();
    expect(said).toEqual([['broken', 44]]);
  });

  test('never repeats the words of an error, not even those that look like a part of its stack', () => {
    const error = new Error('duplicate key\n    at secret (himitsu@people.example)');
    const stack = safeStack(error);
    expect(error.stack).toContain('himitsu');
    expect(stack).toMatch(/^Error\n\s+at /);
    expect(stack).not.toMatch(/himitsu|duplicate/);
  });
});
