import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { AppEnv } from '#server/context.ts';
import { finish } from '#server/schedule/public-cache.ts';
import { send } from '#server/schedule/public-send.ts';

const page = finish('text/html; charset=utf-8', 'programme '.repeat(500), 'b{}');
const app = new Hono<AppEnv>().get('/', (c) => send(c, page));
const get = (headers: Record<string, string> = {}) => app.request('/', { headers });

test('a copy that is still right is not sent again', async () => {
  const etag = (await get()).headers.get('etag') ?? '';
  for (const list of [etag, `W/${etag}`, `"old", ${etag}`, '*']) {
    const answer = await get({ 'if-none-match': list });
    expect([answer.status, await answer.text()]).toEqual([304, '']);
    expect(answer.headers.get('etag')).toBe(etag);
    expect(answer.headers.get('cache-control')).toContain('max-age=60');
  }
  expect((await get({ 'if-none-match': '"old"' })).status).toBe(200);
});

test('each encoding is a copy of its own', async () => {
  const tags = await Promise.all(
    ['br', 'gzip', 'identity'].map(async (encoding) =>
      (await get({ 'accept-encoding': encoding })).headers.get('etag'),
    ),
  );
  expect(new Set(tags).size).toBe(3);
  const [br = ''] = tags;
  expect((await get({ 'accept-encoding': 'gzip', 'if-none-match': br ?? '' })).status).toBe(200);
});

test('what is compressed says so', async () => {
  const answer = await get({ 'accept-encoding': 'gzip, br' });
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect((await answer.arrayBuffer()).byteLength).toBeLessThan(200);
});
