import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { openCell, unwrapKey, vaultSecret } from '#db/cells.ts';
import { withPrivileges } from '#db/privileged.ts';
import { moveToCurrentSecret, rotateKeys } from '#server/delegations/rotate-keys.ts';
import { delegationRoutes } from '#server/delegations/routes.ts';
import type { IdentityRevealed } from '#shared/delegations/contract.ts';
import { type AnEvent, anEvent } from '#tests/support/builders/passes.ts';
import { makeReady, passport, rawIdentity } from '#tests/support/identities.ts';
import { aParty } from '#tests/support/parties.ts';
import { type Client, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: delegationRoutes });
/** `npm run rotation` asks for many cells; here a few show the same. */
const EACH = Math.ceil(Number(process.env.ROTATE_CELLS ?? 168) / 7 / 2);
const NAMES = Array.from({ length: EACH }, (_, at) => `人${at}`);
const ALL = NAMES.length * 2;
let event: AnEvent;
let managers: Client[];
let registrar: Client;
let people: string[];

beforeEach(async () => {
  world.now = new Date('2027-09-24T01:00:00Z');
  event = await anEvent(world.database);
  registrar = await world.as({ role: 'registrar' });
  managers = [await world.as({ role: 'member_manager' }), await world.as({ role: 'member_manager' })];
  people = [];
  for (const { actor } of managers) {
    for (let at = 0; at < EACH; at += 12) {
      people.push(...(await aParty(world.database, event, actor.memberId, NAMES.slice(at, at + 12))));
    }
  }
  await makeReady(world, people);
}, 300_000);

const reveal = (id: string) =>
  registrar.post<IdentityRevealed>(`/api/delegates/${id}/identity/reveal`, {
    ...{ fields: ['passportNumber'], purpose: 'registration', note: '' },
  });
const numbers = async () => {
  // Whoever looks at everybody's here is let in as often as it takes.
  await withPrivileges(world.database, (db) => sql`delete from sign_in_try`.execute(db));
  const answers = await Promise.all(people.map(reveal));
  return answers.map(({ body }) => body.values?.passportNumber);
};
const keys = () =>
  withPrivileges(world.database, async (db) => {
    const { rows } = await sql<{ id: number; state: string; wrapped: Buffer | null }>`
      select k.id, k.state, b.wrapped from vault_key k left join vault_key_bytes b on b.key_id = k.id order by k.id`.execute(
      db,
    );
    return rows;
  });

test('every key is changed, nothing else, and the old ones open nothing any more', async () => {
  const before = await numbers();
  const [old] = await keys();
  const cell = await rawIdentity(world.database, people[0] ?? '');
  const said: [number, number][] = [];
  expect(await rotateKeys(world.ctx, { step: 5, onProgress: (...at) => said.push(at) })).toEqual({
    ...{ done: true, delegates: ALL, keys: 2 },
  });
  expect(said).toEqual([5, 10, 12, 17, 22, 24].map((at) => [at, ALL]));
  expect(await numbers()).toEqual(before);
  expect((await keys()).map(({ id: _, ...key }) => [key.state, key.wrapped !== null])).toEqual([
    ...[
      ['destroyed', false],
      ['destroyed', false],
    ],
    ...[
      ['active', true],
      ['active', true],
    ],
  ]);
  // What had been copied before opens with the key of then, and what is kept now does not.
  const key = unwrapKey(vaultSecret(world.ctx.settings.appSecret), old?.id ?? 0, old?.wrapped ?? Buffer.alloc(0));
  const place = { table: 'identity_vault', column: 'passport_number', member: String(cell.member_id) };
  const at = { ...place, row: people[0] ?? '' };
  expect(openCell(key, at, cell.passport_number as Buffer)).toBe(before[0]);
  const now = await rawIdentity(world.database, people[0] ?? '');
  expect(() => openCell(key, at, now.passport_number as Buffer)).toThrow('key');
  expect({ ...now, ...without(cell) }).toEqual(cell);
  // A second change is another one, of the keys there are by then.
  expect(await rotateKeys(world.ctx)).toMatchObject({ done: true, keys: 2 });
});

/** What a change of keys may change: the cells and which key they are sealed with. */
function without(row: Record<string, unknown>) {
  const cells = ['passport_number', 'surname', 'given_names', 'birth_date', 'nationality', 'issuing_country'];
  return Object.fromEntries([...cells, 'expires_on', 'key_id'].map((name) => [name, row[name]]));
}

test('stopped in the middle everything opens, and it goes on where it was', async () => {
  const before = await numbers();
  const stopping = new AbortController();
  const onProgress = () => stopping.abort();
  const first = await rotateKeys(world.ctx, { step: 5, signal: stopping.signal, onProgress });
  expect(first).toEqual({ done: false, delegates: 5, keys: 0 });
  expect(await numbers()).toEqual(before);
  expect((await keys()).map(({ state }) => state)).toEqual(['retired', 'active', 'active']);
  expect(await rotateKeys(world.ctx, { step: 5 })).toEqual({ done: true, delegates: ALL - 5, keys: 2 });
  expect(await numbers()).toEqual(before);
  expect((await keys()).filter(({ state }) => state !== 'destroyed')).toHaveLength(2);
});

test('people look and enter all the while, and two changes at once do it once', async () => {
  const wrong: unknown[] = [];
  let calls = 0;
  let going = true;
  const look = async (nth: number) => {
    for (let round = nth; going; round += 4) {
      const at = round % ALL;
      const manager = managers[at < NAMES.length ? 0 : 1];
      const answer =
        round % 3 === 0
          ? await manager?.put(`/api/delegates/${people[at]}/identity`, {
              ...passport,
              passportNumber: `NEW${10000 + at}`,
            })
          : await reveal(people[at] ?? '');
      calls += 1;
      if (answer?.status !== 200 && answer?.status !== 429) wrong.push([answer?.status, answer?.text]);
    }
  };
  const looking = Promise.all([0, 1, 2, 3].map(look));
  try {
    const began = performance.now();
    const step = EACH > 100 ? 100 : 3;
    const done = await Promise.all([rotateKeys(world.ctx, { step }), moveToCurrentSecret(world.ctx)]);
    const again = await Promise.all([rotateKeys(world.ctx, { step }), rotateKeys(world.ctx, { step })]);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.info(`${ALL * 7} cells twice in ${seconds} s, ${calls} calls meanwhile, ${wrong.length} failed`);
    expect([...done, ...again].map((one) => one.done)).toEqual([true, true, true, true]);
  } finally {
    going = false;
    await looking;
  }
  expect(wrong).toEqual([]);
  const living = (await keys()).filter(({ state }) => state !== 'destroyed');
  expect(living.map(({ state }) => state)).toEqual(['active', 'active']);
  if (EACH < 100) expect(new Set(await numbers()).has(undefined)).toBe(false);
}, 300_000);

test('with the new secret in its place the former one opens nothing', async () => {
  const before = await numbers();
  const { appSecret } = world.ctx.settings;
  try {
    Object.assign(world.ctx.settings, {
      appSecret: 'the next secret, which is long enough too',
      formerSecret: appSecret,
    });
    expect(await rotateKeys(world.ctx)).toMatchObject({ done: true, delegates: ALL });
    Object.assign(world.ctx.settings, { formerSecret: null });
    expect(await numbers()).toEqual(before);
    Object.assign(world.ctx.settings, { appSecret });
    expect((await reveal(people[0] ?? '')).status).toBe(500);
  } finally {
    Object.assign(world.ctx.settings, { appSecret, formerSecret: null });
  }
});
