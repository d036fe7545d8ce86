import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import { beforeEach, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { listen } from '#server/http/listen.ts';
import { addAccount, codeOf, PASSWORD } from '#tests/support/accounts.ts';
import { type TwoMembers, twoMembers } from '#tests/support/builders/two-members.ts';
import { REDIRECTS } from '#tests/support/corpora.ts';
import { useWorld } from '#tests/support/world.ts';
import { sendRaw, statusesIn } from '../../fuzz/raw.ts';

/** What went wrong elsewhere at the door. README.md beside this file says where. */
const world = useWorld({ currentEvent: async () => 'cop32' });
let two: TwoMembers;
beforeEach(async () => {
  two = await twoMembers(world.database);
});
const email = 'hanako@city.example';

test('R-10 no header says where a guess comes from, or who somebody is', async () => {
  await addAccount(world, { email });
  const codes: (string | null)[] = [];
  for (let at = 0; at < 12; at += 1) {
    const from = { 'x-forwarded-for': `2001:db8::${at}`, 'x-real-ip': `192.0.2.${at}`, forwarded: `for=192.0.2.${at}` };
    codes.push(codeOf(await world.public.post('//api/auth/sign-in/email'.slice(1), { email, password: 'no' }, from)));
  }
  expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(10);
  expect((await world.public.post('/api//auth/sign-in/email', { email, password: PASSWORD })).status).toBe(400);
  const posing = {
    'remote-user': 'admin',
    'x-remote-user': 'admin',
    'x-ssl-client-s-dn': 'CN=admin',
    'x-webauth-user': 'admin',
  };
  expect((await world.public.get('/api/accounts', posing)).status).toBe(401);
});

test('R-15 no host and no parameter leads anybody away', async () => {
  for (const next of REDIRECTS) {
    const answer = await world.public.get(`/?next=${encodeURIComponent(next.replace(/\0/g, ''))}`);
    expect(answer.headers.get('location') ?? '/', next).toMatch(/^\/(?![/\\])[\w/-]*$/);
  }
  const poisoned = await world.app.request('/', {
    headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  });
  expect([poisoned.status, poisoned.headers.get('location')]).toEqual([421, null]);
});

test('R-16 what is for one person is kept by nobody on the way', async () => {
  const member = await world.as({ role: 'member_editor', memberId: two.ours.member });
  for (const path of ['/api/auth/me', '/api/requests?event=cop32', `/api/requests/${two.ours.request}`, '/']) {
    const { headers } = await member.get(path);
    expect([headers.get('cache-control'), headers.get('vary')?.includes('Cookie')], path).toEqual(['no-store', true]);
  }
});

test('R-20 no name or word of a query becomes SQL', async () => {
  const office = await world.as({ role: 'staff_coordinator' });
  for (const query of [
    'sort=id;drop table request',
    'order=id desc',
    'kind=pass) or (1=1',
    "group=overdue'--",
    "state=draft,submitted')--",
    'entry_aggregator=or',
    'filter[a]=1',
  ]) {
    expect((await office.get(`/api/requests?event=cop32&${query.replaceAll(' ', '%20')}`)).status, query).toBe(422);
  }
  const odd = await office.get<{ items: unknown[] }>(
    `/api/requests?event=cop32&q=${encodeURIComponent('%_\\\'"); drop table request; --')}`,
  );
  expect([odd.status, odd.body.items]).toEqual([200, []]);
  expect((await office.get<{ items: unknown[] }>('/api/requests?event=cop32')).body.items.length).toBeGreaterThan(0);
});

test('R-21 R-24 a refusal says which it is, and nothing of the inside', async () => {
  const member = await world.as({ role: 'member_editor', memberId: two.ours.member });
  const answers = await Promise.all([
    member.get('/api/requests/undefined'),
    member.post('/api/requests', { event: 'nothing', kind: 'pass' }),
    member.raw('POST', '/api/requests', '{"a":', {}),
    member.get('/api/requests?event=cop32&after=x'),
    world.public.get('/api/nothing'),
    world.public.get('/nothing'),
  ]);
  for (const { status, text } of answers) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/\bat \w|\.ts:|undefined|Error\b|constraint|select |session|node_modules/);
  }
});

test('R-31 a faulty setting keeps it from starting, instead of leaving a door open', () => {
  const good = {
    DATABASE_URL: 'postgres://a@b/c',
    APP_SECRET: 'k'.repeat(20) + 'q3'.repeat(12),
    PUBLIC_URL: 'https://desk.example.jp',
  };
  expect(readConfig(good).appSecret).toBe(good.APP_SECRET);
  for (const bad of [
    { APP_SECRET: '' },
    { APP_SECRET: 'short' },
    { APP_SECRET: 'change-me-change-me-change-me-change-me' },
    { PUBLIC_URL: 'javascript:1' },
    { DEMO: 'yes' },
    { PORT: '-1' },
  ]) {
    expect(() => readConfig({ ...good, ...bad }), JSON.stringify(bad)).toThrow();
  }
});

test('R-32 an address that can be read in two ways is read in none', async () => {
  const server = await listen(world.app.fetch, { port: 0, host: '127.0.0.1', publicUrl: 'http://localhost' });
  const { port } = server.address() as AddressInfo;
  const ask = async (path: string) => {
    const said = await sendRaw(
      port,
      Buffer.from(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
      5_000,
    );
    return [path, ...statusesIn(said)];
  };
  const paths = [
    ...[
      '//etc/passwd',
      '/assets/..%2findex.html',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/assets\\..\\x',
      '/api/%2e/requests',
    ],
    ...['/api/./requests', '/api/x/../requests', '/desk%2frequests', '/api/requests%00', '/.//desk', '/desk/%5c'],
  ];
  expect(await Promise.all(paths.map(ask))).toEqual(paths.map((path) => [path, 400]));
  expect(await ask('/api/requests')).toEqual(['/api/requests', 401]);
  server.close();
});

test('R-34 nothing is used that reads spreadsheets or makes documents from what people type', () => {
  const { dependencies } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  expect(
    Object.keys(dependencies).filter((name) =>
      /xlsx|exceljs|sheetjs|puppeteer|pdf|latex|marked|markdown|better-auth|next-auth/i.test(name),
    ),
  ).toEqual([]);
});
