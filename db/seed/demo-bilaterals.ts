import { addDays } from '#shared/time.ts';
import { addWorkingDays } from '#shared/working-days.ts';
import { MEETINGS, type Meet } from './demo-bilateral-texts.ts';
import type { Voice } from './demo-cities.ts';
import type { Person } from './demo-delegations.ts';
import { atVenue, type EventParts } from './demo-event.ts';
import { jst, type Making, memberOf, must } from './demo-making.ts';
import type { Ask, Beat } from './demo-play.ts';
import { begun, type Telling, timed, until } from './demo-requests.ts';

const NEXT = {
  approaching: '先方の国際部門からの返事を待つ',
  negotiating: '先方から候補の時間を受け取る',
  agreed: '会議室を決める',
  cancelled: '別の都市に打診する',
} as const;
const ANNOUNCE = '日時と場所が決まりました。詳しくは画面の会談の欄をご覧ください。';
const CALLED_OFF = '先方の日程が変わり、今回の会談は取りやめになりました。近い取り組みの都市に打診しています。';

/** The requests for meetings, and the meetings that are being arranged for them. */
export function makeBilaterals(
  making: Making,
  parts: EventParts,
  people: readonly Person[],
  voices: ReadonlyMap<string, Voice>,
): Ask[] {
  return MEETINGS.map((meet): Ask => {
    const member = memberOf(making, meet.member);
    const counterpart = must(making.organisations, meet.with);
    const beats = timed(making, storyOf(meet));
    const id = making.id(beats[0]?.at ?? jst('2027-07-12', '10:00'));
    const party = partyOf(meet, people);
    keepMeeting(making, parts, meet, { id, memberId: member.id, beats }, party, voices);
    const from = party[0]?.from ?? '2027-11-09';
    const day = meet.at?.[0] ?? (from > '2027-11-14' ? '2027-11-16' : '2027-11-11');
    return {
      ...{ id, event: must(making.events, 'cop32'), member, kind: 'bilateral', beats },
      details: {
        counterpartKind: counterpart.ja === '国連ハビタット' ? 'un_body' : 'city',
        ...{
          counterpartName: counterpart.ja,
          counterpartNameEn: counterpart.en,
          counterpartCountry: counterpart.countryJa,
        },
        ...{ personWanted: voices.get(meet.with)?.titleJa ?? '', levelWanted: meet.head ? 'head' : 'director' },
        ...{ inContact: Boolean(meet.signing), topics: meet.topics, purpose: meet.purpose },
        people: party.map((person) => person.id),
        ...{ ourLevel: meet.head ? 'head' : 'director', interpreter: 'ja_en', minutes: meet.minutes ?? 30 },
        windows:
          meet.end === 'draft'
            ? []
            : [
                { day, from: '10:00', to: '12:00' },
                { day: addDays(day, 1), from: '13:30', to: '16:00' },
              ],
        ...{ photo: true, signing: Boolean(meet.signing) },
      },
    };
  });
}

/** Whoever of the municipality is there that day: the head when a head meets, and one more. */
function partyOf(meet: Meet, people: readonly Person[]): Person[] {
  const own = people.filter((one) => one.member.ja === meet.member);
  const day = meet.at?.[0];
  const there = own.filter(
    (one) => one.holding !== 'none' && one.group !== 'green' && (!day || (one.from <= day && day <= one.to)),
  );
  const able = (there.length > 0 ? there : own).filter((one) => meet.head || one.level !== 'head');
  return able.slice(0, 2);
}

function storyOf(meet: Meet): Telling[] {
  const { end, sent, owner } = meet;
  if (end === 'draft') return [{ do: 'create', on: sent }];
  const start = begun(sent, owner, meet.member === '富山市' ? addWorkingDays(sent, 3) : addWorkingDays(sent, 1));
  const decide = addWorkingDays(sent, 6);
  switch (end) {
    case 'submitted':
    case 'in_triage':
      return start;
    case 'needs_info':
      return [
        ...start,
        { do: 'ask', on: addWorkingDays(sent, 4), text: meet.words ?? '', due: until(meet.due ?? sent) },
      ];
    case 'declined':
      return [...start, { do: 'decline', on: decide, text: meet.words ?? '' }];
    case 'withdrawn':
      return [...start, { do: 'withdraw', on: decide, text: meet.words ?? '' }];
    default:
      return [...start, { do: 'approve', on: decide, by: 'staff@desk' }, ...arranging(meet, decide)];
  }
}

