import { beforeEach, expect, test } from 'vitest';
import type { SessionView } from '#shared/schedule/contract.ts';
import { endingsIn } from '#tests/support/builders/endings.ts';
import {
  type AMember,
  type AnEvent,
  type ARequest,
  aMember,
  anEvent,
  someDelegates,
} from '#tests/support/builders/passes.ts';
import { aRoom, aSpeakingRequest, atVenue } from '#tests/support/builders/schedule.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const { requestNow, withdraw, decline, complete, lately, mails } = endingsIn(world);
let event: AnEvent;
let member: AMember;
let staff: Client;
let officer: Client;
let colleague: Client;
let request: ARequest;
let room: string;
let session: SessionView;

beforeEach(async () => {
  world.now = new Date('2027-09-24T01:00:00Z');
  event = await anEvent(world.database);
  member = await aMember(world.database);
  staff = await world.as({ role: 'staff_coordinator' });
  officer = await world.as({ role: 'member_editor', memberId: member.id });
  colleague = await world.as({ role: 'member_manager', memberId: member.id });
  const people = await someDelegates(world.database, event, member, ['石黒']);
  request = await aSpeakingRequest(world.database, event, member, people);
  room = await aRoom(world.database, event);
  session = (await staff.post<SessionView>(`/api/requests/${request.id}/session`)).body;
});

const place = async () => {
  const slot = { roomId: room, startsAt: atVenue(11, '10:00'), minutes: 45 };
  const answer = await staff.put<SessionView>(`/api/sessions/${session.id}/slot`, slot, ifMatch(session.version));
  expect([answer.status, (await requestNow(request.id)).state]).toEqual([200, 'fulfilled']);
};
const sessions = () =>
  world.database.read(nobody, (db) => db.selectFrom('programmeSession').select('state').orderBy('id').execute());
const holds = () => world.database.read(nobody, (db) => db.selectFrom('roomHold').select('roomId').execute());

test('withdrawing cancels the session and frees its room, in one', async () => {
  await place();
  const { length } = await mails();
  expect(await holds()).toEqual([{ roomId: room }]);
  const answer = await withdraw(officer, request.id);
  expect([answer.status, answer.body.state, answer.body.stage]).toEqual([200, 'withdrawn', null]);
  expect([await sessions(), await holds()]).toEqual([[{ state: 'cancelled' }], []]);
  expect(await lately(request.id, 2)).toEqual([
    ['programme_session', 'cancel', 'planned', 'cancelled', '申請の取下げのため'],
    ['request', 'withdraw', 'fulfilled', 'withdrawn', '議会のため'],
  ]);
  expect((await mails()).slice(length)).toEqual([
    ['session.cancelled', colleague.actor.accountId],
    ['request.withdrawn', staff.actor.accountId],
  ]);
});

test('declining cancels one that has no time yet; looked at again and approved, it can become another', async () => {
  expect((await decline(staff, request.id)).body.state).toBe('declined');
  expect(await sessions()).toEqual([{ state: 'cancelled' }]);
  const step = async (noun: string, body?: unknown) =>
    staff.post(`/api/requests/${request.id}/${noun}`, body, ifMatch((await requestNow(request.id)).version));
  await step('reopening', { reason: '' });
  await step('approval');
  expect((await staff.post(`/api/requests/${request.id}/session`)).status).toBe(201);
  expect(await sessions()).toEqual([{ state: 'cancelled' }, { state: 'planned' }]);
});

test('completing waits for its end; once it has taken place it cannot be withdrawn any more', async () => {
  await place();
  world.now = new Date(atVenue(11, '10:44'));
  const early = await complete(staff, request.id);
  expect([early.status, early.body.detail]).toEqual([409, '企画は11月11日（木）に終わります。その後に完了にできます']);
  world.now = new Date(atVenue(11, '10:46'));
  const late = await withdraw(officer, request.id);
  expect([late.status, late.body.detail]).toEqual([409, 'この企画はすでに行われたため、取下げも見送りもできません']);
  expect((await requestNow(request.id)).state).toBe('fulfilled');
  expect((await complete(staff, request.id)).body.state).toBe('completed');
  expect([await sessions(), await holds()]).toEqual([[{ state: 'planned' }], [{ roomId: room }]]);
});
