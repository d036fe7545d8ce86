import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#shared/actor.ts';
import type { Operation, OperationKey } from '#shared/operation.ts';
import { operations } from '#shared/operations.ts';
import { scopeOf } from '#shared/permission.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { type TwoMembers, twoMembers } from '#tests/support/builders/two-members.ts';
import { SAMPLES } from '#tests/support/matrix-samples.ts';
import { type Client, useWorld } from '#tests/support/world.ts';

/**
 * Every operation × every way in which a browser may be made to send it from somewhere else. Reading counts too:
 * another site must not even learn how long an answer takes.
 */
const world = useWorld();
let two: TwoMembers;
beforeEach(async () => {
  two = await twoMembers(world.database);
});

type Outcome = 'passes' | 'cross-site' | 'not-json' | 'wrong-host';
type Way = { name: string; headers: Record<string, string>; read: Outcome; write: Outcome };
const refused = (name: string, headers: Record<string, string>, outcome: Outcome): Way => ({
  ...{ name, headers, read: outcome, write: outcome },
});
const form = (type: string): Way => ({
  name: type,
  headers: { 'content-type': type },
  read: 'passes',
  write: 'not-json',
});

const WAYS: readonly Way[] = [
  refused('a program', {}, 'passes'),
  refused('our page', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }, 'passes'),
  refused('an older browser on our page', { origin: 'http://localhost' }, 'passes'),
  refused('another site', { 'sec-fetch-site': 'cross-site' }, 'cross-site'),
  refused('a neighbour', { 'sec-fetch-site': 'same-site' }, 'cross-site'),
  refused('a picture of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 'cross-site'),
  {
    name: 'an address bar',
    headers: { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' },
    read: 'passes',
    write: 'cross-site',
  },
  refused('an extension', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'no-cors' }, 'cross-site'),
  refused('a sandbox', { origin: 'null' }, 'cross-site'),
  refused('an older browser elsewhere', { origin: 'https://evil.example' }, 'cross-site'),
  refused('a subdomain', { origin: 'http://sub.localhost' }, 'cross-site'),
  refused('a name that begins like ours', { origin: 'http://localhost.evil.example' }, 'cross-site'),
  refused('our name without its protocol', { origin: 'https://localhost' }, 'cross-site'),
  form('text/plain'),
  form('application/x-www-form-urlencoded'),
  form('multipart/form-data; boundary=x'),
  form('application/json, text/plain'),
  refused('another host', { host: 'evil.example' }, 'wrong-host'),
];

const all = Object.entries(operations) as [OperationKey, Operation][];
const roles: Exclude<Role, 'anonymous' | 'worker'>[] = [
  'staff_coordinator',
  'staff_admin',
  'member_manager',
  'auditor',
];
const REFUSALS = ['cross-site', 'not-json', 'wrong-host'];

async function clients(): Promise<(operation: Operation) => Client> {
  const people = new Map<Role, Client>();
  for (const role of roles) {
    people.set(role, await world.as({ role, ...(role === 'member_manager' ? { memberId: two.ours.member } : {}) }));
  }
  return ({ action }) => {
    const role = roles.find((one) => scopeOf(one, action) !== 'none');
    return (role && people.get(role)) ?? world.public;
  };
}

function callOf(key: OperationKey): { method: string; path: string; body: string | null } {
  const sample = SAMPLES[key as keyof typeof SAMPLES];
  const [method = '', template = ''] = key.split(' ');
  const ids = sample.path?.(two.ours, two.around) ?? [];
  let at = 0;
  const path = template.replace(/:\w+/g, () => ids[at++] ?? '') + (sample.query ?? '');
  const body = sample.body ? JSON.stringify(sample.body(two)) : null;
  return { method, path, body };
}

describe.each(WAYS)('from $name', ({ headers, read, write }) => {
  test('every operation is answered as declared', async () => {
    const clientFor = await clients();
    const wrong: string[] = [];
    for (const [key, operation] of all) {
      const { method, path, body } = callOf(key);
      const client = clientFor(operation);
      // A handler would be reached only with the version that is there; nothing needs to change here.
      const version = operation.ifMatch ? { 'if-match': '"9999"' } : {};
      const answer = await client.raw(method, path, body, { 'sec-fetch-site': null, ...version, ...headers });
      const expected = method === 'GET' ? read : write;
      const code = codeOf(answer) ?? 'passes';
      const outcome = REFUSALS.includes(code) ? code : 'passes';
      if (outcome !== expected) wrong.push(`${key}: ${outcome} instead of ${expected} (${answer.status})`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

test('no operation is open to scripts of other sites, whatever they ask', async () => {
  const answer = await world.app.request('/api/requests', {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  });
  expect(answer.status).toBe(405);
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});
