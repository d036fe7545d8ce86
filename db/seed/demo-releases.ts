import type { OrganisationId, ProgrammeSessionId, RoomId } from '#shared/ids.ts';
import type { PublicSession } from '#shared/schedule/contract.ts';
import { instantOf } from '#shared/time-zone.ts';
import type { EventParts } from './demo-event.ts';
import { jst, type Making, must } from './demo-making.ts';
import { hostRole, type Session } from './demo-session-shape.ts';

/** When each release was made, and what was said about it. */
const RELEASES = [
  ['2027-09-01', '11:00', '最初のプログラムを公開しました', 'The first programme is public'],
  ['2027-09-03', '16:30', '第2週の企画を加えました', 'Sessions of the second week added'],
  ['2027-09-07', '15:00', '首長の企画の日時を加えました', 'Leaders’ sessions added'],
  ['2027-09-10', '17:20', '対話コーナーの時刻を見直しました', 'Times in the Dialogue Corner revised'],
  ['2027-09-14', '14:10', 'ジャパン・パビリオンの企画を加えました', 'Sessions in the Japan Pavilion added'],
  ['2027-09-16', '16:45', '若者の企画を加えました', 'Youth sessions added'],
  ['2027-09-21', '18:00', '通訳の情報を加えました', 'Interpretation added'],
] as const;

/** How sessions looked in the releases before some number: moved or renamed since. */
const EARLIER = [
  { title: '震災の経験', before: 8, time: '12:15' },
  { title: '公共調達で', before: 8, time: '16:30', room: 'workshop' },
  { title: 'グリーンボンドを', before: 8, ja: 'グリーンボンドの発行を続ける', en: 'Continuing to issue green bonds' },
  { title: '雪の少ない', before: 7, ja: '雪の減る冬に向き合う', en: 'Facing winters that lose their snow' },
  { title: '島ごと', before: 4, time: '17:15' },
  { title: '鳥取の学生', before: 6, ja: '鳥取の学生が見たCOP', en: 'A COP seen by students from Tottori' },
] as const;

/** Seven releases of the programme; the draft has four changes since the last one. */
export function makeReleases(making: Making, parts: EventParts, sessions: readonly Session[]): void {
  const { add, id, events, accounts } = making;
  const eventId = must(events, 'cop32').id;
  const staff = must(accounts, 'staff@desk');
  RELEASES.forEach(([day, time, commentJa, commentEn], index) => {
    const number = index + 1;
    const releasedAt = jst(day, time);
    const releaseId = id(releasedAt);
    add('release', { id: releaseId, eventId, number, commentJa, commentEn, releasedAt, releasedBy: staff.id });
    const shown = sessions
      .filter((session) => session.placedAt < releasedAt)
      .flatMap((session) => shownIn(making, parts, session, number) ?? []);
    for (const content of shown) {
      const { day: on, startsAt, endsAt } = content;
      add('releasedSession', {
        releaseId,
        sessionId: content.id,
        day: on,
        roomId: content.room.id,
        startsAt,
        endsAt,
        content,
      });
    }
    add('history', {
      ...{ id: id(releasedAt), at: releasedAt, actorId: staff.id, actorRole: staff.role, eventId },
      ...{ subject: 'release', subjectId: releaseId, action: 'release' },
      details: { number, sessions: shown.length },
    });
  });
}

function shownIn(making: Making, parts: EventParts, session: Session, number: number): PublicSession | null {
  const { organisations, events } = making;
  const { text, slot, startsAt, endsAt } = session;
  if (!slot || !startsAt || !endsAt) return null;
  const earlier = EARLIER.find((one) => text.ja.startsWith(one.title) && number < one.before);
  const place = must(parts.rooms, earlier && 'room' in earlier ? earlier.room : slot.room);
  const { timeZone } = must(events, 'cop32');
  const starts = earlier && 'time' in earlier ? instantOf(slot.day, earlier.time, timeZone) : startsAt;
  const ends = new Date(starts.getTime() + endsAt.getTime() - startsAt.getTime());
  const title = earlier && 'ja' in earlier ? { ja: earlier.ja, en: earlier.en } : { ja: text.ja, en: text.en };
  const { slug, area, capacity, position } = place;
  return {
    id: session.id as ProgrammeSessionId,
    day: slot.day,
    room: {
      id: place.id as RoomId,
      slug,
      name: { ja: place.nameJa, en: place.nameEn },
      area,
      capacity,
      position,
      timeZone,
    },
    startsAt: starts.toISOString(),
    endsAt: ends.toISOString(),
    title,
    abstract: { ja: text.aboutJa, en: session.abstractEn },
    theme: text.theme as PublicSession['theme'],
    format: session.format,
    language: session.language,
    interpretation: session.interpretation,
    state: 'planned',
    hosts: text.hosts.map((host, position) => {
      const { id, ja, en, isMember } = must(organisations, host);
      return { id: id as OrganisationId, name: { ja, en }, isMember, role: hostRole(position) };
    }),
    speakers: session.speakers.map((speaker) => ({
      name: { ja: speaker.nameJa, en: speaker.nameEn },
      title: { ja: speaker.titleJa, en: speaker.titleEn },
      organisation: { ja: speaker.organisationJa, en: speaker.organisationEn },
      role: speaker.role,
    })),
    streamUrl: null,
    notices: { noPhoto: false, noRecording: false },
  };
}
