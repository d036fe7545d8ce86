import { addDays, type Day } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';
import { addWorkingDays } from '#shared/working-days.ts';
import { keepDelegation, type Person } from './demo-delegations.ts';
import { type EventFacts, jst, type Making, memberOf, must } from './demo-making.ts';
import { nameOf } from './demo-names.ts';
import { PAST_NEEDS } from './demo-needs.ts';
import { PAST_MEETINGS, PAST_SESSIONS, type PastMeeting, type PastSession, pastTexts } from './demo-past-texts.ts';
import type { Ask } from './demo-play.ts';
import { begun, decided, type Telling, timed } from './demo-requests.ts';

/** The names of those who went before begin here: some of them go again, most do not. */
const NAMES_FROM: Readonly<Record<string, number>> = { cop29: 300, cop30: 420 };

/** Closed COPs with what came of them: who had asked for how many passes and got how many, sessions and meetings. */
export function makePast(making: Making): Ask[] {
  return Object.entries(PAST_NEEDS).flatMap(([slug, needs]) => {
    const event = must(making.events, slug);
    const pool = keepPool(making, event);
    const room = keepRoom(making, event);
    let serial = NAMES_FROM[slug] ?? 300;
    let seats = 0;
    const people: Person[] = [];
    const asks = needs.flatMap(([ja, wished, got], index): Ask[] => {
      const member = memberOf(making, ja);
      const own = Array.from({ length: wished }, (_, at): Person => {
        const [level, titleJa, titleEn] =
          at === 0 && wished > 3
            ? (['head', member.headJa, member.headEn] as const)
            : (['officer', '環境政策課 主査', 'Senior Officer, Environmental Policy Division'] as const);
        const days = { from: addDays(event.startsOn, at % 3), to: addDays(event.startsOn, 4 + (at % 5)) };
        const id = making.id(jst(addDays(event.startsOn, -150), '10:00'));
        const holding = at < got ? ('confirmed' as const) : ('none' as const);
        serial += 1;
        return { ...nameOf(serial), id, member, level, titleJa, titleEn, group: 'week1', holding, ...days };
      });
      people.push(...own);
      keepDelegation(making, event, member, own, pastTexts.purpose, index);
      const ask = passAsk(making, event, own, got < wished, index);
      for (const person of own.filter((one) => one.holding === 'confirmed')) {
        seats += 1;
        keepPass(making, event, { pool, number: seats, requestId: ask.id }, person);
      }
      return [ask];
    });
    const sessions = PAST_SESSIONS.filter((one) => one.event === slug);
    const meetings = PAST_MEETINGS.filter((one) => one.event === slug);
    return [
      ...asks,
      ...sessions.map((one, index) => sessionAsk(making, event, room, one, people, index)),
      ...meetings.map((one) => meetingAsk(making, event, one, people)),
    ];
  });
}

function keepPool({ add, id }: Making, event: EventFacts): string {
  const pool = id(jst(addDays(event.startsOn, -200), '10:00'));
  const names = { nameJa: 'ブルーゾーン 全期間', nameEn: 'Blue Zone, all days' };
  const places = 60;
  add('passPool', {
    ...{
      id: pool,
      eventId: event.id,
      route: 'iclei_observer',
      zone: 'blue',
      ...names,
      places,
      position: 0,
      version: 1,
    },
    days: `[${event.startsOn},${event.endsOn}]`,
  });
  for (let number = 1; number <= places; number += 1) add('passPlace', { poolId: pool, number });
  return pool;
}

function keepRoom({ add, id }: Making, event: EventFacts): string {
  const at = jst(addDays(event.startsOn, -200), '10:00');
  const [venueId, room] = [id(at), id(at)];
  const own = { eventId: event.id, version: 1 };
  add('venue', {
    id: venueId,
    ...own,
    nameJa: 'ブルーゾーン',
    nameEn: 'Blue Zone',
    zone: 'blue',
    timeZone: event.timeZone,
  });
  const names = { nameJa: '自治体パビリオン', nameEn: 'Local Governments’ Pavilion', area: 'E-15', capacity: 60 };
  add('room', { id: room, ...own, venueId, slug: 'main', ...names, purpose: 'session', position: 0 });
  return room;
}

function passAsk(making: Making, event: EventFacts, own: readonly Person[], partly: boolean, index: number): Ask {
  const sent = addWorkingDays(addDays(event.startsOn, -138), index % 9);
  const stage = partly ? { stage: 'partly' } : {};
  const beats = timed(making, [
    ...begun(sent, 'registrar@desk'),
    decided('approve', addWorkingDays(addDays(event.startsOn, -75), index % 5)),
    { do: 'fulfil', on: addWorkingDays(addDays(event.startsOn, -62), index % 6), ...stage },
    { do: 'complete', on: addWorkingDays(event.endsOn, 3 + (index % 5)), by: 'staff@desk' },
  ]);
  return {
    ...{
      id: making.id(beats[0]?.at ?? jst(sent, '10:00')),
      event,
      member: (own[0] as Person).member,
      kind: 'pass',
      beats,
    },
    details: {
      zone: 'blue',
      people: own.map(({ id, from, to }) => ({ delegateId: id, from, to })),
      purpose: pastTexts.purpose,
    },
  };
}

