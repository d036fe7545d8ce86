import { beforeEach, describe, expect, test } from 'vitest';
import { scheduleRoutes } from '#server/schedule/routes.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import { type AMember, type AnEvent, aMember, anEvent, someDelegates } from '#tests/support/builders/passes.ts';
import { aRoom, aSpeakingRequest, atVenue } from '#tests/support/builders/schedule.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: scheduleRoutes });
type Body = SessionView & Record<string, unknown>;
const missing = '019a0000-0000-7000-8000-000000000001';
let event: AnEvent;
let member: AMember;
let staff: Client;
let people: string[];

beforeEach(async () => {
  event = await anEvent(world.database);
  member = await aMember(world.database);
  staff = await world.as({ role: 'staff_coordinator' });
  people = await someDelegates(world.database, event, member, ['石黒', '高橋']);
});

const input = (given: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...{ title: { ja: '朝の見どころ案内', en: 'Morning briefing' }, abstract: { ja: '', en: '' }, theme: 'pavilion' },
  ...{ format: 'briefing', language: 'ja_en', interpretation: 'none', minutes: 30, hostIds: [member.id], speakers: [] },
  ...given,
});
const speaker = (delegateId: string | null, given: Record<string, unknown> = {}) => ({
  ...{
    delegateId,
    role: 'panel',
    name: { ja: '', en: '' },
    title: { ja: '', en: '' },
    organisation: { ja: '', en: '' },
  },
  ...given,
});
const add = (client: Client, given = {}) => client.post<Body>('/api/events/cop32/sessions', input(given));
const change = (client: Client, session: { id: string; version: number }, given = {}) =>
  client.put<Body>(`/api/sessions/${session.id}`, input(given), ifMatch(session.version));
const make = async (requestId: string) => (await staff.post<Body>(`/api/requests/${requestId}/session`)).body;
const place = async (session: Body, roomId: string, time = '10:00') =>
  (
    await staff.put<Body>(
      `/api/sessions/${session.id}/slot`,
      { roomId, startsAt: atVenue(11, time), minutes: 30 },
      ifMatch(session.version),
    )
  ).body;

