import type { SpeakingDetails } from '#shared/requests/kinds/speaking.ts';
import { dayOf, JAPAN } from '#shared/time.ts';
import { addWorkingDays } from '#shared/working-days.ts';
import type { Person } from './demo-delegations.ts';
import { jst, type Making, memberOf, must } from './demo-making.ts';
import type { Ask } from './demo-play.ts';
import { type Text, textOf } from './demo-programme.ts';
import { begun, decided, type Telling, timed, until } from './demo-requests.ts';
import { LACKS_ABSTRACT, type Session, wishesAround } from './demo-session-shape.ts';
import { OPEN_ASKS, speakingTexts } from './demo-speaking-texts.ts';

const OWNERS = ['staff@desk', 'tadokoro@desk', 'staff@desk', 'naka@desk'] as const;

/** Sessions of municipalities on the day everybody looks at first, and those that wait for a place, come from requests. */
export function asksForIt({ text, slot, speakers }: Session): boolean {
  return (
    text.theme !== 'pavilion' &&
    text.hosts[0] !== '環境省' &&
    speakers.length > 0 &&
    (slot === null || slot.day === '2027-11-11')
  );
}

/** The request that a session fulfils, and how it came to that. */
export function askFor(making: Making, session: Session, order: number): Ask {
  const { text } = session;
  const member = memberOf(making, text.hosts[0] ?? '');
  const owner = OWNERS[order % OWNERS.length] ?? OWNERS[0];
  const beats = timed(making, storyOf(session, order, owner));
  const own = session.speakers.flatMap(({ person }) => (person && person.member.id === member.id ? [person] : []));
  return {
    ...{ id: making.id(beats[0]?.at ?? session.placedAt), event: must(making.events, 'cop32'), member },
    ...{ kind: 'speaking', beats },
    details: {
      ...answers(text, own),
      abstractEn: session.abstractEn,
      format: session.format,
      interpretation: session.interpretation,
      wishes: wishesAround(session),
      approval: session.slot ? 'approved' : 'in_progress',
    },
  };
}

function storyOf({ text, slot, placedAt }: Session, order: number, owner: string): Telling[] {
  const placedOn = dayOf(placedAt, JAPAN);
  if (text.ja.startsWith(LACKS_ABSTRACT)) {
    const { abstract, thanks, note } = speakingTexts;
    return [
      ...begun('2027-08-05', 'staff@desk', '2027-08-18'),
      { do: 'approve', on: '2027-09-13' },
      { do: 'stage', on: '2027-09-17', stage: 'placed' },
      {
        do: 'ask',
        on: '2027-09-21',
        time: '10:12',
        text: abstract,
        nextStep: speakingTexts.abstractStep,
        due: until('2027-09-30'),
      },
      { do: 'message', on: '2027-09-22', time: '16:40', by: 'toyama@member', text: thanks },
      { do: 'note', on: '2027-09-22', time: '17:05', by: 'tadokoro@desk', text: note },
    ];
  }
  if (text.ja.startsWith('首長対話')) {
    return [
      ...begun('2027-07-12', 'staff@desk', '2027-07-20'),
      { do: 'approve', on: '2027-08-30' },
      { do: 'fulfil', on: '2027-09-10', stage: 'placed' },
    ];
  }
  if (slot === null) {
    const sent = addWorkingDays('2027-08-17', order % 10);
    return [...begun(sent, owner), decided('approve', addWorkingDays('2027-09-07', order % 7))];
  }
  const sent = addWorkingDays('2027-06-28', order % 20);
  const thanks: Telling = { do: 'message', on: placedOn, text: speakingTexts.placed[order % 3] ?? '' };
  return [
    ...begun(sent, owner),
    decided('approve', addWorkingDays('2027-08-09', order % 10)),
    { do: 'fulfil', on: placedOn, stage: 'placed' },
    ...(order % 2 === 0 ? [thanks] : []),
  ];
}

function answers(text: Text, own: readonly Person[]): Partial<SpeakingDetails> {
  const speakers = own.map((person, index) => ({
    delegateId: person.id as SpeakingDetails['speakers'][number]['delegateId'],
    language: index === 0 ? ('en' as const) : ('ja' as const),
    bioEn: '',
    photo: index === 0,
  }));
  return {
    ...{ role: 'host', titleJa: text.ja, titleEn: text.en, abstractJa: text.aboutJa, abstractEn: text.aboutEn },
    theme: text.theme as SpeakingDetails['theme'],
    minutes: text.minutes,
    speakers: speakers.length > 0 ? speakers : [{ delegateId: null, language: 'ja', bioEn: '', photo: false }],
    headSpeaks: own.some((person) => person.level === 'head'),
    ...{ mayPhotograph: true, mayStream: text.minutes >= 60, mayRecord: text.minutes >= 60 },
  };
}

/** Requests to speak that have no session: new ones, doubtful ones, and those that came to nothing. */
export function makeOpenSpeaking(making: Making, people: readonly Person[]): Ask[] {
  return OPEN_ASKS.map((one, order): Ask => {
    const member = memberOf(making, one.member);
    const beats = timed(making, openStory(one));
    const text = one.title ? textOf(one.title) : one;
    const own = people.filter((person) => person.member.id === member.id && person.holding !== 'none');
    const speakers = one.head ? own.filter((person) => person.level === 'head') : own.slice(order % 2, (order % 2) + 1);
    const words = { hosts: [member.ja], ja: text.ja ?? '', en: text.en ?? '', theme: text.theme ?? 'energy' };
    const details = answers(
      { ...words, aboutJa: text.aboutJa ?? '', aboutEn: text.aboutEn ?? '', minutes: text.minutes ?? 45 },
      speakers,
    );
    const wishes = wishesAround({ slot: { room: 'main', day: one.day, time: one.time }, text: textOf('開会') });
    const draft = one.end === 'draft' ? { wishes: [], speakers: [] } : { wishes };
    const id = making.id(beats[0]?.at ?? jst('2027-08-02', '10:00'));
    return {
      id,
      event: must(making.events, 'cop32'),
      member,
      kind: 'speaking',
      beats,
      details: { ...details, ...draft },
    };
  });
}

function openStory({ end, sent, owner, on, words = '', due }: (typeof OPEN_ASKS)[number]): Telling[] {
  if (end === 'draft') return [{ do: 'create', on: sent }];
  const start = begun(sent, owner, on && (end === 'in_triage' || end === 'answered') ? on : addWorkingDays(sent, 1));
  switch (end) {
    case 'submitted':
    case 'in_triage':
      return start;
    case 'needs_info':
      return [...start, { do: 'ask', on: on ?? sent, by: 'staff@desk', text: words, due: until(due ?? sent) }];
    case 'waitlisted':
      return [...start, decided('waitlist', on ?? sent)];
    case 'offered':
      return [...start, { do: 'offer', on: on ?? sent, by: 'staff@desk', text: words, due: until(due ?? sent) }];
    case 'declined':
      return [...start, { do: 'decline', on: on ?? sent, by: 'staff@desk', text: words }];
    case 'withdrawn':
      return [...start, { do: 'withdraw', on: on ?? sent, text: words }];
    default:
      return start;
  }
}
