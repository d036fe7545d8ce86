import type { Lang } from '#shared/lang.ts';
import { type Day, dayOf, dualTime } from '#shared/time.ts';
import { offsetMinutes } from '#shared/time-zone.ts';
import type { PublicSession } from './contract.ts';
import { membersInOrder, paperCode } from './paper-code.ts';
import { defaultDay, type PublicDay, type PublicEvent } from './public-days.ts';
import { hostingMembers, isFiltered, publicFilter } from './public-filter.ts';
import { type Grid, gridOf } from './public-grid.ts';
import { type PublicMarks, type ShownMark, shownMark } from './public-marks.ts';
import type { PublicParams } from './public-params.ts';
import type { PublicRelease, ShownChange } from './public-release.ts';

/** The latest release of an event, as the public may know it. */
export type PublicProgramme = {
  event: PublicEvent;
  days: readonly PublicDay[];
  /** `keptAt` is when it was last known to be right, where it comes from the disk because no database answers. */
  release: { id: string; number: number; releasedAt: Date; keptAt?: Date };
  /** By time and room. */
  sessions: readonly PublicSession[];
  /** What the latest releases changed, by the session's id; absent where nobody has looked. */
  marks?: PublicMarks;
};

/** What stands around every public page: addresses of its files. */
export type PublicSite = {
  publicUrl: string;
  stylesheet: string;
  icon: string;
  /** The style of the screens for halls and doors. */
  screenStyle?: string | undefined;
  /** The one script, and the picture for those who share the page; each is left out where it was not built. */
  script?: string | undefined;
  picture?: string | undefined;
  /** Whether pages may be kept for the time without a network. */
  offline?: boolean | undefined;
};

export type ShownSession = {
  session: PublicSession;
  /** Both clocks in words. */
  venue: string;
  japan: string;
  minutes: number;
  /** Only on the day itself is anything over or on. */
  phase: 'plain' | 'past' | 'live';
  minutesLeft: number;
  /** Minutes since the midnight that begins its day at the venue. */
  from: number;
  to: number;
  /** Minutes until it begins, for the next one of its room on its own day; else null. */
  startsIn: number | null;
  /** What tells its room from another of the same name, or an empty text. */
  where: string;
  mark: ShownMark | null;
};

export type ShownDay = PublicDay & { past: boolean; today: boolean; matches: number | null };

export type PublicDayView = {
  site: PublicSite;
  event: PublicEvent;
  release: PublicProgramme['release'];
  params: PublicParams;
  day: PublicDay;
  days: ShownDay[];
  rooms: PublicSession['room'][];
  sessions: ShownSession[];
  /** Of the day, without any filter. */
  all: number;
  members: { id: string; name: string }[];
  /** The code that goes on the day's paper, or null when no code can say what is on it. */
  code: string | null;
  grid: Grid;
  /** The clocks when the day is today, or null. */
  now: { minute: number; venue: string; japan: string } | null;
  /** Minutes the venue is ahead of UTC, and Japan ahead of the venue. */
  offset: { utc: number; japan: number };
  /** Both clocks of a minute of the day, for the scale. */
  clock: (minute: number) => { venue: string; japan: string };
};

const MINUTE = 60_000;
/** Japan keeps the same time all year. */
const JAPAN_OFFSET = 540;

/** Whole minutes from the midnight that begins a day at the venue; past 1440 after the next one. */
function minuteOf(instant: Date, day: Day, zone: string): number {
  const local = instant.getTime() + offsetMinutes(instant, zone) * MINUTE;
  return Math.floor((local - Date.parse(`${day}T00:00:00Z`)) / MINUTE);
}

/** The venue's day when the programme has it, or null: only then is anything over, on or next. */
export function todayIn({ event, days }: Pick<PublicProgramme, 'event' | 'days'>, now: Date): Day | null {
  const today = dayOf(now, event.timeZone);
  return days.some(({ day }) => day === today) ? today : null;
}

/** A session as it is shown at an instant; `today` says whether its day is the venue's own. */
export function shownSession(
  session: PublicSession,
  lang: Lang,
  now: Date,
  today: boolean,
  marks?: PublicMarks,
): ShownSession {
  const zone = session.room.timeZone;
  const from = Date.parse(session.startsAt);
  const to = Date.parse(session.endsAt);
  const at = now.getTime();
  const phase = !today || at < from ? 'plain' : at < to ? 'live' : 'past';
  const { venue, japan } = dualTime(session.startsAt, session.endsAt, zone, lang);
  return {
    ...{ session, venue, japan, minutes: Math.round((to - from) / MINUTE) },
    phase: phase === 'live' && session.state === 'cancelled' ? 'plain' : phase,
    minutesLeft: Math.max(0, Math.ceil((to - at) / MINUTE)),
    from: minuteOf(new Date(from), session.day, zone),
    to: minuteOf(new Date(to), session.day, zone),
    startsIn: null,
    where: '',
    mark: shownMark(marks?.get(session.id), session, lang),
  };
}

/** Sessions of one day by time: the next one of each room says in how many minutes it begins. */
export function withNext(sessions: readonly ShownSession[], now: Date): ShownSession[] {
  const rooms = new Set<string>();
  return sessions.map((shown) => {
    const { room, startsAt, state } = shown.session;
    if (shown.phase !== 'plain' || state === 'cancelled' || rooms.has(room.id)) return shown;
    if (Date.parse(startsAt) <= now.getTime()) return shown;
    rooms.add(room.id);
    return { ...shown, startsIn: Math.ceil((Date.parse(startsAt) - now.getTime()) / MINUTE) };
  });
}

