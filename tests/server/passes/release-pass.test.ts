import { beforeEach, describe, expect, test } from 'vitest';
import { passRoutes } from '#server/passes/routes.ts';
import type { PassView } from '#shared/passes/contract.ts';
import {
  type AMember,
  type AnEvent,
  type ARequest,
  aMember,
  anEvent,
  aPassRequest,
  aPool,
  someDelegates,
} from '#tests/support/builders/passes.ts';
import { nobody } from '#tests/support/database.ts';
import { makeReady } from '#tests/support/identities.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: passRoutes });
let event: AnEvent;
let member: AMember;
let staff: Client;
let officer: Client;
let request: ARequest;
let passes: PassView[];

beforeEach(async () => {
  event = await anEvent(world.database);
  member = await aMember(world.database);
  staff = await world.as({ role: 'staff_coordinator' });
  officer = await world.as({ role: 'member_editor', memberId: member.id });
  const pool = await aPool(world.database, event, 2);
  const ids = await someDelegates(world.database, event, member, ['甲', '乙']);
  request = await aPassRequest(world.database, event, member, ids);
  const places = ids.map((delegateId) => ({ delegateId, poolId: pool, from: '2027-11-08', to: '2027-11-13' }));
  const answer = await staff.post<{ items: PassView[] }>(`/api/requests/${request.id}/passes`, { places }, ifMatch(1));
  passes = answer.body.items;
});

const giveBack = (client: Client, id: string, version = 1) =>
  client.post<Record<string, unknown>>(`/api/passes/${id}/release`, { reason: '議会のため' }, ifMatch(version));
const requestNow = () =>
  world.database.read(nobody, (db) =>
    db.selectFrom('request').select(['state', 'stage', 'version']).where('id', '=', request.id).executeTakeFirst(),
  );
const lastOf = (subject: string) =>
  world.database.read(nobody, (db) =>
    db
      .selectFrom('history')
      .select(['action', 'fromState', 'toState', 'reason', 'memberId', 'eventId'])
      .where('subject', '=', subject)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
  );

describe('giving a place back', () => {
  test('takes the request back with the reason, frees the place, and tells the municipality', async () => {
    expect(await requestNow()).toEqual({ state: 'fulfilled', stage: null, version: 2 });
    expect((await giveBack(staff, passes[0]?.id as string)).status).toBe(204);

    expect(await requestNow()).toEqual({ state: 'approved', stage: 'partly', version: 3 });
    const of = { memberId: member.id, eventId: event.id, reason: '議会のため' };
    expect(await lastOf('pass')).toEqual({ action: 'release', fromState: 'confirmed', toState: 'released', ...of });
    expect(await lastOf('request')).toEqual({
      action: 'take_back',
      fromState: 'fulfilled',
      toState: 'approved',
      ...of,
    });
    const listed = await staff.get<{ items: PassView[] }>(`/api/requests/${request.id}/passes`);
    expect(listed.body.items.map((pass) => pass.id)).toEqual([passes[1]?.id]);
    const mail = await world.database.read(nobody, (db) =>
      db.selectFrom('outbox').select('template').orderBy('id').execute(),
    );
    expect(mail.map((row) => row.template)).toEqual(['pass.allotted', 'pass.given-back']);
  });

  test('of the last person leaves nothing partly', async () => {
    await giveBack(staff, passes[0]?.id as string);
    await giveBack(staff, passes[1]?.id as string);
    expect(await requestNow()).toEqual({ state: 'approved', stage: null, version: 4 });
  });

  test('happens once; a collected pass is not given back; a stale version is shown the pass as it is', async () => {
    const [first, second] = passes as [PassView, PassView];
    expect((await giveBack(staff, first.id, 9)).body).toMatchObject({
      status: 412,
      current: { id: first.id, version: 1 },
    });
    expect((await giveBack(staff, first.id)).status).toBe(204);
    const again = await giveBack(staff, first.id, 2);
    expect([again.status, again.body.detail]).toEqual([409, 'このパスはすでに枠に戻っています']);
    await staff.put(`/api/passes/${second.id}/official`, { official: 'collected' }, ifMatch(1));
    const collected = await giveBack(staff, second.id, 2);
    expect([collected.status, collected.body.detail]).toEqual([409, '会場で受け取ったパスは枠に戻せません']);
  });

  test('is for coordinators and registrars', async () => {
    const id = passes[0]?.id as string;
    const triager = await world.as({ role: 'staff_triager' });
    const clients = [world.public, officer, triager];
    const statuses = await Promise.all(clients.map((client) => giveBack(client, id).then((answer) => answer.status)));
    expect(statuses).toEqual([401, 403, 403]);
    expect((await giveBack(staff, '019a0000-0000-7000-8000-000000000001')).status).toBe(404);
  });
});

describe('the official step', () => {
  const record = (client: Client, official: string, version = 1, id = passes[0]?.id as string) =>
    client.put<PassView & Record<string, unknown>>(`/api/passes/${id}/official`, { official }, ifMatch(version));

  test('is recorded, told when the municipality must act, and can be set back', async () => {
    expect((await record(staff, 'nominated')).body).toMatchObject({ status: 409, type: '/problems/consent-missing' });
    await makeReady(world, [passes[0]?.delegate.id ?? '']);
    expect((await record(staff, 'nominated')).body).toMatchObject({ official: 'nominated', version: 2 });
    expect((await record(staff, 'confirmed', 2)).headers.get('etag')).toBe('"3"');
    expect((await record(staff, 'nominated', 3)).body).toMatchObject({ official: 'nominated', version: 4 });
    expect(await lastOf('pass')).toMatchObject({ action: 'official', fromState: 'confirmed', toState: 'nominated' });
    const mail = await world.database.read(nobody, (db) =>
      db.selectFrom('outbox').select('template').orderBy('id').execute(),
    );
    expect(mail.map((row) => row.template)).toEqual(['pass.allotted', 'pass.official']);
  });

  test('is refused stale, to others, and for what is not there', async () => {
    expect((await record(staff, 'nominated', 4)).body).toMatchObject({ status: 412, current: { version: 1 } });
    expect((await record(world.public, 'nominated')).status).toBe(401);
    expect((await record(officer, 'nominated')).status).toBe(403);
    expect((await record(staff, 'nominated', 1, '019a0000-0000-7000-8000-000000000001')).status).toBe(404);
  });
});

test('a municipality reads the places of its own requests only', async () => {
  const path = `/api/requests/${request.id}/passes`;
  expect((await officer.get<{ items: PassView[] }>(path)).body.items).toHaveLength(2);
  const other = await world.as({ role: 'member_manager', memberId: (await aMember(world.database, '緑市')).id });
  expect((await other.get(path)).status).toBe(404);
  expect((await world.public.get(path)).status).toBe(401);
  expect((await (await world.as({ role: 'auditor' })).get(path)).status).toBe(403);
});
