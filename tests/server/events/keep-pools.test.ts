import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { newId } from '#db/id.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { addDelegation } from '#tests/support/delegations.ts';
import { addEvent, poolInput } from '#tests/support/events.ts';
import { keepsParts } from '#tests/support/keeps-parts.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();

keepsParts(world, {
  kind: 'pools',
  subject: 'pass_pool',
  input: () => poolInput,
  change: { places: 5, to: '2027-11-20', zone: 'green' },
  misfit: { to: '2027-11-01' },
  removable: true,
});

/** A pool of three places, and passes on the given places: `[place, first day, last day, state]`. */
async function poolWith(admin: Client, passes: [number, string, string, 'confirmed' | 'released'][]) {
  const eventId = await addEvent(world);
  const member = await world.as({ role: 'member_manager' });
  const memberId = member.actor.memberId ?? '';
  const { delegates } = await addDelegation(world, { eventId, memberId, delegates: passes.length });
  const { id } = (await admin.post<{ id: string }>('/api/events/cop32/pools', poolInput)).body;
  await world.database.write(nobody, async (tx) => {
    for (const [index, [placeNumber, from, to, state]] of passes.entries()) {
      await tx
        .insertInto('pass')
        .values({
          ...{ id: newId(), eventId, poolId: id, placeNumber, memberId, state, createdAt: world.now },
          delegateId: delegates[index] ?? '',
          days: sql<string>`daterange(${from}::date, ${to}::date, '[]')`,
          releasedAt: state === 'released' ? world.now : null,
        })
        .execute();
    }
  });
  return id;
}
const places = (poolId: string) =>
  world.database.read(nobody, async (db) => {
    const rows = await db
      .selectFrom('passPlace')
      .select('number')
      .where('poolId', '=', poolId)
      .orderBy('number')
      .execute();
    return rows.map((row) => row.number);
  });
const taken = (poolId: string) =>
  world.database.read(nobody, async (db) => {
    const rows = await db.selectFrom('pass').select('placeNumber').where('poolId', '=', poolId).orderBy('id').execute();
    return rows.map((row) => row.placeNumber);
  });

test('its numbered places follow the number of places', async () => {
  await addEvent(world);
  const admin = await world.as({ role: 'staff_admin' });
  const { id } = (await admin.post<{ id: string }>('/api/events/cop32/pools', poolInput)).body;
  expect(await places(id)).toEqual([1, 2, 3]);
  await admin.put(`/api/pools/${id}`, { ...poolInput, places: 5 }, ifMatch(1));
  expect(await places(id)).toEqual([1, 2, 3, 4, 5]);
  await admin.put(`/api/pools/${id}`, { ...poolInput, places: 0 }, ifMatch(2));
  expect(await places(id)).toEqual([]);
});

test('it shrinks to the passes in use, which move together, and no further', async () => {
  const admin = await world.as({ role: 'staff_admin' });
  const id = await poolWith(admin, [
    [3, '2027-11-08', '2027-11-10', 'confirmed'],
    [2, '2027-11-10', '2027-11-12', 'confirmed'],
    [2, '2027-11-08', '2027-11-08', 'released'],
  ]);
  const shrink = (count: number, version: number) =>
    admin.put(`/api/pools/${id}`, { ...poolInput, places: count }, ifMatch(version));
  const refused = await shrink(1, 1);
  expect([refused.status, codeOf(refused)]).toEqual([409, 'still-in-use']);
  expect([await places(id), await taken(id)]).toEqual([
    [1, 2, 3],
    [3, 2, 2],
  ]);
  expect((await shrink(2, 1)).status).toBe(200);
  expect([await places(id), await taken(id)]).toEqual([
    [1, 2],
    [1, 2, 2],
  ]);
});

test('its days cannot leave out a day that a pass in use needs', async () => {
  const admin = await world.as({ role: 'staff_admin' });
  const id = await poolWith(admin, [
    [1, '2027-11-10', '2027-11-12', 'confirmed'],
    [1, '2027-11-18', '2027-11-19', 'released'],
  ]);
  const change = (to: string) => admin.put(`/api/pools/${id}`, { ...poolInput, to }, ifMatch(1));
  expect(codeOf(await change('2027-11-11'))).toBe('still-in-use');
  expect((await change('2027-11-12')).status).toBe(200);
});

test('a pool that gave passes stays', async () => {
  const admin = await world.as({ role: 'staff_admin' });
  const id = await poolWith(admin, [[1, '2027-11-10', '2027-11-12', 'confirmed']]);
  const refused = await admin.del(`/api/pools/${id}`, ifMatch(1));
  expect([refused.status, codeOf(refused)]).toEqual([409, 'still-in-use']);
});
