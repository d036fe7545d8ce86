import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#db/id.ts';
import type { MadeToken, TokenView } from '#shared/accounts/contract.ts';
import type { Operation, OperationKey } from '#shared/operation.ts';
import { operations } from '#shared/operations.ts';
import { openToTokens } from '#shared/permission.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
let memberId: string;
let hanako: Client;
beforeEach(async () => {
  memberId = newId();
  hanako = await world.as({ role: 'member_editor', memberId });
});

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
async function tokenOf(client: Client, scope: 'read' | 'read-write' = 'read'): Promise<string> {
  const { body } = await client.post<MadeToken>('/api/auth/tokens', { name: '集計', scope, days: 30 });
  return body.secret;
}
/** A call as a program makes it: no cookie, no browser. */
const get = (secret: string, path = '/api/members', more = {}) =>
  world.public.get(path, { ...bearer(secret), ...more });

describe('an access token', () => {
  test('opens what its person may see, and no more', async () => {
    const secret = await tokenOf(hanako);
    expect((await get(secret)).status).toBe(200);
    expect((await get(secret, '/api/auth/me')).body).toMatchObject({ account: { id: hanako.actor.accountId } });
    expect(codeOf(await get(secret, '/api/history'))).toBe('not-allowed');
    expect(codeOf(await get(secret, '/api/staff'))).toBe('not-allowed');
    const admin = await world.as({ role: 'staff_admin' });
    const colleague = await world.as({ role: 'member_viewer' });
    for (const other of [admin, colleague]) {
      expect((await get(await tokenOf(other), '/api/requests')).status).toBe((await other.get('/api/requests')).status);
    }
  });

  test('answers in its person’s language, whatever the program asks for', async () => {
    const english = await world.as({ role: 'member_viewer', lang: 'en' });
    const { body } = await get(await tokenOf(english), '/api/history', { 'accept-language': 'ja' });
    expect(body).toMatchObject({ title: 'You may not do this' });
  });

  test('needs no page of ours around it, and no browser gets round that rule without one', async () => {
    const secret = await tokenOf(hanako);
    const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://tools.example' };
    expect((await get(secret, '/api/members', elsewhere)).status).toBe(200);
    expect(codeOf(await hanako.get('/api/members', elsewhere))).toBe('cross-site');
    expect(codeOf(await hanako.get('/api/members', { ...elsewhere, authorization: 'Basic eDp5' }))).toBe('cross-site');
  });

  test('comes alone: together with a session it is refused, even a wrong one', async () => {
    const secret = await tokenOf(hanako);
    expect(codeOf(await hanako.get('/api/members', bearer(secret)))).toBe('two-keys');
    expect(codeOf(await hanako.get('/api/members', bearer('nonsense')))).toBe('two-keys');
  });

  test('is no session: in the cookie it opens nothing, and a session’s secret is no token', async () => {
    const secret = await tokenOf(hanako);
    expect((await world.public.get('/api/members', { cookie: `cop_s=${secret}` })).status).toBe(401);
  });

  test.each([
    ['nothing', ''],
    ['anything', 'nonsense'],
    ['one nobody has', `cop_${'x'.repeat(43)}`],
    ['a very long one', `cop_${'x'.repeat(4000)}`],
    ['a piece of SQL', "cop_' or 1=1"],
  ])('that is none is refused: %s', async (_, secret) => {
    const answer = await get(secret, '/api/auth/me');
    const said = [answer.status, codeOf(answer), answer.headers.get('www-authenticate')];
    expect(said).toEqual([401, 'token-not-valid', 'Bearer']);
  });
});

