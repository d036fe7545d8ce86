import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { withPrivileges } from '#db/privileged.ts';
import { delegationRoutes } from '#server/delegations/routes.ts';
import type { IdentityStatus } from '#shared/delegations/contract.ts';
import type { ProblemBody } from '#shared/problem.ts';
import { type AnEvent, anEvent, aPool } from '#tests/support/builders/passes.ts';
import { nobody } from '#tests/support/database.ts';
import { passport, rawIdentity } from '#tests/support/identities.ts';
import { aParty as party } from '#tests/support/parties.ts';
import { type Client, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: delegationRoutes });
let event: AnEvent;
let officer: Client;
let people: string[];

const aParty = (person: Client, names: readonly string[], state = 'approved') =>
  party(world.database, event, person.actor.memberId, names, state);

beforeEach(async () => {
  world.now = new Date('2027-09-24T01:00:00Z');
  event = await anEvent(world.database);
  officer = await world.as({ role: 'member_editor' });
  people = await aParty(officer, ['架空', '仮名']);
});

const at = (id: string | undefined) => `/api/delegates/${id}/identity`;
const enter = (client: Client, id: string | undefined, more: Partial<typeof passport> = {}) =>
  client.put<IdentityStatus & ProblemBody>(at(id), { ...passport, ...more });
async function statusesFor(client: Client, id = people[0]) {
  const { delegationId } = await world.database.read(nobody, (db) =>
    db
      .selectFrom('delegate')
      .select('delegationId')
      .where('id', '=', id ?? '')
      .executeTakeFirstOrThrow(),
  );
  return client.get<{ items: IdentityStatus[] } & ProblemBody>(`/api/delegations/${delegationId}/identities`);
}

describe('who may', () => {
  test('nobody signed out, no viewer, no office, no stranger', async () => {
    const viewer = await world.as({ role: 'member_viewer', memberId: officer.actor.memberId ?? '' });
    for (const [person, status] of [
      [world.public, 401],
      [viewer, 403],
      [await world.as({ role: 'registrar' }), 403],
      [await world.as({ role: 'member_manager' }), 404],
    ] as const) {
      expect((await enter(person, people[0])).status).toBe(status);
    }
    expect((await statusesFor(world.public)).status).toBe(401);
    expect((await statusesFor(await world.as({ role: 'staff_admin' }))).status).toBe(403);
    expect((await statusesFor(await world.as({ role: 'member_manager' }))).status).toBe(404);
    expect((await statusesFor(viewer)).body.items.map((one) => one.state)).toEqual(['missing', 'missing']);
  });

  test('not before a request for passes is approved, in words', async () => {
    const [early] = await aParty(await world.as({ role: 'member_editor' }), ['早野'], 'in_triage');
    const { memberId } = await world.database.read(nobody, (db) =>
      db
        .selectFrom('delegate')
        .select('memberId')
        .where('id', '=', early ?? '')
        .executeTakeFirstOrThrow(),
    );
    const own = await world.as({ role: 'member_manager', memberId });
    const refused = await enter(own, early);
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      'パスの申請が承認されてから入力できます。それまではお預かりしません',
    ]);
    expect((await statusesFor(own, early)).body.items[0]?.notYet).toBe(refused.body.detail);
    const pool = await aPool(world.database, event, 1);
    await world.database.write(nobody, (tx) =>
      tx
        .insertInto('pass')
        .values({
          ...{ id: early ?? '', eventId: event.id, poolId: pool, placeNumber: 1, memberId, delegateId: early ?? '' },
          ...{ days: '[2027-11-08,2027-11-10)', state: 'held', createdAt: world.now },
        })
        .execute(),
    );
    expect((await enter(own, early)).status).toBe(200);
  });

  test('what does not fit is refused at its field', async () => {
    const misfit = await enter(officer, people[0], {
      ...{ passportNumber: 'TR1', surname: '架空', nationality: 'Japan', expiresOn: '2032-02-31' },
    });
    expect([misfit.status, misfit.body.errors?.map((one) => one.pointer)]).toEqual([
      422,
      ['/passportNumber', '/surname', '/nationality', '/expiresOn'],
    ]);
    const odd = await enter(officer, people[0], { birthDate: '2028-01-01', expiresOn: '2027-09-24' });
    expect([odd.status, odd.body.errors?.map((one) => one.pointer)]).toEqual([422, ['/birthDate', '/expiresOn']]);
    expect(await rawIdentity(world.database, people[0] ?? '')).toEqual({});
  });
});