/** The rooms whose name another room has too. */
export function namesakes(rooms: readonly PublicSession['room'][]): ReadonlySet<string> {
  const name = (room: PublicSession['room']) => `${room.name.ja}\n${room.name.en}`;
  const same = (room: PublicSession['room']) =>
    rooms.some((other) => other.id !== room.id && name(other) === name(room));
  return new Set(rooms.filter(same).map(({ id }) => id));
}

/** One session's own page. */
export type PublicSessionView = {
  site: PublicSite;
  event: PublicEvent;
  release: PublicProgramme['release'];
  lang: Lang;
  shown: ShownSession;
};

/** A page about nothing in particular of a release. */
export type PublicPlainView = {
  site: PublicSite;
  event: PublicEvent;
  release: PublicProgramme['release'];
  lang: Lang;
};

export type CalendarLink = {
  name: string;
  /** To read once. */
  https: string;
  /** Calendars take this one for an address to come back to. */
  webcal: string;
};
/** The page that lists the calendar addresses. */
export type CalendarsView = {
  site: PublicSite;
  event: PublicEvent;
  release: PublicProgramme['release'];
  lang: Lang;
  all: CalendarLink;
  rooms: CalendarLink[];
  themes: CalendarLink[];
  members: CalendarLink[];
  /** The whole programme for other programs. */
  files: { xml: string; json: string };
};

/** The page of what a release changed. */
export type PublicChangesView = {
  site: PublicSite;
  event: PublicEvent;
  release: PublicProgramme['release'];
  lang: Lang;
  shown: PublicRelease;
  changes: ShownChange[];
  newer: number | null;
  older: number | null;
  all: { number: number; releasedAt: Date; changed: number; first: boolean }[];
};

/** A whole page, and the text of its one style element, or an empty text when it has none. */
export type PublicHtml = { html: string; style: string };

/** Whether the event is on at an instant, seen from the venue. */
export function isOn(event: Pick<PublicEvent, 'startsOn' | 'endsOn' | 'timeZone'>, now: Date): boolean {
  const today = dayOf(now, event.timeZone);
  return event.startsOn <= today && today <= event.endsOn;
}

/** Everything the page of one day shows. */
export function publicDayView(
  programme: PublicProgramme,
  params: PublicParams,
  now: Date,
  site: PublicSite,
): PublicDayView {
  const { event, days, release } = programme;
  const zone = event.timeZone;
  const today = todayIn(programme, now);
  const fallback = { day: params.day ?? defaultDay(days, now, zone), theme: { ja: '', en: '' }, rest: false };
  const day = days.find((one) => one.day === fallback.day) ?? fallback;
  const ofDay = programme.sessions.filter((session) => session.day === day.day);
  const fits = publicFilter(params);
  const matches = isFiltered(params) ? programme.sessions.filter(fits) : null;
  const isToday = day.day === today;
  const rooms = [...new Map(ofDay.map(({ room }) => [room.id as string, room])).values()].sort(
    (a, b) => a.position - b.position || a.slug.localeCompare(b.slug),
  );
  const same = namesakes(rooms);
  const shown = ofDay.filter(fits).map((session) => ({
    ...shownSession(session, params.lang, now, isToday, programme.marks),
    where: same.has(session.room.id) ? session.room.area || session.room.slug : '',
  }));
  const sessions = isToday ? withNext(shown, now) : shown;
  const minute = isToday ? minuteOf(now, day.day, zone) : null;
  const placed = sessions.map(({ session, from, to }) => ({ roomId: session.room.id, from, to }));
  const utc = offsetMinutes(new Date(`${day.day}T12:00:00Z`), zone);
  const clock = clockOf(day.day, zone, params.lang);
  return {
    ...{ site, event, release, params, day, rooms, sessions, all: ofDay.length, clock },
    days: days.map((one) => ({
      ...one,
      past: dayOf(now, zone) > one.day,
      today: one.day === today,
      matches: matches ? matches.filter((session) => session.day === one.day).length : null,
    })),
    members: hostingMembers(programme.sessions, params.lang),
    code: paperCode(
      { ...params, release: release.number, day: day.day, words: params.q !== '' },
      event,
      membersInOrder(programme.sessions),
    ),
    grid: gridOf(
      placed,
      rooms.map((room) => room.id),
      minute,
    ),
    now: minute === null ? null : { minute, ...clocksAt(now, zone, params.lang) },
    offset: { utc, japan: JAPAN_OFFSET - utc },
  };
}

/** Both clocks at an instant. */
export function clocksAt(instant: Date, zone: string, lang: Lang): { venue: string; japan: string } {
  const { venue, japan } = dualTime(instant, null, zone, lang);
  return { venue, japan };
}

/** Both clocks of a minute of a day, 翌 where Japan has gone on to the next one; right on a day of a clock change too. */
function clockOf(day: Day, zone: string, lang: Lang): PublicDayView['clock'] {
  const start = Date.parse(`${day}T00:00:00Z`);
  return (minute) => {
    const wall = start + minute * MINUTE;
    // The offset depends on the instant, and the instant on the offset: looking twice is enough.
    const guess = wall - offsetMinutes(new Date(wall), zone) * MINUTE;
    return clocksAt(new Date(wall - offsetMinutes(new Date(guess), zone) * MINUTE), zone, lang);
  };
}
