import { beforeEach, expect, test } from 'vitest';
import type { MeetingView } from '#shared/bilaterals/contract.ts';
import { aBilateralRequest, aCounterpart } from '#tests/support/builders/bilaterals.ts';
import { endingsIn } from '#tests/support/builders/endings.ts';
import {
  type AMember,
  type AnEvent,
  type ARequest,
  aMember,
  anEvent,
  someDelegates,
} from '#tests/support/builders/passes.ts';
import { aRoom, atVenue } from '#tests/support/builders/schedule.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const { requestNow, withdraw, decline, complete, lately, mails } = endingsIn(world);
let event: AnEvent;
let member: AMember;
let staff: Client;
let officer: Client;
let colleague: Client;
let people: string[];
let request: ARequest;
let counterpartId: string;
let room: string;
let meeting: MeetingView;

beforeEach(async () => {
  world.now = new Date('2027-09-24T01:00:00Z');
  event = await anEvent(world.database);
  member = await aMember(world.database);
  staff = await world.as({ role: 'staff_coordinator' });
  officer = await world.as({ role: 'member_editor', memberId: member.id });
  colleague = await world.as({ role: 'member_manager', memberId: member.id });
  people = await someDelegates(world.database, event, member, ['石黒']);
  request = await aBilateralRequest(world.database, event, member, people);
  counterpartId = await aCounterpart(world.database);
  room = await aRoom(world.database, event, { name: '会議室1', purpose: 'meeting' });
  const opened = { counterpartId, counterpartPerson: '副市長' };
  meeting = (await staff.post<MeetingView>(`/api/requests/${request.id}/meeting`, opened)).body;
});

const arrange = async () => {
  const answer = await staff.put(
    `/api/meetings/${meeting.id}/arrangement`,
    {
      ...{ counterpartId, counterpartPerson: '副市長', startsAt: atVenue(12, '10:30'), minutes: 45, language: '' },
      ...{ mode: 'in_person', roomId: room, place: { ja: '', en: '' }, delegateIds: people },
    },
    ifMatch(meeting.version),
  );
  expect([answer.status, (await requestNow(request.id)).state]).toEqual([200, 'fulfilled']);
};
const meetings = () => world.database.read(nobody, (db) => db.selectFrom('meeting').select('state').execute());
const holds = () => world.database.read(nobody, (db) => db.selectFrom('roomHold').select('roomId').execute());

test('withdrawing cancels the meeting and frees its room, in one', async () => {
  await arrange();
  const { length } = await mails();
  expect(await holds()).toEqual([{ roomId: room }]);
  const answer = await withdraw(officer, request.id);
  expect([answer.status, answer.body.state, answer.body.stage]).toEqual([200, 'withdrawn', null]);
  expect([await meetings(), await holds()]).toEqual([[{ state: 'cancelled' }], []]);
  expect(await lately(request.id, 2)).toEqual([
    ['meeting', 'cancel', 'placed', 'cancelled', '申請の取下げのため'],
    ['request', 'withdraw', 'fulfilled', 'withdrawn', '議会のため'],
  ]);
  expect((await mails()).slice(length)).toEqual([
    ['meeting.cancelled', colleague.actor.accountId],
    ['request.withdrawn', staff.actor.accountId],
  ]);
});

test('declining ends an approach that has no time yet', async () => {
  expect((await decline(staff, request.id)).body).toMatchObject({ state: 'declined', stage: null });
  expect(await meetings()).toEqual([{ state: 'cancelled' }]);
});

test('completing records that it was held, and only after its end', async () => {
  await arrange();
  world.now = new Date(atVenue(12, '11:14'));
  const early = await complete(staff, request.id);
  expect([early.status, early.body.detail]).toEqual([409, '会談は11月12日（金）に終わります。その後に完了にできます']);
  const inEnglish = await complete(await world.as({ role: 'staff_coordinator', lang: 'en' }), request.id);
  expect(inEnglish.body.detail).toBe('The meeting ends on 12 November (Fri). Complete the request after that');
  expect(await meetings()).toEqual([{ state: 'placed' }]);

  world.now = new Date(atVenue(12, '11:16'));
  const late = await withdraw(officer, request.id);
  expect([late.status, late.body.detail]).toEqual([409, 'この会談はすでに行われたため、取下げも見送りもできません']);
  expect((await complete(staff, request.id)).body.state).toBe('completed');
  expect(await meetings()).toEqual([{ state: 'held' }]);
  expect(await lately(request.id, 2)).toEqual([
    ['meeting', 'hold', 'placed', 'held', null],
    ['request', 'complete', 'fulfilled', 'completed', null],
  ]);
});
