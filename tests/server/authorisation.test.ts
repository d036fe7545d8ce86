import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#db/id.ts';
import { ROLES, type Role } from '#shared/actor.ts';
import type { Method, Operation, OperationKey } from '#shared/operation.ts';
import { operations } from '#shared/operations.ts';
import { scopeOf } from '#shared/permission.ts';
import type { ProblemBody } from '#shared/problem.ts';
import type { Belongings } from '../support/builders/belongings.ts';
import { type TwoMembers, twoMembers } from '../support/builders/two-members.ts';
import { SAMPLES } from '../support/matrix-samples.ts';
import type { Sample } from '../support/sample.ts';
import { type Client, useWorld } from '../support/world.ts';

/**
 * Every operation × every role × own, another's, nonexistent: what the table of permissions promises is what happens.
 * Generated from the operations themselves, so a new one is judged as soon as it exists.
 */
const world = useWorld();
let two: TwoMembers;
beforeEach(async () => {
  two = await twoMembers(world.database);
});

const all = Object.entries(operations) as [OperationKey, Operation][];
const roles = ROLES.filter((role): role is Exclude<Role, 'worker'> => role !== 'worker');
type Relation = 'own' | 'foreign' | 'nonexistent';

/** An address for the operation: of ours, of theirs, or of nothing at all. */
function addressOf(key: OperationKey, sample: Sample, whose: Belongings | null): string {
  const [, template = ''] = key.split(' ');
  const ids = sample.path?.(whose ?? two.ours, two.around) ?? [];
  const parts = [...template.matchAll(/:\w+/g)].map(([name], index) => [name, ids[index] ?? ''] as const);
  return (
    parts.reduce(
      (path, [name, id]) => path.replace(name, whose ? id : name === ':event' ? 'no-such-event' : newId()),
      template,
    ) + (sample.query ?? '')
  );
}

async function call(client: Client, key: OperationKey, sample: Sample, whose: Belongings | null) {
  const method = key.split(' ')[0] as Method;
  const path = addressOf(key, sample, whose);
  const body = sample.body?.(two);
  // A version nobody has: whoever may change the thing is told it is stale, and nothing changes.
  const headers: Record<string, string> = (operations as Record<string, Operation>)[key]?.ifMatch
    ? { 'if-match': '"9999"' }
    : {};
  if (method === 'GET') return client.get<ProblemBody>(path);
  if (method === 'DELETE') return client.del<ProblemBody>(path, headers);
  return { POST: client.post, PUT: client.put, PATCH: client.patch }[method]<ProblemBody>(path, body, headers);
}

/** What must come: a refusal by status, or anything that is not one of them. */
function promised(role: Role, operation: Operation, sample: Sample, relation: Relation): 401 | 403 | 404 | 'reached' {
  const scope = scopeOf(role, operation.action);
  if (scope === 'none') return role === 'anonymous' ? 401 : 403;
  if (sample.path && relation === 'nonexistent') return 404;
  if (relation === 'foreign' && sample.of === 'person') return 404;
  if (relation === 'foreign' && sample.of === 'member' && scope === 'own') return 404;
  return 'reached';
}

/** Signing in with wrong credentials is answered by 401 to everybody; that is not a refusal by role. */
const ANSWERS_401: readonly OperationKey[] = [
  'POST /api/auth/sign-in/email',
  'POST /api/auth/sign-in/link/redemption',
  'POST /api/auth/invitation/redemption',
  'POST /api/auth/second-factor',
  'POST /api/auth/sign-in/passkey',
  'POST /api/auth/passkey-proof',
  'POST /api/auth/passkeys',
  'POST /api/auth/issuer-return',
  'PUT /api/auth/mail-code',
  'POST /api/auth/totp/confirmation',
  'POST /api/auth/step-up',
  'PUT /api/auth/password',
  'POST /api/identity/page',
  'PUT /api/identity/page',
  'PUT /api/identity/page/consents',
];

async function clientFor(role: Exclude<Role, 'worker'>): Promise<Client> {
  if (role === 'anonymous') return world.public;
  return world.as({ role, ...(role.startsWith('member_') ? { memberId: two.ours.member } : {}) });
}

test('the matrix looks at every operation', () => {
  expect(Object.keys(SAMPLES).sort()).toEqual(Object.keys(operations).sort());
  expect(all.length).toBeGreaterThan(80);
});

describe.each(roles)('%s', (role) => {
  test('is answered as the permissions say, for own, foreign and nonexistent things', async () => {
    const wrong: string[] = [];
    for (const [key, operation] of all) {
      const sample = SAMPLES[key as keyof typeof SAMPLES];
      const client = await clientFor(role);
      for (const [relation, whose] of [
        ['own', two.ours],
        ['foreign', two.theirs],
        ['nonexistent', null],
      ] as const) {
        if (!sample.path && relation !== 'own') continue;
        // Nobody in the matrix is the person who owns the view or the session.
        if (sample.of === 'person' && relation === 'own') continue;
        const expected = promised(role, operation, sample, relation);
        const { status, text } = await call(client, key, sample, whose);
        const refused = status === 401 || status === 403 || status === 404;
        const fits =
          expected === 'reached' ? !refused || (status === 401 && ANSWERS_401.includes(key)) : status === expected;
        if (!fits || status >= 500)
          wrong.push(`${key} ${relation}: expected ${expected}, got ${status} ${text.slice(0, 60)}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  test.skipIf(!role.startsWith('member_'))('never reads a stranger’s row in any answer', async () => {
    const client = await clientFor(role);
    const { member: _, mail: __, session: ___, ...foreign } = two.theirs;
    const secrets = [
      ...Object.values(foreign),
      '内緒の話2',
      '内部の話1',
      '内部の話2',
      '見方2',
      'section2@people.example',
      'someone2@people.example',
      '者2',
    ];
    const leaks: string[] = [];
    for (const [key, operation] of all) {
      if (!key.startsWith('GET ') || scopeOf(role, operation.action) === 'none') continue;
      const { text } = await call(client, key, SAMPLES[key as keyof typeof SAMPLES], two.ours);
      leaks.push(...secrets.filter((secret) => text.includes(secret)).map((secret) => `${key}: ${secret}`));
    }
    expect(leaks).toEqual([]);
  });
});
