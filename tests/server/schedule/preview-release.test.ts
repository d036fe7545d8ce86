import { beforeEach, describe, expect, test } from 'vitest';
import { releaseRoutes } from '#server/schedule/release-routes.ts';
import { scheduleRoutes } from '#server/schedule/routes.ts';
import { MAILS } from '#shared/mails.ts';
import { mailText } from '#shared/notifications/mail.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import type { ReleasePreview } from '#shared/schedule/preview-contract.ts';
import { type AMember, type AnEvent, aMember, anEvent, someDelegates } from '#tests/support/builders/passes.ts';
import { aRoom, aSpeakingRequest, atVenue } from '#tests/support/builders/schedule.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: [...scheduleRoutes, ...releaseRoutes] });
let event: AnEvent;
let member: AMember;
let staff: Client;
let room: string;

beforeEach(async () => {
  world.now = new Date('2027-10-20T00:00:00Z');
  event = await anEvent(world.database);
  member = await aMember(world.database);
  staff = await world.as({ role: 'staff_coordinator', name: '森 千尋' });
  room = await aRoom(world.database, event);
});

const PREVIEW = '/api/events/cop32/releases/next';
const preview = async (client = staff) => (await client.get<ReleasePreview>(PREVIEW)).body;
const release = (seen?: string) =>
  staff.post<{ number: number; type: string; current: unknown }>('/api/events/cop32/releases', {
    comment: { ja: '', en: '' },
    ...(seen === undefined ? {} : { seen }),
  });
const placed = async (title: string, time: string, of = member, speakers: string[] = []): Promise<SessionView> => {
  const request = await aSpeakingRequest(world.database, event, of, speakers, { title });
  return place((await staff.post<SessionView>(`/api/requests/${request.id}/session`)).body, time);
};
const place = async (session: SessionView, time: string) =>
  (
    await staff.put<SessionView>(
      `/api/sessions/${session.id}/slot`,
      { roomId: room, startsAt: atVenue(11, time), minutes: 45 },
      ifMatch(session.version),
    )
  ).body;
const change = async (session: SessionView, part: { hostIds?: string[]; speakers?: unknown[] }) => {
  const { title, abstract, theme, format, language, interpretation, minutes, version, hosts, speakers } = session;
  const body = { title, abstract, theme, format, language, interpretation, minutes };
  const parts = { hostIds: hosts.map(({ id }) => id), speakers, ...part };
  return (await staff.put<SessionView>(`/api/sessions/${session.id}`, { ...body, ...parts }, ifMatch(version))).body;
};
/** The mails of the latest release, as they would be sent: to whom, in which language, saying what. */
const mails = async () => {
  const rows = await world.database.read(nobody, (db) =>
    db
      .selectFrom('outbox')
      .innerJoin('account', 'account.id', 'outbox.accountId')
      .select(['account.id', 'account.lang', 'outbox.params', 'outbox.memberId'])
      .where('template', '=', 'schedule.released')
      .orderBy('outbox.id')
      .execute(),
  );
  return rows.map(({ id, lang, params, memberId }) => {
    const template = MAILS['schedule.released'];
    if (!template) throw new Error('There is no such mail.');
    const words = mailText(template, params as Record<string, string>, lang as 'ja' | 'en', 'https://desk.example');
    return { id, lang, memberId, ...words };
  });
};

describe('the preview', () => {
  test('shows each change with what was and what is, who is told and in which words', async () => {
    await world.as({ role: 'member_manager', memberId: member.id, name: '青葉 太郎' });
    await world.as({ role: 'member_editor', memberId: member.id, name: 'Aoba Jane', lang: 'en' });
    await world.as({ role: 'member_viewer', memberId: member.id });
    const session = await placed('首長対話', '10:00');
    await placed('動かない', '16:00');
    await release();
    await place(session, '14:00');

    const shown = await preview();
    expect(shown).toMatchObject({
      ...{ number: 2, unchanged: 1, timeZone: 'Africa/Addis_Ababa' },
      changed: [
        {
          id: session.id,
          day: '2027-11-11',
          changes: [
            { kind: 'moved', from: { startsAt: atVenue(11, '10:00') }, to: { startsAt: atVenue(11, '14:00') } },
          ],
          ...{ memberIds: [member.id], untold: [], proofs: [] },
        },
      ],
      members: [
        {
          id: member.id,
          officers: [
            { name: '青葉 太郎', lang: 'ja' },
            { name: 'Aoba Jane', lang: 'en' },
          ],
        },
      ],
    });
    const [ja, en] = shown.members[0]?.mails ?? [];
    expect([ja?.subject, en?.subject]).toEqual([
      '【COPデスク】COP32 プログラム第2版：関係する企画1件の変更',
      '[COP Desk] COP32 programme, release 2: 1 of your sessions changed',
    ]);
    expect(ja?.body).toContain('・「首長対話」日時\n');
    expect(en?.body).toContain('- “Mayors in dialogue”: time\n');
    // Mails go out as they were previewed.
    await release(shown.fingerprint);
    const sent = (await mails()).filter(({ subject }) => /第2版|release 2/.test(subject));
    expect(sent.map(({ lang, subject }) => [lang, subject])).toEqual([
      ['ja', ja?.subject],
      ['en', en?.subject],
    ]);
    expect(sent[1]?.body.match(/https?:\S+/g)).toEqual([
      'https://desk.example/schedule/cop32/changes?release=2&lang=en',
    ]);
  });

  test('names those who must be told by other means', async () => {
    const session = await placed('首長対話', '10:00');
    const partner = await world.database.write(nobody, async (tx) => {
      const id = '01900000-0000-7000-8000-0000000000bb';
      const of = { id, kind: 'network' as const, nameJa: '国際団体', nameEn: 'Partner' };
      await tx.insertInto('organisation').values(of).execute();
      return id;
    });
    await change(session, { hostIds: [member.id, partner] });
    const shown = await preview();
    expect(shown.changed[0]?.untold).toEqual([{ ja: '国際団体', en: 'Partner' }]);
    expect(shown.members).toMatchObject([{ id: member.id, officers: [], mails: [] }]);
  });

  test('costs the same for one change and for three, and nothing is locked or written by it', async () => {
    const counts: number[] = [];
    for (const time of ['10:00', '12:00', '14:00']) {
      await placed('対話', time);
      world.queries.length = 0;
      await preview();
      counts.push(world.queries.length);
    }
    expect(counts).toEqual(Array(3).fill(counts[0]));
    expect(world.queries.join()).not.toMatch(/insert into|for update/i);
  });

  test('is for the desk and the administrator', async () => {
    expect((await world.public.get(PREVIEW)).status).toBe(401);
    for (const role of ['member_manager', 'auditor'] as const) {
      expect((await (await world.as({ role, memberId: member.id })).get(PREVIEW)).status).toBe(403);
    }
    expect((await (await world.as({ role: 'staff_admin' })).get(PREVIEW)).status).toBe(200);
    expect((await staff.get(PREVIEW.replace('cop32', 'cop99'))).status).toBe(404);
    expect((await staff.post('/api/events/cop32/releases', { comment: {}, seen: 1 })).status).toBe(422);
  });
});

