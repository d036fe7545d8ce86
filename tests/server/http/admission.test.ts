import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { type Limits, urgencyOf, withAdmission } from '#server/http/admission.ts';

test.each([
  ['GET', '/healthz', 'always'],
  ['GET', '/openapi.json', 'least'],
  ['GET', '/api/history?limit=100', 'least'],
  ['GET', '/api/requests?event=cop32', 'reading'],
  ['GET', '/api/auth/me', 'work'],
  ['GET', '/schedule/cop32', 'work'],
  ['POST', '/api/auth/sign-in/email', 'work'],
  ['PUT', '/api/requests/1/answers', 'work'],
])('%s %s is %s', (method, url, urgency) => {
  expect(urgencyOf(method, url)).toBe(urgency);
});

/** A server whose answers wait until they are let go, and how it answers what comes after `inside` of them. */
async function whenFull(limits: Limits, inside: number, asked: [string, string][]) {
  const waiting: http.ServerResponse[] = [];
  let shed = 0;
  const listener = withAdmission(
    (_, response) => waiting.push(response),
    () => {
      shed += 1;
    },
    limits,
  );
  const server = http.createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const send = (method: string, path: string) =>
    new Promise<http.IncomingMessage>((resolve, reject) => {
      http
        .request({ port, host: '127.0.0.1', method, path }, (answer) => resolve(answer.resume()))
        .on('error', reject)
        .end();
    });
  const before = Array.from({ length: inside }, () => send('POST', '/api/requests'));
  await expect.poll(() => waiting.length).toBe(inside);
  const answers = asked.map(([method, path]) => send(method, path));
  await expect.poll(() => waiting.length + shed).toBe(inside + asked.length);
  for (const response of waiting) response.end();
  const statuses = (await Promise.all(answers)).map(({ statusCode }) => statusCode);
  const [refused] = (await Promise.all(answers)).filter(({ statusCode }) => statusCode === 503);
  await Promise.all(before);
  // Those who have left make room again.
  const later = send('GET', '/openapi.json');
  await expect.poll(() => waiting.length).toBe(inside + statuses.filter((one) => one === 200).length + 1);
  for (const response of waiting) response.end();
  expect((await later).statusCode).toBe(200);
  server.close();
  return { statuses, refused };
}

const asked: [string, string][] = [
  ['GET', '/docs'],
  ['GET', '/api/requests'],
  ['POST', '/api/auth/sign-in/email'],
  ['GET', '/healthz'],
];

test.each([
  ['nothing while there is room', 1, [200, 200, 200, 200]],
  ['the least urgent first', 2, [503, 200, 200, 200]],
  ['then the rest of the reading', 4, [503, 503, 200, 200]],
  ['and at last everything but who watches', 6, [503, 503, 503, 200]],
])('sends away %s', async (_, inside, statuses) => {
  const limits = { least: 2, reading: 4, all: 6 };
  const full = await whenFull(limits, inside, asked);
  expect(full.statuses).toEqual(statuses);
  if (!full.refused) return;
  const { 'retry-after': after, connection, 'cache-control': cache } = full.refused.headers;
  expect(Number(after)).toBeGreaterThanOrEqual(2);
  expect([Number(after) <= 6, connection, cache]).toEqual([true, 'close', 'no-store']);
});

test('without a limit everything would be taken in', async () => {
  const limits = { least: 99, reading: 99, all: 99 };
  expect((await whenFull(limits, 6, asked)).statuses).toEqual([200, 200, 200, 200]);
});
