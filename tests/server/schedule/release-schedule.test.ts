import { beforeEach, describe, expect, test } from 'vitest';
import { latestRelease, releasedAll, releasedDay, releasedSession } from '#db/queries/public-schedule.ts';
import { scheduleRoutes } from '#server/schedule/routes.ts';
import { type DraftView, PublicSession, type ReleaseView, type SessionView } from '#shared/schedule/contract.ts';
import { type AMember, type AnEvent, aMember, anEvent, someDelegates } from '#tests/support/builders/passes.ts';
import { aRoom, aSpeakingRequest, atVenue } from '#tests/support/builders/schedule.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: scheduleRoutes });
let event: AnEvent;
let member: AMember;
let staff: Client;
let room: string;
let people: string[];

beforeEach(async () => {
  world.now = new Date('2027-10-20T00:00:00Z');
  event = await anEvent(world.database);
  member = await aMember(world.database);
  staff = await world.as({ role: 'staff_coordinator', name: '森 千尋' });
  room = await aRoom(world.database, event);
  people = await someDelegates(world.database, event, member, ['石黒', '高橋']);
});

const placed = async (
  title: string,
  time: string,
  of: AMember = member,
  speakers: string[] = [],
): Promise<SessionView> => {
  const request = await aSpeakingRequest(world.database, event, of, speakers, { title });
  const session = (await staff.post<SessionView>(`/api/requests/${request.id}/session`)).body;
  return (await place(session, time)).body;
};
const place = (session: SessionView, time: string) =>
  staff.put<SessionView>(
    `/api/sessions/${session.id}/slot`,
    { roomId: room, startsAt: atVenue(11, time), minutes: 45 },
    ifMatch(session.version),
  );
const release = (client: Client = staff) =>
  client.post<ReleaseView & Record<string, unknown>>('/api/events/cop32/releases', { comment: { ja: '初回', en: '' } });
const draft = async () => (await staff.get<DraftView>('/api/events/cop32/schedule')).body;
const shown = () =>
  world.database.read(nobody, async (db) => {
    const latest = await latestRelease(db, 'cop32');
    return latest ? releasedAll(db, latest.release.id) : null;
  });
const told = async () =>
  (
    await world.database.read(nobody, (db) =>
      db
        .selectFrom('outbox')
        .select(['accountId', 'params'])
        .where('template', '=', 'schedule.released')
        .orderBy('id')
        .execute(),
    )
  ).map((row) => row.accountId);

