import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { findActor } from '#server/accounts/find-actor.ts';
import { createApp } from '#server/app.ts';
import { cookieName } from '#server/http/session-cookie.ts';
import { readWebFiles } from '#server/http/web-files.ts';
import { createLog, createRequestLog } from '#server/log.ts';
import { publicPages } from '#server/schedule/public-pages.ts';
import { addAccount, addSession } from '#tests/support/accounts.ts';
import { release, released } from '#tests/support/builders/released.ts';
import { addEvent } from '#tests/support/events.ts';
import { useWorld } from '#tests/support/world.ts';
import { publicRenderer } from '#web/schedule/public/render.tsx';

/** Every class of answer carries exactly the headers in the file beside this test: a change of one is seen in review. */
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cop-headers-'));
fs.mkdirSync(path.join(folder, 'assets'));
fs.writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>app</title>');
fs.writeFileSync(path.join(folder, 'assets', 'main-1a2b.js'), 'plain');
fs.writeFileSync(path.join(folder, 'mark.svg'), '<svg/>');
afterAll(() => fs.rmSync(folder, { recursive: true }));

const world = useWorld();
let eventId: string;
let account: string;
beforeEach(async () => {
  eventId = await addEvent(world);
  await release(world, eventId, [released()]);
  account = await addAccount(world, { email: 'somebody@people.example', password: null });
});

type Asked = { method?: string; path: string; signedIn?: true; headers?: Record<string, string> };
const CLASSES: Record<string, Asked> = {
  'API answer': { path: '/api/auth/me' },
  'API answer to somebody': { path: '/api/auth/sessions', signedIn: true },
  'API answer without content': { method: 'PUT', path: '/api/auth/language', signedIn: true },
  'API refusal': { path: '/api/requests?event=cop32' },
  'API address that is none': { path: '/api/nothing' },
  'API description': { path: '/openapi.json' },
  'signing out': { method: 'POST', path: '/api/auth/sign-out', signedIn: true },
  'the app': { path: '/desk', signedIn: true },
  'where one belongs': { path: '/', signedIn: true },
  'page that is none': { path: '/nowhere' },
  'page of another host': { path: '/desk', headers: { host: 'evil.example' } },
  'page that is not written to': { method: 'POST', path: '/desk' },
  'page of the API': { path: '/docs' },
  'page of a problem': { path: '/problems/clash' },
  'public page': { path: '/schedule/cop32' },
  'public page that is still right': { path: '/schedule/cop32', headers: { 'if-none-match': '*' } },
  'public page that is none': { path: '/schedule/nowhere' },
  'public calendar': { path: '/schedule/cop32.ics' },
  'file of the build': { path: '/assets/main-1a2b.js' },
  'file with a plain name': { path: '/mark.svg' },
  'style of the plain pages': { path: '/plain.css' },
  'who watches': { path: '/healthz' },
  'who waits': { path: '/readyz' },
};
/** What differs from call to call. */
const VARYING = ['x-request-id', 'etag', 'content-length', 'set-cookie', 'date'];

async function headersOf(publicUrl: string, { method = 'GET', path, signedIn, headers }: Asked) {
  const ctx = { ...world.ctx, settings: { ...world.ctx.settings, publicUrl } };
  const pages = publicPages(publicRenderer, { stylesheet: '/assets/public.css', icon: '/mark.svg' });
  const log = createRequestLog(createLog('silent'));
  const app = createApp(ctx, { findActor, log, web: readWebFiles(folder), publicPages: pages });
  const { token } = await addSession(world, account, new Date());
  const cookie = signedIn ? { cookie: `${cookieName(ctx.settings)}=${token}`, 'sec-fetch-site': 'same-origin' } : {};
  const body = method === 'PUT' ? { body: '{"lang":"ja"}' } : {};
  const answer = await app.request(path, {
    method,
    headers: { ...cookie, ...(method === 'PUT' ? { 'content-type': 'application/json' } : {}), ...headers },
    ...body,
  });
  const kept = [...answer.headers].filter(([name]) => !VARYING.includes(name));
  // A page that carries its own style names it by a hash, which changes with the style.
  const plain = kept.map(([name, value]) => [name, value.replace(/'sha256-[\w+/=]+'/, "'sha256-…'")]);
  return {
    status: answer.status,
    ...Object.fromEntries(plain.sort()),
    cookie: answer.headers.get('set-cookie')?.split('=')[0],
  };
}

test('of every class of answer are as the file beside says', async () => {
  const all: Record<string, unknown> = {};
  for (const [name, asked] of Object.entries(CLASSES)) all[name] = await headersOf('https://desk.example', asked);
  all['the app over plain http'] = await headersOf('http://localhost:3000', { path: '/desk', signedIn: true });
  await expect(`${JSON.stringify(all, null, 2)}\n`).toMatchFileSnapshot('headers.json');
}, 120_000);

test('the file says what it must: nothing of a person is kept by anybody, nothing runs that is not ours', () => {
  const all = JSON.parse(fs.readFileSync(new URL('headers.json', import.meta.url), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const named = (pattern: RegExp) =>
    Object.entries(all)
      .filter(([name]) => pattern.test(name))
      .map(([, one]) => one);
  expect(named(/^API|the app|signing|belongs/).every((one) => one['cache-control']?.match(/^no-(store|cache)$/))).toBe(
    true,
  );
  expect(named(/^public/).every((one) => one.cookie === undefined && !/cookie/i.test(one.vary ?? ''))).toBe(true);
  // "Not modified" leaves what the browser has stored: it says nothing that could take a guard away.
  const [unchanged, spoken] = [named(/still right/), Object.entries(all).filter(([name]) => !/still right/.test(name))];
  expect(unchanged.map((one) => Object.keys(one).sort())).toEqual([['cache-control', 'status', 'vary']]);
  for (const [name, one] of spoken) {
    expect(one['content-security-policy'], name).toMatch(/^default-src 'none'; /);
    expect(one['content-security-policy'], name).not.toMatch(/unsafe|\*|data:|http/);
    expect(one['x-content-type-options'], name).toBe('nosniff');
    expect(one['strict-transport-security'], name).toBe(
      name.includes('plain http') ? undefined : 'max-age=63072000; includeSubDomains',
    );
    expect(
      Object.keys(one).filter((header) => /^(server|x-powered-by|access-control-)/.test(header)),
      name,
    ).toEqual([]);
  }
});
