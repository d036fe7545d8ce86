import type { Lang } from '#shared/lang.ts';
import { type Day, dayOf, dualTime } from '#shared/time.ts';
import { offsetMinutes } from '#shared/time-zone.ts';
import type { PublicSession } from './contract.ts';
import { defaultDay, type PublicDay, type PublicEvent } from './public-days.ts';
import { hostingMembers, isFiltered, publicFilter } from './public-filter.ts';
import { type Grid, gridOf } from './public-grid.ts';
import type { PublicParams } from './public-params.ts';

/** The latest release of an event, as the public may know it. */
export type PublicProgramme = {
  event: PublicEvent;
  days: readonly PublicDay[];
  release: { id: string; number: number; releasedAt: Date };
  /** By time and room. */
  sessions: readonly PublicSession[];
};

/** What stands around every public page. */
export type PublicSite = { publicUrl: string; stylesheet: string; icon: string };

export type ShownSession = {
  session: PublicSession;
  /** Both clocks in words. */
  venue: string;
  japan: string;
  minutes: number;
  /** Only on the day itself is anything over or on. */
  phase: 'plain' | 'past' | 'live';
  minutesLeft: number;
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

/** A session as it is shown at an instant; `today` says whether its day is the venue's own. */
export function shownSession(session: PublicSession, lang: Lang, now: Date, today: boolean): ShownSession {
  const from = Date.parse(session.startsAt);
  const to = Date.parse(session.endsAt);
  const at = now.getTime();
  const phase = !today || at < from ? 'plain' : at < to ? 'live' : 'past';
  const { venue, japan } = dualTime(session.startsAt, session.endsAt, session.room.timeZone, lang);
  return {
    ...{ session, venue, japan, minutes: Math.round((to - from) / MINUTE) },
    phase: phase === 'live' && session.state === 'cancelled' ? 'plain' : phase,
    minutesLeft: Math.max(0, Math.ceil((to - at) / MINUTE)),
  };
}

/** One session's own page. */
export type PublicSessionView = {
  site: PublicSite;
  event: PublicEvent;
  release: PublicProgramme['release'];
  lang: Lang;
  shown: ShownSession;
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

/** What any of the public pages may be about; the pages themselves are drawn elsewhere. */
export type PublicRenderer = {
  day: (view: PublicDayView) => PublicHtml;
  session: (view: PublicSessionView) => PublicHtml;
  calendars: (view: CalendarsView) => PublicHtml;
  unreleased: (view: { site: PublicSite; event: PublicEvent; lang: Lang }) => PublicHtml;
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
  const today = isOn(event, now) ? dayOf(now, zone) : null;
  const fallback = { day: params.day ?? defaultDay(days, now, zone), theme: { ja: '', en: '' }, rest: false };
  const day = days.find((one) => one.day === fallback.day) ?? fallback;
  const ofDay = programme.sessions.filter((session) => session.day === day.day);
  const fits = publicFilter(params);
  const matches = isFiltered(params) ? programme.sessions.filter(fits) : null;
  const isToday = day.day === today;
  const sessions = ofDay.filter(fits).map((session) => shownSession(session, params.lang, now, isToday));
  const rooms = [...new Map(ofDay.map(({ room }) => [room.id as string, room])).values()].sort(
    (a, b) => a.position - b.position || a.slug.localeCompare(b.slug),
  );
  const minute = isToday ? minuteOf(now, day.day, zone) : null;
  const placed = sessions.map(({ session }) => ({
    roomId: session.room.id,
    from: minuteOf(new Date(session.startsAt), day.day, zone),
    to: minuteOf(new Date(session.endsAt), day.day, zone),
  }));
  const utc = offsetMinutes(new Date(`${day.day}T12:00:00Z`), zone);
  const clock = clockOf(day.day, utc, zone, params.lang);
  return {
    ...{ site, event, release, params, day, rooms, sessions, all: ofDay.length, clock },
    days: days.map((one) => ({
      ...one,
      past: dayOf(now, zone) > one.day,
      today: one.day === today,
      matches: matches ? matches.filter((session) => session.day === one.day).length : null,
    })),
    members: hostingMembers(programme.sessions, params.lang),
    grid: gridOf(
      placed,
      rooms.map((room) => room.id),
      minute,
    ),
    now: minute === null ? null : { minute, ...clock(minute) },
    offset: { utc, japan: JAPAN_OFFSET - utc },
  };
}

/** Both clocks of a minute of a day, 翌 where Japan has gone on to the next one. */
function clockOf(day: Day, utc: number, zone: string, lang: Lang): PublicDayView['clock'] {
  const start = Date.parse(`${day}T00:00:00Z`) - utc * MINUTE;
  return (minute) => {
    const { venue, japan } = dualTime(new Date(start + minute * MINUTE), null, zone, lang);
    return { venue, japan };
  };
}
