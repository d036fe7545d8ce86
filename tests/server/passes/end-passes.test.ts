import { beforeEach, expect, test } from 'vitest';
import type { PassView } from '#shared/passes/contract.ts';
import type { BulkAnswer } from '#shared/requests/contract.ts';
import { endingsIn } from '#tests/support/builders/endings.ts';
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
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const { requestNow, withdraw, decline, complete, lately, mails } = endingsIn(world);
let event: AnEvent;
let member: AMember;
let staff: Client;
let officer: Client;
let colleague: Client;
let pool: string;
let people: string[];
let request: ARequest;

beforeEach(async () => {
  world.now = new Date('2027-09-24T01:00:00Z');
  event = await anEvent(world.database);
  member = await aMember(world.database);
  staff = await world.as({ role: 'staff_coordinator' });
  officer = await world.as({ role: 'member_editor', memberId: member.id });
  colleague = await world.as({ role: 'member_manager', memberId: member.id });
  pool = await aPool(world.database, event, 2);
  people = await someDelegates(world.database, event, member, ['甲', '乙']);
  request = await aPassRequest(world.database, event, member, people);
});

const allot = async (ids: readonly string[], id = request.id) => {
  const places = ids.map((delegateId) => ({ delegateId, poolId: pool, from: '2027-11-08', to: '2027-11-13' }));
  const { version } = await requestNow(id);
  const answer = await staff.post<{ items: PassView[] }>(`/api/requests/${id}/passes`, { places }, ifMatch(version));
  expect(answer.status).toBe(201);
  return answer.body.items;
};
const passesNow = () =>
  world.database.read(nobody, (db) =>
    db.selectFrom('pass').select(['state', 'releaseReason', 'placeNumber', 'version']).orderBy('id').execute(),
  );
const bulk = async (act: object) =>
  (
    await staff.post<BulkAnswer>('/api/requests/bulk', {
      items: [{ id: request.id, version: (await requestNow(request.id)).version }],
      act,
    })
  ).body;

test('withdrawing gives every pass back, with the reason, and others can have the places at once', async () => {
  await allot(people);
  const { length } = await mails();
  const answer = await withdraw(officer, request.id);
  expect([answer.status, answer.body.state]).toEqual([200, 'withdrawn']);
  const back = { state: 'released', releaseReason: '申請の取下げのため', placeNumber: null, version: 2 };
  expect(await passesNow()).toEqual([back, back]);
  expect(await requestNow(request.id)).toEqual({ state: 'withdrawn', stage: null, version: 3, turn: 'none' });
  const released = ['pass', 'release', 'confirmed', 'released', '申請の取下げのため'];
  expect(await lately(request.id, 3)).toEqual([
    released,
    released,
    ['request', 'withdraw', 'fulfilled', 'withdrawn', '議会のため'],
  ]);
  // The office is told of the withdrawal, and the colleague of the passes; whoever withdrew knows.
  expect((await mails()).slice(length)).toEqual([
    ['pass.all-given-back', colleague.actor.accountId],
    ['request.withdrawn', staff.actor.accountId],
  ]);

  const other = await aPassRequest(world.database, event, member, people);
  expect(await allot(people, other.id)).toHaveLength(2);
});

test('declining a request that holds some gives those back, and cannot be taken back', async () => {
  await allot(people.slice(0, 1));
  expect((await requestNow(request.id)).stage).toBe('partly');
  const declined = await bulk({ do: 'decline', reason: '枠がなくなりました' });
  expect(declined).toMatchObject({ undo: null, done: [{ id: request.id }], refused: [] });
  expect(await passesNow()).toMatchObject([{ state: 'released', releaseReason: '申請の見送りのため' }]);
  expect(await requestNow(request.id)).toMatchObject({ state: 'declined', stage: null });

  const trace = await world.database.read(nobody, (db) =>
    db.selectFrom('history').select('details').where('action', '=', 'decline').executeTakeFirstOrThrow(),
  );
  const undone = await bulk({ do: 'undo', undoes: (trace.details as { bulk: string }).bulk });
  expect(undone.refused.map(({ detail }) => detail)).toEqual(['取りやめた手配は元に戻らないため、取り消せません']);
  expect((await requestNow(request.id)).state).toBe('declined');
});

test('declining one by one does the same; of one that holds nothing, a bulk act is taken back as ever', async () => {
  const done = await bulk({ do: 'decline', reason: '枠がなくなりました' });
  expect(done.undo).not.toBeNull();
  expect((await bulk({ do: 'undo', undoes: done.undo })).done).toHaveLength(1);
  await allot(people.slice(0, 1));
  expect((await decline(staff, request.id)).body.state).toBe('declined');
  expect(await passesNow()).toMatchObject([{ state: 'released' }]);
});

test('a pass collected at the venue keeps its request from being withdrawn, and nothing changes', async () => {
  const [, second] = await allot(people);
  await staff.put(`/api/passes/${second?.id}/official`, { official: 'collected' }, ifMatch(1));
  const answer = await withdraw(officer, request.id);
  expect([answer.status, answer.body.detail]).toEqual([
    409,
    '会場で受け取ったパスがあるため、取下げも見送りもできません',
  ]);
  expect((await passesNow()).map((pass) => pass.state)).toEqual(['confirmed', 'confirmed']);
  expect((await requestNow(request.id)).state).toBe('fulfilled');
});

test('completing waits until the last day is over at the venue, and leaves the passes as they are', async () => {
  await allot(people);
  // The last day, 13 November, ends in Addis Ababa at 21:00 UTC, when it is the 14th in Japan.
  world.now = new Date('2027-11-13T20:59:00Z');
  const early = await complete(staff, request.id);
  expect([early.status, early.body.detail]).toEqual([409, 'パスは11月13日（土）まで使えます。その後に完了にできます']);
  expect((await requestNow(request.id)).state).toBe('fulfilled');
  world.now = new Date('2027-11-13T21:00:00Z');
  expect((await complete(staff, request.id)).body.state).toBe('completed');
  expect((await passesNow()).map((pass) => pass.state)).toEqual(['confirmed', 'confirmed']);
});

test('of two who withdraw and allot at the same time, one waits, and no pass outlives the request', async () => {
  const { version } = await requestNow(request.id);
  const places = people.map((delegateId) => ({ delegateId, poolId: pool, from: '2027-11-08', to: '2027-11-13' }));
  const [left, given] = await Promise.all([
    officer.post(`/api/requests/${request.id}/withdrawal`, { reason: '' }, ifMatch(version)),
    staff.post(`/api/requests/${request.id}/passes`, { places }, ifMatch(version)),
  ]);
  expect([left.status, given.status].filter((status) => status < 300)).toHaveLength(1);
  const { state } = await requestNow(request.id);
  const live = (await passesNow()).filter((pass) => pass.state !== 'released');
  expect([state, live.length]).toEqual(left.status === 200 ? ['withdrawn', 0] : ['fulfilled', 2]);
});
