import { beforeEach, describe, expect, test } from 'vitest';
import { releaseRoutes } from '#server/schedule/release-routes.ts';
import { scheduleRoutes } from '#server/schedule/routes.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import type { ReleasePreview } from '#shared/schedule/preview-contract.ts';
import type { OwnProofView, ProofView } from '#shared/schedule/proof-contract.ts';
import { type AMember, type AnEvent, aMember, anEvent, someDelegates } from '#tests/support/builders/passes.ts';
import { aRoom, aSpeakingRequest, atVenue } from '#tests/support/builders/schedule.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: [...scheduleRoutes, ...releaseRoutes] });
let event: AnEvent;
let member: AMember;
let other: AMember;
let staff: Client;
let officer: Client;
let room: string;
let session: SessionView;

const SENT = '/api/events/cop32/proofs';
const BY = '2027-10-25T08:00:00.000Z';

beforeEach(async () => {
  world.now = new Date('2027-10-20T00:00:00Z');
  event = await anEvent(world.database);
  [member, other] = [await aMember(world.database), await aMember(world.database, '緑市')];
  staff = await world.as({ role: 'staff_coordinator', name: '森 千尋' });
  officer = await world.as({ role: 'member_editor', memberId: member.id, name: '青葉 太郎' });
  room = await aRoom(world.database, event);
  const [theirs] = await someDelegates(world.database, event, other, ['高橋']);
  const [ours] = await someDelegates(world.database, event, member, ['石黒']);
  session = await placed('円卓', '10:00', [ours as string]);
  const speaker = {
    role: 'panel',
    name: { ja: '', en: '' },
    title: { ja: '', en: '' },
    organisation: { ja: '', en: '' },
  };
  session = await change(session, [...session.speakers, { ...speaker, delegateId: theirs, isPublic: true }]);
});

const placed = async (title: string, time: string, speakers: string[] = []): Promise<SessionView> => {
  const request = await aSpeakingRequest(world.database, event, member, speakers, { title });
  return place((await staff.post<SessionView>(`/api/requests/${request.id}/session`)).body, time);
};
const place = async (of: SessionView, time: string) =>
  (
    await staff.put<SessionView>(
      `/api/sessions/${of.id}/slot`,
      { roomId: room, startsAt: atVenue(11, time), minutes: 45 },
      ifMatch(of.version),
    )
  ).body;
const change = async (of: SessionView, speakers: unknown[]) => {
  const { title, abstract, theme, format, language, interpretation, minutes, version, hosts } = of;
  const body = { title, abstract, theme, format, language, interpretation, minutes };
  const hostIds = hosts.map(({ id }) => id);
  return (await staff.put<SessionView>(`/api/sessions/${of.id}`, { ...body, hostIds, speakers }, ifMatch(version)))
    .body;
};
const send = (body: object = { answerBy: BY }, client = staff) =>
  client.post<{ proofs: number; members: number }>(SENT, body);
const own = async (client = officer) => (await client.get<{ items: OwnProofView[] }>(`${SENT}/mine`)).body.items;
const followed = async () => (await staff.get<{ items: ProofView[] }>(SENT)).body.items;
const answer = (proof: OwnProofView, body: object, client = officer) =>
  client.put<OwnProofView>(`/api/sessions/${proof.sessionId}/proof`, body, ifMatch(proof.version));
const mails = async (template: string) =>
  (
    await world.database.read(nobody, (db) =>
      db.selectFrom('outbox').select(['accountId', 'params']).where('template', '=', template).execute(),
    )
  ).map(({ accountId, params }) => [accountId, (params as { count?: string }).count]);
const stateOf = async (memberId: string) => (await followed()).find((one) => one.memberId === memberId)?.state;

describe('a proof', () => {
  test('shows each municipality the session as it would be released, with everybody’s speakers', async () => {
    await placed('別の企画', '13:00');
    expect((await send({ answerBy: BY, sessionIds: [session.id] })).body).toEqual({ proofs: 2, members: 2 });
    expect(await mails('proof.sent')).toEqual([[officer.actor.accountId, '1']]);
    const [proof, ...more] = await own();
    expect(more).toEqual([]);
    expect(proof).toMatchObject({ sessionId: session.id, state: 'waiting', answer: null, answerBy: BY, changes: [] });
    expect(proof?.session.speakers.map(({ name }) => name.ja)).toEqual(['石黒 花', '高橋 花']);
    expect(JSON.stringify(proof)).not.toMatch(/wishes|delegateId|requestId/);
  });

  test('of all that changed goes to whom it concerns, and is asked again when sent again', async () => {
    await staff.post('/api/events/cop32/releases', { comment: { ja: '', en: '' } });
    const fresh = await placed('別の企画', '13:00');
    expect((await send()).body).toEqual({ proofs: 1, members: 1 });
    const [proof] = await own();
    expect(proof?.sessionId).toBe(fresh.id);
    await answer(proof as OwnProofView, { answer: 'fine' });
    expect((await own())[0]?.answer).toBe('fine');
    await send();
    expect((await own())[0]).toMatchObject({ answer: null, state: 'waiting', version: 3 });
  });

  test('tells in what the session differs from what is public', async () => {
    await staff.post('/api/events/cop32/releases', { comment: { ja: '', en: '' } });
    session = await place(session, '14:00');
    await send();
    expect((await own())[0]?.changes).toMatchObject([{ kind: 'moved' }]);
  });

  test('needs something to check and a time to come', async () => {
    expect((await send({ answerBy: '2027-10-01T00:00:00Z' })).status).toBe(422);
    expect((await send({ answerBy: 'soon' })).status).toBe(422);
    await staff.post('/api/events/cop32/releases', { comment: { ja: '', en: '' } });
    expect((await send()).status).toBe(409);
  });
});

