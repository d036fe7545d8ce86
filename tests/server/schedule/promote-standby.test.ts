import { beforeEach, describe, expect, test } from 'vitest';
import { scheduleRoutes } from '#server/schedule/routes.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import { type AMember, type AnEvent, aMember, anEvent, someDelegates } from '#tests/support/builders/passes.ts';
import { aRoom, aSpeakingRequest, atVenue } from '#tests/support/builders/schedule.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: scheduleRoutes });
type Body = SessionView & Record<string, unknown>;
const BOTH = { ja: '', en: '' };
let event: AnEvent;
let member: AMember;
let other: AMember;
let staff: Client;
let speaker: string;
let standby: string;

beforeEach(async () => {
  event = await anEvent(world.database);
  member = await aMember(world.database);
  other = await aMember(world.database, '若葉市');
  [speaker = ''] = await someDelegates(world.database, event, member, ['石黒']);
  [standby = ''] = await someDelegates(world.database, event, other, ['若井']);
  staff = await world.as({ role: 'staff_coordinator' });
  await world.as({ role: 'member_editor', memberId: member.id });
  await world.as({ role: 'member_editor', memberId: other.id });
});

const person = (delegateId: string | null, given = {}) => ({
  ...{ delegateId, role: 'panel', name: BOTH, title: BOTH, organisation: BOTH, ...given },
});
const make = async (given: Record<string, unknown> = {}, day = 11) => {
  const input = {
    ...{ title: { ja: '対話', en: '' }, abstract: BOTH, theme: 'energy', format: 'panel', language: 'ja' },
    ...{ interpretation: 'none', minutes: 60, hostIds: [member.id, other.id], cohostIds: [other.id] },
    speakers: [person(speaker, { role: 'keynote' }), person(null, { name: { ja: '来賓 一郎', en: '' } })],
    standbys: [person(standby), person(null, { name: { ja: '控え 二郎', en: '' } })],
    ...given,
  };
  const made = (await staff.post<Body>('/api/events/cop32/sessions', input)).body;
  const roomId = await aRoom(world.database, event);
  const slot = { roomId, startsAt: atVenue(day, '10:00'), minutes: 60 };
  return (await staff.put<Body>(`/api/sessions/${made.id}/slot`, slot, ifMatch(made.version))).body;
};
const promote = (client: Client, session: Body, given: Record<string, unknown> = {}) =>
  client.post<Body>(
    `/api/sessions/${session.id}/promotion`,
    { speaker: 0, reason: '急病のため', ...given },
    ifMatch(session.version),
  );

test('the first in line takes the place and the role, and all whom it concerns are told', async () => {
  const session = await make();
  const done = await promote(staff, session);
  expect(done.status).toBe(200);
  expect(done.body.speakers.map((one) => [one.delegateId, one.role, one.name.ja])).toEqual([
    [standby, 'keynote', '若井 花'],
    [null, 'panel', '来賓 一郎'],
  ]);
  expect(done.body.standbys.map((one) => one.name.ja)).toEqual(['控え 二郎']);
  expect([done.body.slot, done.body.hosts.map((one) => one.role), done.body.version]).toEqual([
    ...[session.slot, ['host', 'cohost'], session.version + 1],
  ]);
  const kept = await world.database.read(nobody, (db) =>
    db.selectFrom('history').select(['reason', 'details']).where('action', '=', 'promote').execute(),
  );
  expect(kept).toEqual([{ reason: '急病のため', details: { place: 0, out: speaker, in: standby, accepted: [] } }]);
  const told = await world.database.read(nobody, (db) =>
    db.selectFrom('outbox').select(['template', 'memberId']).where('template', '=', 'session.promoted').execute(),
  );
  expect(told.map((row) => row.memberId).sort()).toEqual([member.id, other.id].sort());
});

test('who is elsewhere at that time takes it only for a reason', async () => {
  const request = await aSpeakingRequest(world.database, event, other, [standby]);
  const busy = (await staff.post<Body>(`/api/requests/${request.id}/session`)).body;
  const roomId = await aRoom(world.database, event);
  const slot = { roomId, startsAt: atVenue(11, '10:30'), minutes: 60 };
  await staff.put(`/api/sessions/${busy.id}/slot`, slot, ifMatch(busy.version));
  const session = await make();
  expect((await promote(staff, session)).body).toMatchObject({ type: '/problems/clash', status: 409 });
  expect((await promote(staff, session, { override: '前半だけ登壇するため' })).status).toBe(200);
});

test('nobody by nobody: without a stand-by, for no speaker, when stale, by whoever may not', async () => {
  const session = await make();
  expect((await promote(staff, session, { speaker: 5 })).body.errors).toEqual([
    { pointer: '/speaker', detail: '替わる登壇者を選んでください' },
  ]);
  expect((await promote(staff, session, { reason: '' })).status).toBe(422);
  expect((await promote(staff, { ...session, version: 1 })).status).toBe(412);
  expect((await promote(world.public, session)).status).toBe(401);
  expect((await promote(await world.as({ role: 'member_manager', memberId: member.id }), session)).status).toBe(403);
  const alone = await make({ standbys: [] }, 12);
  expect((await promote(staff, alone)).body.detail).toBe('控えの人がいません。先に控えを加えてください');
});

test('two colleagues promote at once: the second is told that it has changed', async () => {
  const session = await make();
  const answers = await Promise.all([promote(staff, session), promote(staff, session, { speaker: 1 })]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
});

describe('whoever stands by', () => {
  test('knows of the session, and of nobody else who stands by', async () => {
    const session = await make({ hostIds: [member.id], cohostIds: [] });
    const visible = (memberId: string) =>
      world
        .as({ role: 'member_editor', memberId })
        .then(({ actor }) =>
          world.database.read(actor, async (db) => [
            (await db.selectFrom('programmeSession').select('id').where('id', '=', session.id).execute()).length,
            (await db.selectFrom('sessionStandby').select('position').where('sessionId', '=', session.id).execute())
              .length,
          ]),
        );
    expect(await visible(other.id)).toEqual([1, 1]);
    expect(await visible((await aMember(world.database, '緑市')).id)).toEqual([0, 0]);
  });
});