describe('a session', () => {
  test('of the pavilion itself is added and changed; a delegate’s name is their own, a guest’s is typed', async () => {
    const { status, body } = await add(staff, { speakers: [speaker(null, { name: { ja: '来賓 一郎', en: '' } })] });
    expect([status, body.version, body.requestId, body.memberId]).toEqual([201, 1, null, null]);
    const changed = await change(staff, body, {
      minutes: 45,
      speakers: [
        speaker(people[1] as string, {
          role: 'opening',
          name: { ja: '別の名', en: 'X' },
          title: { ja: '部長', en: 'Chief' },
        }),
        ...body.speakers,
      ],
    });
    expect(changed.body).toMatchObject({
      version: 2,
      minutes: 45,
      speakers: [
        {
          ...{ delegateId: people[1], role: 'opening', name: { ja: '高橋 花', en: 'Hana Test B' } },
          ...{ title: { ja: '部長', en: 'Chief' }, organisation: { ja: '青葉市' } },
        },
        { delegateId: null, name: { ja: '来賓 一郎', en: '' } },
      ],
    });
    await world.database.write(nobody, (tx) =>
      tx
        .updateTable('delegate')
        .set({ titleJa: '局長' })
        .where('id', '=', people[1] as string)
        .execute(),
    );
    const { sessions } = (await staff.get<{ sessions: SessionView[] }>('/api/events/cop32/schedule')).body;
    expect(sessions[0]?.speakers[0]?.title).toEqual({ ja: '局長', en: 'Chief' });
  });

  test('takes nobody who is in no delegation to the event, and no unknown host', async () => {
    const [gone] = people as [string];
    await world.database.write(nobody, (tx) =>
      tx.updateTable('delegate').set({ removedAt: new Date() }).where('id', '=', gone).execute(),
    );
    const { body } = await add(staff);
    expect((await change(staff, body, { speakers: [speaker(gone)] })).body).toMatchObject({
      type: '/problems/not-in-delegation',
      delegateIds: [gone],
    });
    const host = await change(staff, body, { hostIds: [member.id, missing] });
    expect([host.status, host.body.errors]).toEqual([
      422,
      [{ pointer: '/hostIds/1', detail: '登録されている団体から選んでください' }],
    ]);
  });

  test('that has a time takes a new speaker only when they are free, or with a reason', async () => {
    const request = await aSpeakingRequest(world.database, event, member, people.slice(0, 1));
    await place(await make(request.id), await aRoom(world.database, event));
    const other = await place((await add(staff)).body, await aRoom(world.database, event));
    const busy = { speakers: [speaker(people[0] as string)] };
    expect((await change(staff, other, busy)).body).toMatchObject({ type: '/problems/clash', status: 409 });
    const byVideo = await change(staff, other, { speakers: [speaker(people[0] as string, { role: 'video' })] });
    expect(byVideo.status).toBe(200);
    expect((await change(staff, byVideo.body, busy)).status).toBe(409);
    const agreed = await change(staff, byVideo.body, { ...busy, override: '開会だけ出るため' });
    expect(agreed.status).toBe(200);
    // Whoever was let in stays in when something else is corrected.
    expect((await change(staff, agreed.body, { ...busy, minutes: 40 })).status).toBe(200);
  });

  test('without anybody is not what the request asked for', async () => {
    const request = await aSpeakingRequest(world.database, event, member, people.slice(0, 1));
    const placed = await place(await make(request.id), await aRoom(world.database, event));
    const stateNow = async () => {
      const query = (
        await world.database.read(nobody, (db) => db.selectFrom('request').select(['state', 'stage']).execute())
      )[0];
      return [query?.state, query?.stage];
    };
    expect(await stateNow()).toEqual(['fulfilled', 'placed']);
    const empty = await change(staff, placed, { hostIds: [], speakers: [] });
    expect(await stateNow()).toEqual(['approved', 'placed']);
    await change(staff, empty.body, { speakers: [speaker(people[1] as string)] });
    expect(await stateNow()).toEqual(['fulfilled', 'placed']);
  });

  test('is changed by coordinators only, and not when stale, cancelled or absent', async () => {
    const { body } = await add(staff);
    for (const [role, status] of [
      ['member_manager', 403],
      ['staff_triager', 403],
      ['staff_admin', 403],
    ] as const) {
      const client = await world.as({ role, memberId: member.id });
      expect([(await add(client)).status, (await change(client, body)).status]).toEqual([status, status]);
    }
    expect([(await add(world.public)).status, (await change(world.public, body)).status]).toEqual([401, 401]);
    expect((await change(staff, { id: missing, version: 1 })).status).toBe(404);
    expect((await staff.post('/api/events/cop99/sessions', input())).status).toBe(404);
    expect((await change(staff, { ...body, version: 5 })).body).toMatchObject({ status: 412, current: { version: 1 } });
    const cancel = (version: number) =>
      staff.post<Body>(`/api/sessions/${body.id}/cancellation`, { reason: '都合' }, ifMatch(version));
    expect((await cancel(9)).status).toBe(412);
    expect((await cancel(1)).status).toBe(200);
    expect([(await cancel(2)).status, (await change(staff, { ...body, version: 2 })).status]).toEqual([409, 409]);
    expect((await staff.del(`/api/sessions/${missing}/slot`, ifMatch(1))).status).toBe(404);
    expect((await staff.del(`/api/sessions/${body.id}/slot`, ifMatch(1))).status).toBe(412);
  });
});

describe('the session of a request', () => {
  test('is made once, of an approved request to speak', async () => {
    const request = await aSpeakingRequest(world.database, event, member, people.slice(0, 1));
    const early = await aSpeakingRequest(world.database, event, member, [], { state: 'in_triage' });
    const post = (client: Client, id: string) => client.post<Body>(`/api/requests/${id}/session`);
    expect((await post(staff, early.id)).body.detail).toBe('承認した登壇の申請からだけ企画を作れます');
    expect((await post(staff, missing)).status).toBe(404);
    expect((await post(world.public, request.id)).status).toBe(401);
    expect((await post(await world.as({ role: 'member_manager', memberId: member.id }), request.id)).status).toBe(403);
    const both = await Promise.all([post(staff, request.id), post(staff, request.id)]);
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });

  test('is read by its municipality and the desk, with the room’s name', async () => {
    const request = await aSpeakingRequest(world.database, event, member, people.slice(0, 1));
    const path = `/api/requests/${request.id}/session`;
    const own = await world.as({ role: 'member_viewer', memberId: member.id });
    expect((await own.get(path)).body).toEqual({ session: null, room: null });
    const placed = await place(await make(request.id), await aRoom(world.database, event, { name: '対話コーナー' }));
    expect((await own.get(path)).body).toEqual({
      session: placed,
      room: { name: '対話コーナー', nameEn: 'Main stage', timeZone: 'Africa/Addis_Ababa' },
    });
    const other = await world.as({ role: 'member_manager', memberId: (await aMember(world.database, '緑市')).id });
    expect([(await other.get(path)).status, (await world.public.get(path)).status]).toEqual([404, 401]);
  });
});
