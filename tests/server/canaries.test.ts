import { beforeEach, describe, expect, test } from 'vitest';
import { findActor } from '#server/accounts/find-actor.ts';
import { createApp } from '#server/app.ts';
import { createMetrics } from '#server/http/metrics.ts';
import { createLog, createRequestLog } from '#server/log.ts';
import { ROLES, type Role } from '#shared/actor.ts';
import type { Operation, OperationKey } from '#shared/operation.ts';
import { operations } from '#shared/operations.ts';
import { type TwoMembers, twoMembers } from '#tests/support/builders/two-members.ts';
import { AUDIENCE, CLASSES, canariesIn, canary, mayBeSent, plantCanaries } from '#tests/support/canaries.ts';
import { nobody } from '#tests/support/database.ts';
import { SAMPLES } from '#tests/support/matrix-samples.ts';
import type { Sample } from '#tests/support/sample.ts';
import { type Client, useWorld } from '#tests/support/world.ts';

/** A text that stands in one place only is planted wherever somebody types; every answer to everybody is looked through. */
const world = useWorld();
let two: TwoMembers;
beforeEach(async () => {
  two = await twoMembers(world.database);
  await plantCanaries(world.database, two);
});

const all = Object.entries(operations) as [OperationKey, Operation][];
const roles = ROLES.filter((role): role is Exclude<Role, 'worker'> => role !== 'worker');
/** Signs out, and the rest would be asked by nobody. */
const LAST: readonly string[] = ['POST /api/auth/sign-out'];

const clientFor = async (role: (typeof roles)[number]): Promise<Client> =>
  role === 'anonymous'
    ? world.public
    : world.as({ role, ...(role.startsWith('member_') ? { memberId: two.ours.member } : {}) });

function addressOf(key: OperationKey, sample: Sample, whose: 'ours' | 'theirs'): string {
  const ids = sample.path?.(two[whose], two.around) ?? [];
  let at = 0;
  return (key.split(' ')[1] ?? '').replace(/:\w+/g, () => ids[at++] ?? '') + (sample.query ?? '');
}

/** Calls an operation for reading as it is, and for writing with a version that is not there, so that both are told. */
async function askEverything(client: Client, look: (key: OperationKey, status: number, text: string) => void) {
  for (const [key, operation] of all) {
    if (LAST.includes(key)) continue;
    const sample = SAMPLES[key as keyof typeof SAMPLES];
    const [method = ''] = key.split(' ');
    for (const whose of ['ours', 'theirs'] as const) {
      const body = sample.body ? JSON.stringify(sample.body(two)) : null;
      const headers = operation.ifMatch ? { 'if-match': '"9999"' } : {};
      if (method === 'DELETE' && !operation.ifMatch) continue;
      const { status, text } = await client.raw(method, addressOf(key, sample, whose), body, headers);
      look(key, status, text);
    }
  }
}

describe.each(roles)('%s', (role) => {
  test('is sent nothing that is for others', async () => {
    const leaks = new Set<string>();
    const seen = new Set<string>();
    await askEverything(await clientFor(role), (key, _, text) => {
      for (const one of canariesIn(text)) {
        seen.add(one.what);
        if (!mayBeSent(role, one)) leaks.add(`${key}: ${one.what} of ${one.whose}`);
      }
    });
    expect([...leaks]).toEqual([]);
    // What somebody may read did come: a search through empty answers would find nothing either.
    const expected = CLASSES.filter((what) => role !== 'anonymous' && mayBeSent(role, { what, whose: 'ours' }));
    if (expected.includes('request')) expect([...seen]).toEqual(expect.arrayContaining(['request', 'delegate']));
    if (expected.includes('note')) expect([...seen]).toContain('note');
  }, 120_000);
});

test('a leak would be seen', async () => {
  const client = await clientFor('member_viewer');
  const { text } = await client.get(`/api/requests/${two.ours.request}/messages`);
  expect(canariesIn(text)).toContainEqual({ what: 'request', whose: 'ours' });
  expect(canariesIn(text.replaceAll('ours', 'theirs')).every((one) => mayBeSent('member_viewer', one))).toBe(false);
  expect(mayBeSent('member_manager', { what: 'note', whose: 'ours' })).toBe(false);
  expect(Object.keys(AUDIENCE)).toEqual([...CLASSES]);
});

test('no log, number, mail or refusal repeats what somebody wrote', async () => {
  const metrics = createMetrics(createRequestLog(createLog('trace', { write: (line) => world.logged.push(line) })));
  const app = createApp(world.ctx, { findActor, log: metrics.log });
  const said = canary('request', 'ours');
  const repeated: string[] = [];
  for (const role of ['staff_coordinator', 'staff_admin', 'member_manager'] as const) {
    const client = await clientFor(role);
    await askEverything(client, (key, status, text) => {
      if (status >= 400 && status !== 412 && text.includes('canary-')) repeated.push(`${key} ${status}`);
    });
    // The same, with a canary in the place of everything that is typed.
    for (const [key, operation] of all) {
      const sample = SAMPLES[key as keyof typeof SAMPLES];
      if (!sample.body || key.startsWith('DELETE') || LAST.includes(key)) continue;
      const body = JSON.stringify(sample.body(two), (name, value) =>
        typeof value === 'string' && !/Id$|id$/.test(name) ? said : value,
      );
      const headers = operation.ifMatch ? { 'if-match': '"1"' } : {};
      const path = addressOf(key, sample, 'ours');
      const { status, text } = await client.raw(
        key.split(' ')[0] ?? '',
        `${path}${path.includes('?') ? '&' : '?'}${said}=${said}`,
        body,
        headers,
      );
      const again = await client.raw(key.split(' ')[0] ?? '', path, body, headers);
      if ((status >= 400 && text.includes(`"${said}"`)) || (again.status === 422 && again.text.includes(said))) {
        repeated.push(`${key} ${status} ${again.status}`);
      }
    }
  }
  await app.request(`/api/requests/${said}?${said}`, {
    headers: { cookie: `cop_s=${said}${said}`, 'user-agent': said },
  });
  await app.request(`/${said}`);
  const outbox = await world.database.read(nobody, (db) => db.selectFrom('outbox').selectAll().execute());
  expect(repeated).toEqual([]);
  expect(outbox.length).toBeGreaterThan(2);
  expect(world.logged.length).toBeGreaterThan(300);
  expect([...world.logged, metrics.text(), JSON.stringify(outbox)].filter((text) => text.includes('canary-'))).toEqual(
    [],
  );
}, 240_000);
