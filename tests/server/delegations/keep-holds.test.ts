import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { withPrivileges } from '#db/privileged.ts';
import { delegationRoutes } from '#server/delegations/routes.ts';
import type { HoldView, PurgeView, RetentionView } from '#shared/delegations/retention.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { type AnEvent, anEvent } from '#tests/support/builders/passes.ts';
import { makeReady, rawIdentity } from '#tests/support/identities.ts';
import { aParty } from '#tests/support/parties.ts';
import { type Client, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: delegationRoutes });
let event: AnEvent;
let held: Client;
let other: Client;
let admin: Client;
let registrar: Client;
let people: string[];

beforeEach(async () => {
  world.now = new Date('2027-12-20T01:00:00Z');
  event = await anEvent(world.database);
  [held, other] = [await world.as({ role: 'member_manager' }), await world.as({ role: 'member_manager' })];
  admin = await world.as({ role: 'staff_admin' });
  registrar = await world.as({ role: 'registrar' });
  people = [];
  for (const { actor } of [held, other]) {
    people.push(...(await aParty(world.database, event, actor.memberId, ['架空'])));
  }
  await makeReady(world, people);
});

const place = (client: Client, memberId = held.actor.memberId, reason = '調査のため') =>
  client.post<HoldView>('/api/events/cop32/holds', { memberId, reason });
const ask = (client: Client, id: string) => client.post<HoldView>(`/api/holds/${id}/end-request`);
const end = (client: Client, id: string) => client.post<HoldView>(`/api/holds/${id}/end`);
const retention = async () => (await registrar.get<RetentionView>('/api/events/cop32/retention')).body;
const kept = async () => Promise.all(people.map(async (id) => (await rawIdentity(world.database, id)).state as string));
async function purge(): Promise<PurgeView> {
  const coordinator = await world.as({ role: 'staff_coordinator' });
  const { id } = (await coordinator.post<PurgeView>('/api/events/cop32/purges', { kind: 'event' })).body;
  return (await registrar.post<PurgeView>(`/api/purges/${id}/approval`)).body;
}

test('an administrator holds for a reason, and nobody else does', async () => {
  for (const [person, status] of [
    [world.public, 401],
    [held, 403],
    [await world.as({ role: 'staff_coordinator' }), 403],
    [registrar, 403],
    [await world.as({ role: 'auditor' }), 403],
  ] as const) {
    expect((await place(person)).status).toBe(status);
  }
  expect((await place(admin, held.actor.memberId, ' ')).status).toBe(422);
  expect((await place(admin, '019a0000-0000-7000-8000-0000000000ff' as never)).status).toBe(404);
  const placed = await place(admin);
  expect([placed.status, placed.body.reason, placed.body.ending]).toEqual([201, '調査のため', null]);
  expect(codeOf(await place(admin))).toBe('already-exists');
  expect((await retention()).holds).toEqual([{ ...placed.body, whyNotAsk: null }]);
});

test('what is held is not due and is not erased; the purge says whose it left alone', async () => {
  const both = [held, other].map(({ actor }) => actor.memberId);
  const due = async () => (await retention()).due[0]?.lines.map((line) => line.memberId).sort();
  expect(await due()).toEqual([...both].sort());
  const hold = (await place(admin)).body;
  expect(await due()).toEqual([other.actor.memberId]);
  const done = await purge();
  expect([done.state, done.held]).toEqual(['done', [hold.member]]);
  expect(await kept()).toEqual(['kept', 'purged']);
  expect((await retention()).purges[0]?.held).toEqual([hold.member]);
});

test('not even a purge that forgets to look erases what is held', async () => {
  await place(admin);
  const forced = withPrivileges(world.database, (db) =>
    sql`update identity_vault set state = 'purged' where delegate_id = ${people[0] ?? ''}::uuid`.execute(db),
  );
  await expect(forced).rejects.toThrow('these data are held');
});

test('it ends when one person asks and another agrees within a day', async () => {
  const { id } = (await place(admin)).body;
  expect(codeOf(await end(registrar, id))).toBe('wrong-state');
  const asked = await ask(admin, id);
  expect([asked.status, asked.body.ending !== null, asked.body.whyNotEnd]).toEqual([200, true, expect.any(String)]);
  expect(codeOf(await end(admin, id))).toBe('wrong-state');
  expect((await end(await world.as({ role: 'staff_coordinator' }), id)).status).toBe(403);
  world.now = new Date('2027-12-21T01:00:01Z');
  expect(codeOf(await end(registrar, id))).toBe('wrong-state');
  expect((await ask(admin, id)).status).toBe(200);
  const [once, twice] = await Promise.all([end(registrar, id), end(registrar, id)]);
  expect([once.status, twice.status].sort()).toEqual([200, 409]);
  expect((await retention()).holds).toEqual([]);
  await purge();
  expect(await kept()).toEqual(['purged', 'purged']);
  // It may be held anew, were there anything left.
  expect((await place(admin)).status).toBe(201);
});

test('a hold and a purge at the same moment: either it is held and kept, or it is erased', async () => {
  const coordinator = await world.as({ role: 'staff_coordinator' });
  const { id } = (await coordinator.post<PurgeView>('/api/events/cop32/purges', { kind: 'event' })).body;
  const [placed, done] = await Promise.all([place(admin), registrar.post<PurgeView>(`/api/purges/${id}/approval`)]);
  expect([placed.status, done.body.state]).toEqual([201, 'done']);
  const states = await kept();
  expect(states[0] === 'kept').toBe(done.body.held.length === 1);
});