function keepPass(
  { add, id }: Making,
  event: EventFacts,
  { pool, number, requestId }: { pool: string; number: number; requestId: string },
  person: Person,
): void {
  const at = jst(addWorkingDays(addDays(event.startsOn, -63), 1), '11:00');
  add('pass', {
    ...{ id: id(at), eventId: event.id, poolId: pool, placeNumber: number, memberId: person.member.id },
    ...{ delegateId: person.id, requestId, days: `[${person.from},${person.to}]`, state: 'confirmed' },
    ...{ official: 'collected', createdAt: at, version: 1 },
  });
}

/** From the first thought to the thanks afterwards. */
function wholeStory(event: EventFacts, index: number): Telling[] {
  return [
    ...begun(addWorkingDays(addDays(event.startsOn, -110), index), 'staff@desk'),
    { do: 'approve', on: addDays(event.startsOn, -60 + (index % 3)) },
    { do: 'fulfil', on: addDays(event.startsOn, -38 + (index % 3)), stage: 'placed' },
  ];
}

function sessionAsk(
  making: Making,
  event: EventFacts,
  roomId: string,
  one: PastSession,
  people: readonly Person[],
  index: number,
): Ask {
  const member = memberOf(making, one.member);
  const complete: Telling = { do: 'complete', on: addWorkingDays(event.endsOn, 4) };
  const beats = timed(making, [...wholeStory(event, index), complete]);
  const at = beats.at(-2)?.at ?? jst(event.startsOn, '10:00');
  const askId = making.id(at);
  const day: Day = addDays(event.startsOn, one.day);
  const speaker = people.find((person) => person.member.id === member.id && person.holding === 'confirmed');
  const starts = instantOf(day, one.time, event.timeZone);
  const session = making.id(at);
  const own = { eventId: event.id, memberId: member.id, requestId: askId };
  const words = {
    titleJa: one.ja,
    titleEn: one.en,
    abstractJa: one.aboutJa,
    abstractEn: one.aboutEn,
    theme: one.theme,
  };
  making.add('programmeSession', {
    ...{ id: session, ...own, ...words, format: 'panel', language: 'en', interpretation: 'none', minutes: 60 },
    ...{ state: 'planned', version: 1, createdAt: at },
  });
  making.add('sessionHost', { sessionId: session, organisationId: member.id, position: 0, role: 'host' });
  if (speaker) {
    const empty = { nameJa: '', nameEn: '', titleJa: '', titleEn: '', organisationJa: '', organisationEn: '' };
    making.add('sessionSpeaker', {
      ...{ sessionId: session, position: 0, delegateId: speaker.id, role: 'keynote', ...empty, isPublic: true },
    });
  }
  const during = `[${starts.toISOString()},${new Date(starts.getTime() + 3_600_000).toISOString()})`;
  making.add('roomHold', { id: making.id(at), eventId: event.id, roomId, during, sessionId: session, meetingId: null });
  const part = Number(one.time.slice(0, 2)) < 12 ? 'morning' : 'midday';
  return {
    ...{ id: askId, event, member, kind: 'speaking', beats },
    details: {
      ...{ role: 'host', ...words, minutes: 60, wishes: [{ day, part }], approval: 'approved' },
      speakers: [{ delegateId: speaker?.id ?? null, language: 'en', bioEn: '', photo: true }],
    },
  };
}

function meetingAsk(making: Making, event: EventFacts, one: PastMeeting, people: readonly Person[]): Ask {
  const member = memberOf(making, one.member);
  const counterpart = must(making.organisations, one.with);
  const day = addDays(event.startsOn, one.day);
  const after = addWorkingDays(event.endsOn, 2);
  const held: Telling = { do: 'stage', on: after, stage: 'held' };
  const beats = timed(making, [...wholeStory(event, 4), held, { do: 'complete', on: after }]);
  const at = beats.at(-3)?.at ?? jst(event.startsOn, '10:00');
  const askId = making.id(at);
  const party = people.filter((person) => person.member.id === member.id && person.holding === 'confirmed').slice(0, 2);
  const starts = instantOf(day, one.time, event.timeZone);
  const meeting = making.id(at);
  making.add('meeting', {
    ...{ id: meeting, eventId: event.id, memberId: member.id, requestId: askId, counterpartId: counterpart.id },
    ...{
      counterpartPerson: '',
      state: 'held',
      mode: 'in_person',
      placeJa: '先方のパビリオン',
      placeEn: 'Counterpart’s pavilion',
    },
    ...{ during: `[${starts.toISOString()},${new Date(starts.getTime() + 1_800_000).toISOString()})` },
    ...{ language: '日英 逐次通訳', version: 1, createdAt: at },
  });
  party.forEach((person, position) => {
    making.add('meetingDelegate', { meetingId: meeting, memberId: member.id, delegateId: person.id, position });
  });
  return {
    ...{ id: askId, event, member, kind: 'bilateral', beats },
    details: {
      ...{ counterpartKind: 'city', counterpartName: counterpart.ja, counterpartNameEn: counterpart.en },
      counterpartCountry: counterpart.countryJa,
      ...{ purpose: one.purpose, topics: one.topics, people: party.map((person) => person.id) },
      windows: [{ day, from: '10:00', to: '12:00' }],
    },
  };
}