describe('an answer', () => {
  test('is kept with who gave it, and an objection is told to who asked', async () => {
    await send();
    const [proof] = await own();
    const wrong = await answer(proof as OwnProofView, { answer: 'correct', comment: '' });
    expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([422, expect.stringContaining('/comment')]);
    const said = await answer(proof as OwnProofView, { answer: 'correct', comment: '肩書が違います' });
    expect(said.body).toMatchObject({ state: 'correct', comment: '肩書が違います', answeredBy: '青葉 太郎' });
    expect((await mails('proof.objection')).map(([to]) => to)).toEqual([staff.actor.accountId]);
    expect((await followed()).map(({ memberId, state }) => [memberId, state]).sort()).toEqual(
      [
        [member.id, 'correct'],
        [other.id, 'waiting'],
      ].sort(),
    );
    // It is a warning and no more: the release goes through.
    const preview = (await staff.get<ReleasePreview>('/api/events/cop32/releases/next')).body;
    expect(preview.changed[0]?.proofs).toContainEqual({
      ...{ memberId: member.id, state: 'correct', comment: '肩書が違います' },
    });
    const released = await staff.post('/api/events/cop32/releases', {
      ...{ comment: { ja: '', en: '' }, seen: preview.fingerprint },
    });
    expect(released.status).toBe(201);
  });

  test('lapses when the session changes afterwards, for both sides, and not when another does', async () => {
    await send();
    const [proof] = await own();
    await answer(proof as OwnProofView, { answer: 'fine' });
    await placed('別の企画', '13:00');
    expect([await stateOf(member.id), (await own())[0]?.state]).toEqual(['fine', 'fine']);
    session = await place(session, '11:00');
    expect([await stateOf(member.id), (await own())[0]?.state]).toEqual(['lapsed', 'lapsed']);
    await place(session, '10:00');
    expect([await stateOf(member.id), (await own())[0]?.state]).toEqual(['fine', 'fine']);
  });

  test('survives the release of what it approved', async () => {
    await send();
    const [proof] = await own();
    await answer(proof as OwnProofView, { answer: 'fine' });
    await staff.post('/api/events/cop32/releases', { comment: { ja: '', en: '' } });
    expect(await stateOf(member.id)).toBe('fine');
  });

  test('to a proof sent anew meanwhile is refused', async () => {
    await send();
    const [proof] = await own();
    await send();
    expect((await answer(proof as OwnProofView, { answer: 'fine' })).status).toBe(412);
  });

  test('is given by an officer of that municipality alone', async () => {
    await send({ answerBy: BY, sessionIds: [session.id] });
    const alone = await placed('青葉だけ', '15:00');
    await send({ answerBy: BY, sessionIds: [alone.id] });
    const proof = (await own()).find((one) => one.sessionId === alone.id) as OwnProofView;
    const path = `/api/sessions/${alone.id}/proof`;
    expect((await world.public.put(path, { answer: 'fine' }, ifMatch(1))).status).toBe(401);
    const viewer = await world.as({ role: 'member_viewer', memberId: member.id });
    const theirs = await world.as({ role: 'member_manager', memberId: other.id });
    expect((await answer(proof, { answer: 'fine' }, viewer)).status).toBe(403);
    expect((await answer(proof, { answer: 'fine' }, staff)).status).toBe(403);
    expect((await answer(proof, { answer: 'fine' }, theirs)).status).toBe(404);
    expect((await officer.put(path, { answer: 'maybe' }, ifMatch(1))).status).toBe(422);
    expect((await officer.put(path, { answer: 'fine' })).status).toBe(428);
    expect((await own(theirs)).map(({ sessionId }) => sessionId)).toEqual([session.id]);
    expect((await own(viewer)).length).toBe(2);
  });
});

describe('the office', () => {
  test('sees who is late, and reminds each municipality once of all it has not answered', async () => {
    await placed('別の企画', '13:00');
    await send();
    const theirs = await world.as({ role: 'member_manager', memberId: other.id });
    await answer((await own(theirs))[0] as OwnProofView, { answer: 'fine' }, theirs);
    world.now = new Date('2027-10-26T00:00:00Z');
    expect((await followed()).map(({ state }) => state).sort()).toEqual(['fine', 'late', 'late']);
    expect((await staff.post<{ members: number }>(`${SENT}/reminders`)).body).toEqual({ members: 1 });
    expect(await mails('proof.reminder')).toEqual([[officer.actor.accountId, '2']]);
    expect((await followed()).filter(({ remindedAt }) => remindedAt !== null)).toHaveLength(2);
  });

  test('sends, follows and reminds; nobody else does', async () => {
    for (const [path, method] of [
      [SENT, 'get'],
      [SENT, 'post'],
      [`${SENT}/reminders`, 'post'],
    ] as const) {
      expect((await world.public[method](path, { answerBy: BY })).status).toBe(401);
      expect((await officer[method](path, method === 'post' ? { answerBy: BY } : undefined)).status).toBe(403);
      const body = path === SENT && method === 'post' ? { answerBy: BY } : undefined;
      expect((await staff[method](path.replace('cop32', 'cop99'), body as undefined)).status).toBe(404);
    }
    expect((await staff.get(`${SENT}/mine`)).status).toBe(403);
  });

  test('follows one proof and three at the same cost', async () => {
    const counts: number[][] = [];
    for (const time of ['12:00', '14:00', '16:00']) {
      await placed('対話', time);
      await send();
      world.queries.length = 0;
      await followed();
      const desk = world.queries.length;
      await own();
      counts.push([desk, world.queries.length - desk]);
    }
    expect(counts).toEqual(Array(3).fill(counts[0]));
  });
});