describe('what a token does not reach', () => {
  test('reading only, it changes nothing', async () => {
    const create = { kind: 'pass', event: 'cop32' };
    const reading = await tokenOf(hanako);
    const writing = await tokenOf(hanako, 'read-write');
    const post = (secret: string) => world.public.post('/api/requests', create, bearer(secret));
    expect(codeOf(await post(reading))).toBe('token-reads-only');
    expect(codeOf(await post(writing))).not.toBe('token-reads-only');
    for (const key of Object.keys(operations) as OperationKey[]) {
      const operation = (operations as Record<string, Operation>)[key] as Operation;
      if (key.startsWith('GET ') || !openToTokens(operation)) continue;
      const [method = '', path = ''] = key.split(' ');
      const address = path.replaceAll(/:\w+/g, newId());
      const answer = await world.public.raw(method, address, '{}', {
        ...bearer(reading),
        'content-type': 'application/json',
      });
      expect([key, codeOf(answer)]).toEqual([key, 'token-reads-only']);
    }
  });

  test('it makes no tokens, ends no sessions, changes no password and no account, reveals no identity', async () => {
    const manager = await world.as({ role: 'member_manager', memberId });
    const secret = await tokenOf(manager, 'read-write');
    const closed = (Object.entries(operations) as [OperationKey, Operation][]).filter(
      ([, operation]) => !openToTokens(operation),
    );
    expect(closed.map(([, { id }]) => id)).toEqual(
      expect.arrayContaining([
        'makeToken',
        'endToken',
        'changePassword',
        'endSession',
        'inviteAccount',
        'changeAccount',
        'revealIdentity',
      ]),
    );
    for (const [key] of closed) {
      const [method = '', path = ''] = key.split(' ');
      const body = method === 'GET' || method === 'DELETE' ? null : '{}';
      const answer = await world.public.raw(method, path.replaceAll(/:\w+/g, newId()), body, bearer(secret));
      expect([key, answer.status, codeOf(answer)]).toEqual([key, 403, 'not-by-token']);
    }
  });
});

describe('a token ends', () => {
  test('with its time, on the wall clock', async () => {
    const secret = await tokenOf(hanako);
    world.now = new Date('2099-01-01T00:00:00Z');
    expect((await get(secret)).status).toBe(200);
    world.realNow = new Date(Date.now() + 30 * 86_400_000 - 5_000);
    expect((await get(secret)).status).toBe(200);
    world.realNow = new Date(Date.now() + 30 * 86_400_000);
    expect(codeOf(await get(secret))).toBe('token-not-valid');
  });

  test('when its person ends it', async () => {
    const { body } = await hanako.post<MadeToken>('/api/auth/tokens', { name: '集計', scope: 'read', days: 1 });
    expect((await get(body.secret)).status).toBe(200);
    await hanako.del(`/api/auth/tokens/${body.id}`);
    expect(codeOf(await get(body.secret))).toBe('token-not-valid');
  });

  test.each([
    ['member_manager', 'suspended', { role: 'member_editor', state: 'suspended' }],
    ['member_manager', 'in another role', { role: 'member_viewer', state: 'active' }],
    ['staff_admin', 'suspended', { role: 'member_editor', state: 'suspended' }],
    ['staff_admin', 'in another role', { role: 'member_manager', state: 'active' }],
  ] as const)('when %s finds its person %s, and does not come back', async (role, _, change) => {
    const secret = await tokenOf(hanako);
    expect((await get(secret)).status).toBe(200);
    const other = await world.as({ role, ...(role === 'member_manager' ? { memberId } : {}) });
    const address = `/api/accounts/${hanako.actor.accountId}`;
    await world.database.write(nobody, (tx) => tx.updateTable('account').set({ passwordHash: 'x' }).execute());
    expect((await other.patch(address, change, ifMatch(1))).status).toBe(200);
    expect(codeOf(await get(secret))).toBe('token-not-valid');
    const before = { role: 'member_editor', state: 'active' };
    expect((await other.patch(address, before, ifMatch(2))).status).toBe(200);
    expect(codeOf(await get(secret))).toBe('token-not-valid');
  });

  test('a change of name or password leaves it', async () => {
    const secret = await tokenOf(hanako);
    await world.database.write(nobody, (tx) =>
      tx.updateTable('account').set({ name: '別名', passwordHash: 'y' }).execute(),
    );
    expect((await get(secret)).status).toBe(200);
  });
});

test('its last use is noted, at most once a minute', async () => {
  const secret = await tokenOf(hanako);
  const last = async () => (await hanako.get<{ items: TokenView[] }>('/api/auth/tokens')).body.items[0]?.lastUsedAt;
  const at = (seconds: number) => {
    world.realNow = new Date(Date.parse('2026-12-01T00:00:00Z') + seconds * 1000);
  };
  expect(await last()).toBe(null);
  const used = async (seconds: number) => {
    at(seconds);
    await get(secret);
    world.realNow = null;
    return last();
  };
  expect(await used(0)).toBe('2026-12-01T00:00:00.000Z');
  expect(await used(59)).toBe('2026-12-01T00:00:00.000Z');
  expect(await used(60)).toBe('2026-12-01T00:01:00.000Z');
});

test('the log names the person and never the token', async () => {
  const secret = await tokenOf(hanako);
  world.logged.length = 0;
  await get(secret);
  await get(`${secret}x`);
  expect(world.logged.join()).toContain(hanako.actor.accountId);
  expect(world.logged.join()).not.toContain(secret.slice(4, 20));
});
