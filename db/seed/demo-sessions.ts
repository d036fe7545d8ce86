import { addWorkingDays } from '#shared/working-days.ts';
import type { Voice } from './demo-cities.ts';
import type { Person } from './demo-delegations.ts';
import { atVenue, type EventParts } from './demo-event.ts';
import { jst, type Making, memberOf, must } from './demo-making.ts';
import type { Ask } from './demo-play.ts';
import { draftProgramme, type Placed } from './demo-programme.ts';
import { ADDED_SINCE, hostRole, LACKS_ABSTRACT, type Session } from './demo-session-shape.ts';
import { chooseSpeakers, type Speaker } from './demo-speakers.ts';
import { askFor, asksForIt } from './demo-speaking.ts';

const FORMATS = [
  ['実習', 'workshop'],
  ['対話', 'dialogue'],
  ['レセプション', 'reception'],
  ['見どころ', 'briefing'],
  ['まとめ', 'briefing'],
  ['約束', 'signing'],
  ['開会', 'keynote'],
  ['閉会', 'keynote'],
] as const;
/** The programme’s sessions with rooms, hosts and speakers, and the requests that they fulfil. */
export function makeSessions(
  making: Making,
  parts: EventParts,
  people: readonly Person[],
  voices: ReadonlyMap<string, Voice>,
): { sessions: Session[]; asks: Ask[] } {
  const speakersOf = chooseSpeakers(making, people, voices);
  const asks: Ask[] = [];
  const sessions = draftProgramme().map((placed, order): Session => {
    const session = sessionOf(making, placed, speakersOf(placed, order), order);
    const ask = asksForIt(session) ? askFor(making, session, order) : null;
    if (ask) asks.push(ask);
    keep(making, parts, session, ask);
    return session;
  });
  return { sessions, asks };
}

function sessionOf(making: Making, placed: Placed, speakers: Speaker[], order: number): Session {
  const { text, slot } = placed;
  const format = FORMATS.find(([word]) => text.ja.includes(word))?.[1] ?? 'panel';
  const simultaneous = slot?.room === 'main' || slot?.room === 'japan';
  const plain = text.theme === 'pavilion' || text.minutes < 45;
  const interpretation = text.ja.startsWith(LACKS_ABSTRACT)
    ? 'consecutive'
    : simultaneous && !plain
      ? 'simultaneous'
      : 'none';
  const startsAt = slot && atVenue(making, slot.day, slot.time);
  const placedAt = text.ja.startsWith(ADDED_SINCE)
    ? jst('2027-09-22', '14:32')
    : jst(addWorkingDays('2027-08-26', order % 18), `${10 + (order % 7)}:${15 + (order % 40)}`);
  return {
    ...placed,
    ...{ id: making.id(placedAt), format, interpretation, speakers, startsAt, placedAt },
    language: interpretation === 'none' ? 'en' : 'ja_en',
    endsAt: startsAt && new Date(startsAt.getTime() + text.minutes * 60_000),
    abstractEn: text.ja.startsWith(LACKS_ABSTRACT) ? '' : text.aboutEn,
  };
}

function keep(making: Making, parts: EventParts, session: Session, ask: Ask | null): void {
  const { add, id, organisations, events, accounts } = making;
  const { text, slot, startsAt, endsAt, placedAt } = session;
  const eventId = must(events, 'cop32').id;
  const first = must(organisations, text.hosts[0] ?? '');
  const memberId = first.isMember ? memberOf(making, first.ja).id : null;
  const base = { eventId, memberId, requestId: ask?.id ?? null };
  const createdAt = new Date(placedAt.getTime() - 40 * 60_000);
  add('programmeSession', {
    ...{ id: session.id, ...base, titleJa: text.ja, titleEn: text.en, abstractJa: text.aboutJa },
    ...{ abstractEn: session.abstractEn, theme: text.theme, format: session.format, language: session.language },
    ...{ interpretation: session.interpretation, minutes: text.minutes, state: 'planned', version: 1, createdAt },
  });
  text.hosts.forEach((host, position) => {
    add('sessionHost', {
      sessionId: session.id,
      organisationId: must(organisations, host).id,
      position,
      role: hostRole(position),
    });
  });
  session.speakers.forEach((speaker, position) => {
    add('sessionSpeaker', { sessionId: session.id, position, isPublic: true, ...speakerRow(speaker) });
  });
  const staff = must(accounts, 'staff@desk');
  const record = (at: Date, action: string, details: Record<string, string>) =>
    add('history', {
      ...{ id: id(at), at, actorId: staff.id, actorRole: staff.role, ...base, subject: 'programme_session' },
      ...{ subjectId: session.id, action, details },
    });
  record(createdAt, 'add', {});
  if (!slot || !startsAt || !endsAt) return;
  const roomId = must(parts.rooms, slot.room).id;
  const during = `[${startsAt.toISOString()},${endsAt.toISOString()})`;
  add('roomHold', { id: id(placedAt), eventId, roomId, during, sessionId: session.id, meetingId: null });
  record(placedAt, 'place', { roomId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });
}

/** A delegate’s name, title and municipality are their own: only what differs is written beside them. */
function speakerRow({ person, role, ...words }: Speaker) {
  const empty = { nameJa: '', nameEn: '', titleJa: '', titleEn: '', organisationJa: '', organisationEn: '' };
  return { delegateId: person?.id ?? null, role, ...(person ? empty : words) };
}
