import type { Lang } from '#shared/lang.ts';
import { type Day, dayOf, formatDay } from '#shared/time.ts';
import type { PublicSession } from './contract.ts';
import type { PublicEvent } from './public-days.ts';
import {
  clocksAt,
  namesakes,
  type PublicProgramme,
  type PublicSite,
  type ShownSession,
  shownSession,
} from './public-view.ts';

/** What a room has at an instant. */
export type RoomNow = {
  room: PublicSession['room'];
  /** What tells it from another room of the same name, or an empty text. */
  where: string;
  live: ShownSession | null;
  next: ShownSession | null;
  /** The day of what comes next when it is another one, in words; else empty. */
  nextDay: string;
  /** What comes after that on the same day. */
  later: ShownSession[];
  /** What was to be there today and is cancelled, or has moved: people at the door look for it. */
  changed: ShownSession[];
};

/** What is on and what comes next, room by room; of one room when the address names one. */
export type PublicNowView = {
  site: PublicSite;
  event: PublicEvent;
  release: PublicProgramme['release'];
  lang: Lang;
  /** The rest of the address of this very page, such as `/kiosk`. */
  path: string;
  now: Date;
  clock: { venue: string; japan: string };
  today: string;
  /** All rooms of the programme, for links. */
  all: PublicSession['room'][];
  rooms: RoomNow[];
};

/** Everything that the screens of halls and doors show, and the page for the hand. `room` is a room's slug, or null. */
export function publicNowView(
  programme: PublicProgramme,
  asked: { lang: Lang; path: string; room: string | null },
  now: Date,
  site: PublicSite,
): PublicNowView {
  const { event, release } = programme;
  const { lang, path } = asked;
  const all = roomsOf(programme.sessions);
  const same = namesakes(all);
  const today = dayOf(now, event.timeZone);
  const rooms = all
    .filter(({ slug }) => asked.room === null || slug === asked.room)
    .map((room) => ({
      room,
      where: same.has(room.id) ? room.area || room.slug : '',
      ...inRoom(programme, room, lang, now, today),
    }));
  const clock = clocksAt(now, event.timeZone, lang);
  return { site, event, release, lang, path, now, clock, today: formatDay(today, lang), all, rooms };
}

/** The rooms in which something is on at any time, in the venue's order. */
export function roomsOf(sessions: readonly PublicSession[]): PublicSession['room'][] {
  const found = new Map<string, PublicSession['room']>(sessions.map(({ room }) => [room.id, room]));
  return [...found.values()].sort((a, b) => a.position - b.position || a.slug.localeCompare(b.slug));
}

function inRoom(programme: PublicProgramme, room: PublicSession['room'], lang: Lang, now: Date, today: Day) {
  const at = now.getTime();
  const mine = programme.sessions.filter((session) => session.room.id === room.id);
  const show = (session: PublicSession) => shownSession(session, lang, now, true, programme.marks);
  const planned = mine.filter(({ state }) => state !== 'cancelled');
  const live = planned.find(({ startsAt, endsAt }) => Date.parse(startsAt) <= at && at < Date.parse(endsAt));
  const coming = planned.filter(({ startsAt }) => Date.parse(startsAt) > at);
  const [next] = coming;
  const movedAway = programme.sessions.filter(({ id, state }) => {
    const mark = programme.marks?.get(id);
    return mark !== undefined && state !== 'cancelled' && mark.was.room.id === room.id && onDay(mark.was.startsAt);
  });
  function onDay(instant: string): boolean {
    return dayOf(new Date(instant), programme.event.timeZone) === today;
  }
  const changed = [...mine.filter(({ state, day }) => state === 'cancelled' && day === today), ...movedAway];
  return {
    live: live ? show(live) : null,
    next: next ? show(next) : null,
    nextDay: next && next.day !== today ? formatDay(next.day, lang) : '',
    later: coming.filter((session) => session !== next && session.day === next?.day).map(show),
    changed: changed.filter(({ endsAt }) => Date.parse(endsAt) > at || !onDay(endsAt)).map(show),
  };
}
