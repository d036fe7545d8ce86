import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { withPrivileges } from '#db/privileged.ts';
import { delegationRoutes } from '#server/delegations/routes.ts';
import { whoHasNoConsent } from '#server/delegations/who-has-no-consent.ts';
import { passRoutes } from '#server/passes/routes.ts';
import type { IdentityRevealed, IdentityViewing } from '#shared/delegations/contract.ts';
import type { PassView } from '#shared/passes/contract.ts';
import type { ProblemBody } from '#shared/problem.ts';
import { type AnEvent, anEvent, aPool } from '#tests/support/builders/passes.ts';
import { nobody } from '#tests/support/database.ts';
import { consentToAll, passport } from '#tests/support/identities.ts';
import { aParty, delegateHistory } from '#tests/support/parties.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: [...delegationRoutes, ...passRoutes] });
let event: AnEvent;
let manager: Client;
let registrar: Client;
let delegate: string;
let other: string;

beforeEach(async () => {
  world.now = new Date('2027-09-24T01:00:00Z');
  event = await anEvent(world.database);
  manager = await world.as({ role: 'member_manager', name: '管理 花子' });
  registrar = await world.as({ role: 'registrar', name: '登録 一郎' });
  [delegate = '', other = ''] = await aParty(world.database, event, manager.actor.memberId, ['架空', '仮名']);
  await manager.put(`/api/delegates/${delegate}/identity`, passport);
});

const reveal = (client: Client, id = delegate, more: Record<string, unknown> = {}) =>
  client.post<IdentityRevealed & ProblemBody>(`/api/delegates/${id}/identity/reveal`, {
    ...{ fields: ['passportNumber', 'expiresOn'], purpose: 'registration', note: '', ...more },
  });
const viewings = (client: Client, id = delegate) =>
  client.get<{ items: IdentityViewing[] }>(`/api/delegates/${id}/identity/viewings`);
const revealsWritten = async () =>
  (await delegateHistory(world.database)).filter((one) => one.action === 'identity.revealed');

describe('looking', () => {
  test('is for the registrar, the coordinator and the municipality’s own manager', async () => {
    const own = { memberId: manager.actor.memberId ?? '' };
    for (const [person, status] of [
      [world.public, 401],
      [await world.as({ role: 'member_viewer', ...own }), 403],
      [await world.as({ role: 'member_editor', ...own }), 403],
      [await world.as({ role: 'staff_triager' }), 403],
      [await world.as({ role: 'staff_admin' }), 403],
      [await world.as({ role: 'auditor' }), 403],
      [await world.as({ role: 'member_manager' }), 404],
      [manager, 200],
      [registrar, 200],
      [await world.as({ role: 'staff_coordinator' }), 200],
    ] as const) {
      expect((await reveal(person)).status, person.actor.role).toBe(status);
    }
    expect((await viewings(await world.as({ role: 'member_manager' }))).status).toBe(404);
    expect((await viewings(world.public)).status).toBe(401);
  });

  test('gives what was asked for, of the right person, and says who looked and why, never what', async () => {
    const shown = await reveal(registrar, delegate, { note: '登録の前の確認' });
    expect(shown.body).toEqual({
      ...{ values: { passportNumber: 'TR1234567', expiresOn: '2032-01-01' }, hideAfterSeconds: 60 },
    });
    expect(shown.headers.get('cache-control')).toBe('no-store');
    const all = Object.keys(passport);
    expect((await reveal(manager, delegate, { fields: all, purpose: 'member_check' })).body.values).toEqual(passport);
    expect(await revealsWritten()).toEqual([
      {
        ...{ action: 'identity.revealed', actorRole: 'registrar' },
        details: { fields: ['passportNumber', 'expiresOn'], purpose: 'registration' },
      },
      {
        ...{ action: 'identity.revealed', actorRole: 'member_manager' },
        details: { fields: all, purpose: 'member_check' },
      },
    ]);
    expect((await viewings(manager)).body.items).toMatchObject([
      { by: '管理 花子 · 自治体 管理者', purpose: 'member_check' },
      { by: '登録 一郎 · 事務局 登録担当', purpose: 'registration', fields: ['passportNumber', 'expiresOn'] },
    ]);
    const everything = await withPrivileges(world.database, async (db) => {
      const { rows } = await sql`select to_jsonb(h) as row from history h union all
        select to_jsonb(i) from idempotency i union all select to_jsonb(o) from outbox o`.execute(db);
      return JSON.stringify(rows);
    });
    expect(everything + world.logged.join('')).not.toMatch(/1234567|TESTO|1980-04-01|2032-01-01/);
  });

  test('what does not fit is refused: no field, no such purpose, a number in the note', async () => {
    expect((await reveal(registrar, delegate, { fields: [] })).status).toBe(422);
    expect((await reveal(registrar, delegate, { fields: ['surname', 'surname'] })).status).toBe(422);
    expect((await reveal(registrar, delegate, { purpose: 'curiosity' })).status).toBe(422);
    expect((await reveal(registrar, delegate, { note: 'TR1234567' })).body.errors?.[0]?.pointer).toBe('/note');
    expect((await reveal(registrar, other)).status).toBe(409);
    expect(await revealsWritten()).toEqual([]);
  });

  test('asks for the password or a code again when that was more than ten minutes ago', async () => {
    world.realNow = new Date(Date.now() + 11 * 60_000);
    const refused = await reveal(registrar);
    expect([refused.status, refused.body.type]).toEqual([403, '/problems/step-up-required']);
    expect(await revealsWritten()).toEqual([]);
  });

  test('without the row in the history there is no value', async () => {
    await withPrivileges(world.database, (_, line) =>
      line.script(`create function refuse_reveal() returns trigger language plpgsql as $$ begin
        if new.action = 'identity.revealed' then raise exception 'no'; end if; return new; end $$;
        create trigger refuse_reveal before insert on history for each row execute function refuse_reveal()`),
    );
    try {
      const refused = await reveal(registrar);
      expect(refused.status).toBe(500);
      expect(refused.text).not.toMatch(/1234567/);
    } finally {
      await withPrivileges(world.database, (_, line) =>
        line.script('drop trigger refuse_reveal on history; drop function refuse_reveal()'),
      );
    }
    expect((await reveal(registrar)).status).toBe(200);
  });

  test('ends at thirty an hour for a municipality and sixty for the office, however many at once', async () => {
    world.realNow = new Date('2026-11-24T10:00:00Z');
    const tries = async (client: Client, count: number) =>
      (await Promise.all(Array.from({ length: count }, () => reveal(client)))).filter((one) => one.status === 200);
    expect(await tries(manager, 33)).toHaveLength(30);
    expect(await tries(registrar, 63)).toHaveLength(60);
    const refused = await reveal(manager);
    expect([refused.status, refused.body.type]).toEqual([429, '/problems/too-many-tries']);
    expect(await revealsWritten()).toHaveLength(90);
    world.realNow = new Date('2026-11-24T11:00:00Z');
    expect((await reveal(manager)).status).toBe(200);
  }, 60_000);

  test('a cell put into another row, or another column, is not opened', async () => {
    await manager.put(`/api/delegates/${other}/identity`, { ...passport, passportNumber: 'TR7654321' });
    const corrupt = (change: string) =>
      withPrivileges(world.database, (_, line) => line.script(`update identity_vault set ${change}`));
    await corrupt(`passport_number = (select passport_number from identity_vault where delegate_id = '${other}')`);
    const moved = await reveal(registrar);
    expect([moved.status, moved.text.includes('7654321')]).toEqual([500, false]);
    await corrupt('expires_on = birth_date');
    expect((await reveal(registrar, other)).status).toBe(500);
    expect((await reveal(registrar, other, { fields: ['surname'] })).status).toBe(200);
  });
});