function arranging(meet: Meet, approved: string): Telling[] {
  const { end } = meet;
  const stage = (name: string, days: number): Telling => ({
    ...{ do: 'stage', on: addWorkingDays(approved, days), stage: name },
  });
  const next = (name: keyof typeof NEXT, turn: 'counterpart' | 'desk', days: number): Telling => ({
    ...{ do: 'next_step', on: addWorkingDays(approved, days), turn, nextStep: NEXT[name] },
    due: until(meet.due ?? '2027-10-13'),
  });
  switch (end) {
    case 'approaching':
      return [stage('approaching', 1), next('approaching', 'counterpart', 1)];
    case 'negotiating':
      if (meet.words) {
        const ask: Telling = { do: 'ask', on: '2027-09-21', time: '15:20', text: meet.words };
        const nextStep = '出席できる時間を選ぶ';
        return [stage('approaching', 1), stage('negotiating', 8), { ...ask, nextStep, due: until(meet.due ?? '') }];
      }
      return [stage('approaching', 1), stage('negotiating', 6), next('negotiating', 'counterpart', 6)];
    case 'agreed':
      return [stage('approaching', 1), stage('negotiating', 5), stage('agreed', 12), next('agreed', 'desk', 12)];
    case 'cancelled':
      return [
        ...[stage('approaching', 1), stage('negotiating', 6)],
        { do: 'message', on: '2027-09-16', time: '11:10', by: 'naka@desk', text: CALLED_OFF },
        { do: 'stage', on: '2027-09-16', time: '11:15', stage: 'approaching' },
        { ...next('cancelled', 'desk', 20), on: '2027-09-16', time: '11:20' },
      ];
    default:
      return [
        ...[stage('approaching', 1), stage('negotiating', 6)],
        { do: 'fulfil', on: addWorkingDays(approved, 14), stage: 'placed' },
        { do: 'message', on: addWorkingDays(approved, 14), text: ANNOUNCE, by: 'naka@desk' },
      ];
  }
}

function keepMeeting(
  { add, id, events, organisations, accounts }: Making & Parameters<typeof atVenue>[0],
  parts: EventParts,
  meet: Meet,
  request: { id: string; memberId: string; beats: readonly Beat[] },
  party: readonly Person[],
  voices: ReadonlyMap<string, Voice>,
): void {
  const opened = request.beats.find((beat) => beat.do === 'stage')?.at;
  if (!opened) return;
  const state = meet.end as 'approaching' | 'negotiating' | 'agreed' | 'placed' | 'cancelled';
  const eventId = must(events, 'cop32').id;
  const base = { eventId, memberId: request.memberId, requestId: request.id };
  const open = (counterpart: string, as: typeof state, at: Date) => {
    const starts = meet.at && atVenue({ events }, meet.at[0], meet.at[1]);
    const during = starts && rangeOf(starts, meet.minutes ?? 30);
    const meeting = id(at);
    add('meeting', {
      ...{ id: meeting, ...base, counterpartId: must(organisations, counterpart).id, state: as },
      ...{ counterpartPerson: voices.get(counterpart)?.name ?? '', mode: 'in_person', placeJa: '', placeEn: '' },
      ...{ during: during ?? null, language: '日英 逐次通訳', version: 1, createdAt: at },
    });
    party.forEach((person, position) => {
      add('meetingDelegate', { meetingId: meeting, memberId: request.memberId, delegateId: person.id, position });
    });
    if (during && meet.at?.[2]) {
      const roomId = must(parts.rooms, meet.at[2]).id;
      add('roomHold', { id: id(at), eventId, roomId, during, sessionId: null, meetingId: meeting });
    }
    const actor = must(accounts, meet.owner ?? 'naka@desk');
    add('history', {
      ...{ id: id(at), at, actorId: actor.id, actorRole: actor.role, ...base, subject: 'meeting' },
      ...{ subjectId: meeting, action: 'open', toState: as },
      details: {},
    });
  };
  open(meet.with, state, opened);
  if (state === 'cancelled') open('マルメ市', 'approaching', request.beats.at(-1)?.at ?? opened);
}

function rangeOf(starts: Date, minutes: number): string {
  return `[${starts.toISOString()},${new Date(starts.getTime() + minutes * 60_000).toISOString()})`;
}