describe('a release of what was seen', () => {
  test('is refused when the draft has changed since, and goes through with the new preview', async () => {
    const session = await placed('首長対話', '10:00');
    const { fingerprint } = await preview();
    expect((await preview()).fingerprint).toBe(fingerprint);
    await place(session, '11:00');
    const refused = await release(fingerprint);
    const fresh = await preview();
    expect([refused.status, refused.body.type, refused.body.current]).toEqual([
      ...[409, '/problems/draft-changed'],
      { number: 1, fingerprint: fresh.fingerprint },
    ]);
    expect(await mails()).toEqual([]);
    expect((await release(fresh.fingerprint)).status).toBe(201);
  });

  test('is refused when others would be told than was shown', async () => {
    const [person] = await someDelegates(world.database, event, member, ['石黒']);
    const session = await placed('首長対話', '10:00', member, [person as string]);
    const other = await aMember(world.database, '緑市');
    const [theirs] = await someDelegates(world.database, event, other, ['高橋']);
    const { fingerprint } = await preview();
    const hidden = {
      role: 'panel',
      name: { ja: '', en: '' },
      title: { ja: '', en: '' },
      organisation: { ja: '', en: '' },
    };
    await change(session, { speakers: [...session.speakers, { ...hidden, delegateId: theirs, isPublic: false }] });
    expect((await release(fingerprint)).body.type).toBe('/problems/draft-changed');
  });

  test('by two colleagues who saw the same is made once', async () => {
    await placed('首長対話', '10:00');
    const { fingerprint } = await preview();
    const answers = await Promise.all([release(fingerprint), release(fingerprint)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('the mails of a release', () => {
  test('reach who has left a session, and tell of what is cancelled or gone', async () => {
    const [left, stays] = [await aMember(world.database, '緑市'), member];
    const [theirs] = await someDelegates(world.database, event, left, ['高橋']);
    const officer = await world.as({ role: 'member_manager', memberId: left.id });
    const own = await world.as({ role: 'member_manager', memberId: stays.id });
    const part = {
      role: 'panel',
      name: { ja: '', en: '' },
      title: { ja: '', en: '' },
      organisation: { ja: '', en: '' },
    };
    let session = await placed('円卓', '10:00');
    session = await change(session, { speakers: [{ ...part, delegateId: theirs, isPublic: true }] });
    const [off, gone] = [await placed('中止の会', '12:00'), await placed('消える会', '13:00')];
    await release();
    expect((await mails()).map(({ id }) => id).sort()).toEqual([own.actor.accountId, officer.actor.accountId].sort());

    await change(session, { speakers: [] });
    await staff.post(`/api/sessions/${off.id}/cancellation`, { reason: '大雨' }, ifMatch(off.version));
    await staff.del(`/api/sessions/${gone.id}/slot`, ifMatch(gone.version));
    await release();
    const second = (await mails()).slice(2);
    const linesTo = (client: Client) =>
      second.filter(({ id }) => id === client.actor.accountId).map(({ body }) => body.match(/^・.*$/gm));
    expect(linesTo(officer)).toEqual([['・「円卓」登壇者']]);
    expect(linesTo(own)).toEqual([['・「円卓」登壇者', '・「中止の会」中止', '・「消える会」掲載の取りやめ']]);
    expect(second).toHaveLength(2);
    expect(second.every(({ memberId }) => memberId !== null)).toBe(true);
    // Nothing of a person: the name is on the page, not in the mail.
    expect(second.map(({ body }) => body).join()).not.toMatch(/高橋/);
  });
});

test('an administrator’s release keeps the speakers’ names', async () => {
  const [person] = await someDelegates(world.database, event, member, ['石黒']);
  const session = await placed('首長対話', '10:00', member, [person as string]);
  await release();
  await place(session, '11:00');
  const admin = await world.as({ role: 'staff_admin' });
  expect((await preview(admin)).changed.map(({ changes }) => changes.map(({ kind }) => kind))).toEqual([['moved']]);
  expect(await preview(admin)).toEqual(await preview());
});