describe('nomination', () => {
  let pass: string;
  const record = (official: string, version = 1) =>
    registrar.put<PassView & ProblemBody & { delegateIds?: string[] }>(
      `/api/passes/${pass}/official`,
      { official },
      ifMatch(version),
    );
  beforeEach(async () => {
    const pool = await aPool(world.database, event, 2);
    pass = delegate;
    await world.database.write(nobody, (tx) =>
      tx
        .insertInto('pass')
        .values({
          ...{ id: pass, eventId: event.id, poolId: pool, placeNumber: 1, memberId: manager.actor.memberId ?? '' },
          ...{ delegateId: delegate, days: '[2027-11-08,2027-11-10)', state: 'confirmed', createdAt: world.now },
        })
        .execute(),
    );
  });

  test('refuses, by name, who has not agreed or has no passport data', async () => {
    for (const official of ['nominated', 'confirmed', 'letter_sent']) {
      const refused = await record(official);
      expect([refused.status, refused.body.type, refused.body.delegateIds]).toEqual([
        ...[409, '/problems/consent-missing'],
        [delegate],
      ]);
      expect(refused.body.detail).toMatch(/^架空 花さんの情報の提供への同意がまだそろっていません/);
    }
    await consentToAll(world.database, delegate, event.id);
    expect((await record('nominated')).body).toMatchObject({ official: 'nominated', version: 2 });
    await manager.del(`/api/delegates/${delegate}/consents/secretariat`);
    expect((await record('confirmed', 2)).status).toBe(200);
    expect((await record('none', 3)).status).toBe(200);
    expect((await record('nominated', 4)).status).toBe(409);
  });

  test('both are named when both are missing, and of several only those', async () => {
    await consentToAll(world.database, delegate, event.id);
    const unready = await world.database.read(nobody, (db) => whoHasNoConsent(db, [delegate, other]));
    expect(unready).toEqual([{ delegateId: other, name: '仮名 花', identity: true, consents: true }]);
    expect(await world.database.read(nobody, (db) => whoHasNoConsent(db, []))).toEqual([]);
  });
});