describe('a release', () => {
  test('is a numbered copy of what is placed; the draft then changes nothing until the next', async () => {
    const session = await placed('首長対話', '10:00', member, people.slice(0, 1));
    await staff.post(
      `/api/requests/${(await aSpeakingRequest(world.database, event, member, [], { title: '未配置' })).id}/session`,
    );
    expect([(await draft()).changed, (await draft()).latestRelease]).toEqual([1, null]);

    const first = await release();
    expect([first.status, first.body]).toEqual([
      201,
      {
        number: 1,
        comment: { ja: '初回', en: '' },
        releasedAt: world.now.toISOString(),
        releasedBy: '森 千尋',
        sessions: 1,
      },
    ]);
    expect((await release()).body).toMatchObject({ type: '/problems/nothing-to-release', status: 409 });
    expect([(await draft()).changed, (await draft()).latestRelease?.number]).toEqual([0, 1]);

    await place(session, '14:00');
    expect((await draft()).changed).toBe(1);
    expect((await shown())?.map((one) => one.startsAt)).toEqual([atVenue(11, '10:00')]);
    expect((await release()).body.number).toBe(2);
    expect((await shown())?.map((one) => one.startsAt)).toEqual([atVenue(11, '14:00')]);
    const listed = await staff.get<{ items: ReleaseView[] }>('/api/events/cop32/releases');
    expect(listed.body.items.map((one) => one.number)).toEqual([2, 1]);
  });

  test('shows public speakers by their names and nothing that is the office’s', async () => {
    const session = await placed('首長対話', '10:00', member, people);
    const { speakers, hosts, title, abstract, theme, format, language, interpretation, minutes, version } = session;
    const input = { title, abstract, theme, format, language, interpretation, minutes };
    const hidden = speakers.map((one, at) => ({ ...one, isPublic: at === 0 }));
    const body = { ...input, hostIds: hosts.map((host) => host.id), speakers: hidden };
    await staff.put(`/api/sessions/${session.id}`, body, ifMatch(version));
    await release();

    const [one] = (await shown()) ?? [];
    expect(PublicSession.parse(one)).toEqual(one);
    expect(one).toMatchObject({
      ...{
        id: session.id,
        day: '2027-11-11',
        state: 'planned',
        room: { id: room, name: { ja: 'メインステージ' }, area: 'E' },
      },
      hosts: [{ id: member.id, isMember: true }],
      speakers: [
        {
          name: { ja: '石黒 花', en: 'Hana Test A' },
          title: { ja: '部長', en: 'Director' },
          organisation: { ja: '青葉市' },
          role: 'panel',
        },
      ],
    });
    expect(JSON.stringify(one)).not.toMatch(/高橋|requestId|memberId|delegateId|wishes|version/);
  });

  test('keeps a cancelled session, marked so, and drops what was taken off', async () => {
    const [stays, goes] = [await placed('残る', '10:00'), await placed('外す', '12:00')];
    await release();
    await staff.post(`/api/sessions/${stays.id}/cancellation`, { reason: '大雨' }, ifMatch(stays.version));
    await staff.del(`/api/sessions/${goes.id}/slot`, ifMatch(goes.version));
    expect((await draft()).changed).toBe(2);
    expect((await release()).body).toMatchObject({ number: 2, sessions: 1 });
    expect((await shown())?.map((one) => [one.id, one.state])).toEqual([[stays.id, 'cancelled']]);
    expect((await draft()).changed).toBe(0);
  });

  test('tells the municipalities whose sessions are new or have changed, and no others', async () => {
    const other = await aMember(world.database, '緑市');
    const own = await world.as({ role: 'member_manager', memberId: member.id });
    const theirs = await world.as({ role: 'member_editor', memberId: other.id });
    await world.as({ role: 'member_viewer', memberId: member.id });
    const session = await placed('対話', '10:00');
    await placed('実習', '12:00', other);
    await release();
    expect((await told()).sort()).toEqual([own.actor.accountId, theirs.actor.accountId].sort());
    await place(session, '15:00');
    await release();
    expect((await told()).slice(2)).toEqual([own.actor.accountId]);
  });

  test('counts only the sessions it touches; one taken off and put back goes on counting', async () => {
    const [moves, stays] = [await placed('動く', '10:00'), await placed('動かない', '12:00')];
    const stamps = async () =>
      (await shown())?.map(({ id, revision, changedAt }) => [id, revision, changedAt?.slice(0, 10)]);
    await release();
    const first = [
      [moves.id, 1, '2027-10-20'],
      [stays.id, 1, '2027-10-20'],
    ];
    expect(await stamps()).toEqual(first);

    world.now = new Date('2027-10-21T00:00:00Z');
    const moved = (await place(moves, '11:00')).body;
    await release();
    expect(await stamps()).toEqual([[moves.id, 2, '2027-10-21'], first[1]]);

    const off = await staff.del<SessionView>(`/api/sessions/${moves.id}/slot`, ifMatch(moved.version));
    await release();
    expect(await stamps()).toEqual([first[1]]);
    world.now = new Date('2027-10-22T00:00:00Z');
    await place(off.body, '10:00');
    await release();
    expect(await stamps()).toEqual([[moves.id, 3, '2027-10-22'], first[1]]);
  });

  test('two colleagues release at once: one number each, or nothing left to release', async () => {
    await placed('対話', '10:00');
    const answers = await Promise.all([release(), release(), release()]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
  });

  test('is made by coordinators and administrators', async () => {
    await placed('対話', '10:00');
    const statuses: number[] = [(await release(world.public)).status];
    for (const role of ['member_manager', 'staff_triager', 'registrar', 'auditor'] as const) {
      statuses.push((await release(await world.as({ role, memberId: member.id }))).status);
    }
    expect(statuses).toEqual([401, 403, 403, 403, 403]);
    expect((await staff.post('/api/events/cop99/releases', { comment: { ja: '', en: '' } })).status).toBe(404);
    expect((await release(await world.as({ role: 'staff_admin' }))).status).toBe(201);
  });
});

describe('the draft', () => {
  test('is read by the desk and the administrator, at the same cost for one session and for three', async () => {
    const counts: number[] = [];
    for (const time of ['10:00', '12:00', '14:00']) {
      await placed('対話', time);
      world.queries.length = 0;
      await draft();
      counts.push(world.queries.length);
    }
    expect(counts).toEqual(Array(3).fill(counts[0]));
    const { days, rooms, sessions } = await draft();
    expect([days.length, days[0], rooms.map((one) => one.id), sessions.length]).toEqual([
      12,
      { day: '2027-11-08', theme: { ja: '', en: '' }, rest: false },
      [room],
      3,
    ]);
    for (const path of ['/api/events/cop32/schedule', '/api/events/cop32/releases']) {
      expect((await world.public.get(path)).status).toBe(401);
      expect((await (await world.as({ role: 'member_manager' })).get(path)).status).toBe(403);
      expect((await (await world.as({ role: 'staff_admin' })).get(path)).status).toBe(200);
      expect((await staff.get(path.replace('cop32', 'cop99'))).status).toBe(404);
    }
  });
});

describe('what the public reads', () => {
  test('is nothing before the first release, then one day, one session, or all of it', async () => {
    const session = await placed('対話', '10:00');
    expect(await shown()).toBeNull();
    await release();
    await placed('未公開', '12:00');
    await world.database.read(nobody, async (db) => {
      const latest = await latestRelease(db, 'cop32');
      expect([latest?.event.slug, latest?.release.number, latest?.days]).toEqual([
        'cop32',
        1,
        [{ day: '2027-11-11', themeJa: '', themeEn: '', rest: false, sessions: 1 }],
      ]);
      const id = latest?.release.id as string;
      expect((await releasedDay(db, id, '2027-11-11')).map((one) => one.title.ja)).toEqual(['対話']);
      expect(await releasedDay(db, id, '2027-11-12')).toEqual([]);
      expect((await releasedSession(db, id, session.id))?.id).toBe(session.id);
      expect(await releasedSession(db, id, room)).toBeNull();
      expect(await latestRelease(db, 'cop99')).toBeNull();
    });
  });

  test('cannot be changed by anybody', async () => {
    await placed('対話', '10:00');
    await release();
    const edit = world.database.write(nobody, (tx) =>
      tx.updateTable('releasedSession').set({ day: '2027-11-12' }).execute(),
    );
    await expect(edit).rejects.toThrow('a release does not change');
  });
});
