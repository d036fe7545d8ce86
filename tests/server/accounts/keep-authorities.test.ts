import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { sqlState } from '#db/errors.ts';
import { newId } from '#db/id.ts';
import type { AuthorityView } from '#shared/accounts/authority.ts';
import { aSecretariat, DAYS } from '#tests/support/authorities.ts';
import { nobody } from '#tests/support/database.ts';
import { addDelegation } from '#tests/support/delegations.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
let town: Awaited<ReturnType<typeof aSecretariat>>;
beforeEach(async () => {
  town = await aSecretariat(world);
});
const list = async (client: Client, path = town.path) =>
  (await client.get<{ items: AuthorityView[] }>(path)).body.items;

test('a manager lets a secretary act for the mayor, and the municipality and the office see it', async () => {
  const { status, body } = await town.give();
  expect([status, body]).toEqual([
    201,
    {
      ...{ id: body.id, account: { id: town.secretary.actor.accountId, name: '山田 秘書' }, ...DAYS, standing: 'live' },
      ...{ delegate: { id: town.mayor, name: { ja: '試験 太郎0', en: '' } }, eventShortName: 'COP32' },
    },
  ]);
  const viewer = await world.as({ role: 'member_viewer', memberId: town.memberId });
  for (const client of [town.manager, town.secretary, viewer, await world.as({ role: 'staff_triager' })]) {
    expect(await list(client)).toEqual([body]);
  }
});

test('whoever acts and for whom are told when it is given and when it ends', async () => {
  await world.database.write(nobody, (tx) =>
    tx.updateTable('delegate').set({ email: 'mayor@city.example' }).where('id', '=', town.mayor).execute(),
  );
  const { body } = await town.give();
  expect((await town.manager.del(`/api/authorities/${body.id}`)).status).toBe(204);
  const mails = await world.database.read(nobody, (db) =>
    db.selectFrom('outbox').select(['template', 'accountId', 'delegateId']).orderBy('id').execute(),
  );
  const account = town.secretary.actor.accountId;
  expect(mails).toEqual(
    ['account.authority-given', 'account.authority-ended'].flatMap((template) => [
      { template, accountId: account, delegateId: null },
      { template, accountId: null, delegateId: town.mayor },
    ]),
  );
});

test('who may not', async () => {
  const { body } = await town.give();
  const one = `/api/authorities/${body.id}`;
  expect((await world.public.get(town.path)).status).toBe(401);
  expect((await town.give({}, world.public)).status).toBe(401);
  expect((await world.public.del(one)).status).toBe(401);
  for (const client of [town.secretary, await world.as({ role: 'staff_coordinator' })]) {
    expect((await town.give({}, client)).status).toBe(403);
    expect((await client.del(one)).status).toBe(403);
  }
  for (const role of ['staff_admin', 'auditor'] as const) {
    expect((await (await world.as({ role })).get(town.path)).status).toBe(403);
  }
  const nowhere = town.path.replace(town.memberId, newId());
  expect((await (await world.as({ role: 'registrar' })).get(nowhere)).status).toBe(404);
  const stranger = await world.as({ role: 'member_manager' });
  expect((await stranger.get(town.path)).status).toBe(404);
  expect((await town.give({}, stranger)).status).toBe(404);
  expect((await stranger.del(one)).status).toBe(404);
  expect((await list(town.manager)).map(({ standing }) => standing)).toEqual(['live']);
  expect((await town.give({ untilDay: 'tomorrow' })).status).toBe(422);
});

test('only an account in use and a delegate of the same municipality, and no day that is over', async () => {
  const stranger = await world.as({ role: 'member_editor' });
  const strangers = { eventId: town.eventId, memberId: stranger.actor.memberId ?? '', delegates: 1 };
  const [theirs] = (await addDelegation(world, strangers)).delegates;
  const officer = await world.as({ role: 'staff_coordinator' });
  const left = await world.as({ role: 'member_editor', memberId: town.memberId });
  await world.database.write(nobody, (tx) =>
    tx.updateTable('account').set({ state: 'suspended' }).where('id', '=', left.actor.accountId).execute(),
  );
  const wrong = async (more: object) => {
    const { status, body } = await town.give(more);
    return [status, body.errors?.[0]?.pointer];
  };
  for (const { actor } of [stranger, officer, left]) {
    expect(await wrong({ accountId: actor.accountId })).toEqual([422, '/accountId']);
  }
  expect(await wrong({ delegateId: theirs })).toEqual([422, '/delegateId']);
  expect(await wrong({ fromDay: '2026-06-01', untilDay: '2026-06-30' })).toEqual([422, '/untilDay']);
  expect(await list(town.manager)).toEqual([]);
});

test('the database itself refuses a foreign account, a foreign delegate and a second one at the same time', async () => {
  const stranger = await world.as({ role: 'member_editor' });
  const strangers = { eventId: town.eventId, memberId: stranger.actor.memberId ?? '', delegates: 1 };
  const [theirs] = (await addDelegation(world, strangers)).delegates;
  await town.give();
  const [secretary, manager] = [town.secretary.actor.accountId, town.manager.actor.accountId];
  const write = (account: string | null, delegate: string | undefined) =>
    world.database
      .write(nobody, (tx) =>
        sql`insert into authority (id, member_id, account_id, delegate_id, from_day, until_day, given_by, given_at)
          values (gen_random_uuid(), ${town.memberId}, ${account}, ${delegate}, '2026-07-31', '2026-08-31', ${manager}, now())`.execute(
          tx,
        ),
      )
      .then(() => 'written', sqlState);
  expect(await write(stranger.actor.accountId, town.mayor)).toBe('23503');
  expect(await write(secretary, theirs)).toBe('23503');
  expect(await write(secretary, town.mayor)).toBe('23P01');
  expect(await write(secretary, town.deputy)).toBe('written');
});

test('one at a time for an account and a person; ended, it may be given anew', async () => {
  const both = await Promise.all([town.give(), town.give()]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect((await town.give({ fromDay: '2026-07-31', untilDay: '2026-08-02' })).status).toBe(409);
  expect((await town.give({ delegateId: town.deputy })).status).toBe(201);
  expect((await town.give({ fromDay: '2026-08-01', untilDay: '2026-08-02' })).body.standing).toBe('coming');
  const given = both.find(({ status }) => status === 201)?.body.id ?? '';
  expect((await town.manager.del(`/api/authorities/${given}`)).status).toBe(204);
  expect((await town.manager.del(`/api/authorities/${given}`)).status).toBe(409);
  expect((await town.give()).status).toBe(201);
});

test('whoever leaves the delegation is acted for by nobody any more', async () => {
  const { body } = await town.give();
  await town.give({ delegateId: town.deputy });
  expect((await town.manager.del(`/api/delegates/${town.mayor}`, ifMatch(1))).status).toBe(204);
  const standings = Object.fromEntries((await list(town.manager)).map(({ id, standing }) => [id, standing]));
  expect(standings).toMatchObject({ [body.id]: 'over' });
  expect(Object.values(standings).sort()).toEqual(['live', 'over']);
});

test('the list takes as many queries with three as with one', async () => {
  const count = async () => {
    world.queries.length = 0;
    await list(town.manager);
    return world.queries.length;
  };
  await town.give();
  const one = await count();
  await town.give({ delegateId: town.deputy });
  await town.give({ accountId: town.manager.actor.accountId });
  expect(await count()).toBe(one);
});
