import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#db/id.ts';
import type { Role } from '#shared/actor.ts';
import type { Method, Operation, OperationKey } from '#shared/operation.ts';
import { operations } from '#shared/operations.ts';
import { scopeOf } from '#shared/permission.ts';
import type { Belongings } from '../support/builders/belongings.ts';
import { type TwoMembers, twoMembers } from '../support/builders/two-members.ts';
import { SAMPLES } from '../support/matrix-samples.ts';
import type { Sample } from '../support/sample.ts';
import { type Answer, type Client, useWorld } from '../support/world.ts';

/**
 * The ways round the front door: other methods and spellings of an address, ids in bodies and filters, and whatever the
 * difference between "not yours" and "not there" could tell. Generated from the operations, like the matrix itself.
 */
const world = useWorld();
let two: TwoMembers;
beforeEach(async () => {
  two = await twoMembers(world.database);
});

const all = Object.entries(operations) as [OperationKey, Operation][];
const sampleOf = (key: OperationKey): Sample => SAMPLES[key as keyof typeof SAMPLES];
const MEMBERS = ['member_viewer', 'member_editor', 'member_manager'] as const satisfies readonly Role[];
const OURS = { member_viewer: 0, member_editor: 1, member_manager: 2 };

function addressOf(key: OperationKey, ids: string[]): string {
  const rest = [...ids];
  return (key.split(' ')[1] ?? '').replace(/:\w+/g, () => rest.shift() ?? '') + (sampleOf(key).query ?? '');
}

function send(client: Client, key: OperationKey, path: string, body: unknown): Promise<Answer<unknown>> {
  const method = key.split(' ')[0] as Method;
  const headers: Record<string, string> = (operations as Record<string, Operation>)[key]?.ifMatch
    ? { 'if-match': '"1"' }
    : {};
  if (method === 'GET') return client.get(path);
  if (method === 'DELETE') return client.del(path, headers);
  return { POST: client.post, PUT: client.put, PATCH: client.patch }[method](path, body, headers);
}

const without = (text: string, ids: readonly string[]) =>
  ids.reduce((all, id) => all.replaceAll(id, 'ID'), text).replace(/urn:request:[0-9a-f-]+/, 'urn:request:ID');

describe.each(MEMBERS)('%s', (role) => {
  test('is told the same of another’s thing as of one that does not exist', async () => {
    const different: string[] = [];
    let compared = 0;
    for (const [key, operation] of all) {
      const sample = sampleOf(key);
      if (sample.of === 'nobody' || !sample.path || scopeOf(role, operation.action) === 'all') continue;
      const client = await world.as({ role, memberId: two.ours.member });
      const theirs = sample.path(two.theirs, two.around);
      const nothing = theirs.map((id) => (id === two.around.event ? id : newId()));
      const body = sample.body?.(two);
      const [one, other] = [
        await send(client, key, addressOf(key, theirs), body),
        await send(client, key, addressOf(key, nothing), body),
      ];
      compared += 1;
      const headersOf = ({ headers }: Answer<unknown>) =>
        [...headers]
          .filter(([name]) => !/^(x-request-id|date)$/.test(name))
          .map((pair) => pair.join(': '))
          .join('\n');
      if (
        one.status !== other.status ||
        without(one.text, theirs) !== without(other.text, nothing) ||
        headersOf(one) !== headersOf(other)
      ) {
        different.push(`${key}: ${one.status} ${one.text.slice(0, 90)} / ${other.status} ${other.text.slice(0, 90)}`);
      }
    }
    expect(different).toEqual([]);
    expect(compared).toBeGreaterThan(15);
  });

  test('gets nowhere with another’s ids in a body', async () => {
    const wrong: string[] = [];
    let tried = 0;
    const swapped = new Map<string, string>();
    for (const [name, id] of Object.entries(two.ours)) swapped.set(id, two.theirs[name as keyof Belongings]);
    for (const [key, operation] of all) {
      const sample = sampleOf(key);
      const own = JSON.stringify(sample.body?.(two) ?? null);
      const foreign = [...swapped].reduce((text, [ours, theirs]) => text.replaceAll(ours, theirs), own);
      if (foreign === own || scopeOf(role, operation.action) === 'none') continue;
      tried += 1;
      const client = await world.as({ role, memberId: two.ours.member });
      const path = addressOf(key, sample.path?.(two.ours, two.around) ?? []);
      const { status, text } = await send(client, key, path, JSON.parse(foreign));
      const told = ['件名2', 'Title 2', '者2', '第2市'].filter((secret) => text.includes(secret));
      if (status < 400 || status >= 500 || told.length > 0) wrong.push(`${key}: ${status} ${text.slice(0, 120)}`);
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(OURS[role] > 0 ? 1 : 0);
  });

  test('filters for another municipality find nothing of it', async () => {
    const told: string[] = [];
    for (const [key, operation] of all) {
      const sample = sampleOf(key);
      if (!key.startsWith('GET ') || scopeOf(role, operation.action) === 'none' || sample.of !== 'nobody') continue;
      const client = await world.as({ role, memberId: two.ours.member });
      const path = addressOf(key, sample.path?.(two.ours, two.around) ?? []);
      for (const name of ['member', 'memberId', 'owner', 'delegate', 'q']) {
        const value =
          name === 'q'
            ? '件名2'
            : name === 'delegate'
              ? two.theirs.delegate
              : name === 'owner'
                ? two.theirs.account
                : two.theirs.member;
        const { text, status } = await client.get(
          `${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`,
        );
        const found = ['Title 2', '者2', '内緒の話2', two.theirs.request, two.theirs.speaking].filter((secret) =>
          text.includes(secret),
        );
        if (status >= 500 || found.length > 0) told.push(`${key} ?${name}: ${status} ${found}`);
      }
    }
    expect(told).toEqual([]);
  });
});

test('HEAD tells no more than GET, and an encoded address no less than a plain one', async () => {
  const wrong: string[] = [];
  for (const [key] of all.filter(([one]) => one.startsWith('GET '))) {
    const client = await world.as({ role: 'member_editor', memberId: two.ours.member });
    const sample = sampleOf(key);
    const path = addressOf(key, sample.path?.(two.theirs, two.around) ?? []);
    const plain = await client.get(path);
    const head = await client.raw('HEAD', path, null, { 'sec-fetch-site': 'same-origin' });
    if (head.status !== plain.status || head.text !== '') wrong.push(`HEAD ${path}: ${head.status}`);
    // The first letter of each id percent-encoded: the same address, or nothing at all.
    const encoded = path.replace(
      /\/([0-9a-f])([0-9a-f]{7}-)/g,
      (_, first: string, rest: string) => `/%${first.charCodeAt(0).toString(16)}${rest}`,
    );
    const again = await client.get(encoded);
    if (![plain.status, 404, 400].includes(again.status)) wrong.push(`${encoded}: ${again.status}`);
  }
  expect(wrong).toEqual([]);
});