test('what is entered comes back as a mask only, and lies in the database as cells only', async () => {
  const kept = await enter(officer, people[0], { passportNumber: ' tr-123 4567 ', givenNames: 'hana  maria' });
  expect(kept.status).toBe(200);
  expect(kept.body).toEqual({
    ...{ delegateId: people[0], notYet: null, state: 'kept', passport: 'TR••••567', names: 'T••• H•••' },
    ...{ findings: ['names_differ'], through: 'account', enteredAt: '2027-09-24T01:00:00.000Z', purgedAt: null },
    ...{ version: 1, link: null, consents: kept.body.consents },
  });
  expect(kept.body.consents.map((one) => one.state)).toEqual(Array(5).fill('missing'));
  const raw = await rawIdentity(world.database, people[0] ?? '');
  expect(JSON.stringify(raw)).not.toMatch(/1234567|TESTO|HANA|1980|2032|JPN/);
  expect((raw.passport_number as Uint8Array)[0]).toBe(1);
  const history = await world.database.read(nobody, (db) => db.selectFrom('history').selectAll().execute());
  expect(history.map(({ action, subjectId, details }) => [action, subjectId, details])).toEqual([
    ['identity.entered', people[0], { through: 'account' }],
  ]);
  const statuses = await statusesFor(await world.as({ role: 'staff_triager' }));
  expect(statuses.body.items.map((one) => one.passport)).toEqual(['TR••••567', '']);
  expect(statuses.text + kept.text + world.logged.join('')).not.toMatch(/1234567|TESTO|1980-04-01|2032-01-01/);

  expect((await enter(officer, people[0], { passportNumber: 'TR7654321' })).body).toMatchObject({
    ...{ passport: 'TR••••321', version: 2 },
  });
});

test('a passport that runs out too early, and names that differ, are shown; writing styles are no difference', async () => {
  await world.database.write(nobody, (tx) =>
    tx
      .updateTable('delegate')
      .set({ familyLatin: "O'TESTO", givenLatin: 'HANA MARIA' })
      .where('id', '=', people[0] ?? '')
      .execute(),
  );
  const same = { surname: 'OTESTO', givenNames: 'HANA-MARIA' };
  expect((await enter(officer, people[0], { ...same, expiresOn: '2028-05-19' })).body.findings).toEqual([]);
  expect((await enter(officer, people[0], { ...same, expiresOn: '2028-05-18' })).body.findings).toEqual([
    'expires_early',
  ]);
  expect((await enter(officer, people[0])).body.findings).toEqual(['names_differ']);
});

test('one passport at two municipalities is told to the office, and to no municipality', async () => {
  const other = await world.as({ role: 'member_manager' });
  const [stranger] = await aParty(other, ['別人']);
  await enter(officer, people[0]);
  const second = await enter(other, stranger, { passportNumber: 'TR 1234567' });
  expect(second.body.findings).not.toContain('same_passport');
  expect((await statusesFor(other, stranger)).body.items[0]?.findings).not.toContain('same_passport');
  const registrar = await world.as({ role: 'registrar' });
  expect((await statusesFor(registrar)).body.items[0]?.findings).toContain('same_passport');
  expect((await statusesFor(registrar, stranger)).body.items[0]?.findings).toContain('same_passport');
});

test('a key serves one municipality at one event, however many enter at once', async () => {
  const other = await world.as({ role: 'member_manager' });
  const [stranger] = await aParty(other, ['別人']);
  await Promise.all([enter(officer, people[0]), enter(officer, people[1]), enter(other, stranger)]);
  const keys = await world.database.read(nobody, (db) => db.selectFrom('vaultKey').selectAll().execute());
  expect(keys.map((one) => one.memberId).sort()).toEqual([officer.actor.memberId, other.actor.memberId].sort());
});

test('no role but the one that opens cells may read them or the keys', async () => {
  await enter(officer, people[0]);
  for (const role of ['member_manager', 'registrar', 'staff_admin', 'auditor', 'worker', 'anonymous', 'public']) {
    const who = { accountId: null, memberId: officer.actor.memberId, role };
    for (const what of ['passport_number', 'surname', 'birth_date', 'expires_on']) {
      const look = world.database.read(who, (db) => sql`select ${sql.ref(what)} from identity_vault`.execute(db));
      await expect(look, `${role} ${what}`).rejects.toThrow(/permission denied/);
    }
    const key = world.database.read(who, (db) => sql`select wrapped from vault_key_bytes`.execute(db));
    await expect(key, role).rejects.toThrow(/permission denied/);
  }
  const stranger = { accountId: null, memberId: (await world.as({ role: 'member_editor' })).actor.memberId };
  const seen = await world.database.read({ ...stranger, role: 'reveal' }, (db) =>
    db.selectFrom('identityVault').select('passportNumber').execute(),
  );
  expect(seen).toEqual([]);
});

test('a key that cells need is not destroyed, and a destroyed one takes no cell', async () => {
  await enter(officer, people[0]);
  await expect(
    withPrivileges(world.database, (db) =>
      sql`update vault_key set state = 'destroyed', live = false, destroyed_at = now()`.execute(db),
    ),
  ).rejects.toThrow(/still there/);
  await withPrivileges(world.database, (db) => sql`delete from vault_key_bytes`.execute(db));
  await expect(
    withPrivileges(world.database, (db) =>
      sql`update vault_key set state = 'destroyed', live = false, destroyed_at = now()`.execute(db),
    ),
  ).rejects.toThrow(/identity_vault_key/);
});
