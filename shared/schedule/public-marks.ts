import type { Lang } from '#shared/lang.ts';
import { dayOf, dualTime, formatShortDay } from '#shared/time.ts';
import type { PublicSession } from './contract.ts';

/** What the latest releases changed of a session that people may have noted: where and when it was before. */
export type PublicMark = { was: Pick<PublicSession, 'startsAt' | 'endsAt' | 'room'> };
export type PublicMarks = ReadonlyMap<string, PublicMark>;

/** The mark in words. A room is named only when it is another one now; the venue's day only when it was another day. */
export type ShownMark = {
  /** When it began before. */
  startsAt: string;
  venue: string;
  japan: string;
  day: string;
  room: PublicSession['room'] | null;
};

/** How long after its release a change is marked beside the session. */
export const MARKED_DAYS = 7;

/** How a session's mark is shown; null without one. Times that stayed the same are left out. */
export function shownMark(mark: PublicMark | undefined, session: PublicSession, lang: Lang): ShownMark | null {
  if (!mark) return null;
  const { was } = mark;
  const zone = was.room.timeZone;
  const moved = was.startsAt !== session.startsAt || was.endsAt !== session.endsAt;
  const { venue, japan } = moved ? dualTime(was.startsAt, was.endsAt, zone, lang) : { venue: '', japan: '' };
  const other = dayOf(was.startsAt, zone) !== session.day;
  const room = was.room.id === session.room.id ? null : was.room;
  return {
    startsAt: was.startsAt,
    venue,
    japan,
    day: other ? formatShortDay(was.startsAt, lang, zone) : '',
    room,
  };
}

/**
 * What to mark in the latest release against an older one: sessions whose time or room differs. One that moved and moved
 * back has no mark, and neither has one that is new: nobody has noted it elsewhere.
 */
export function marksBetween(older: readonly PublicSession[], latest: readonly PublicSession[]): PublicMarks {
  const before = new Map<string, PublicSession>(older.map((session) => [session.id, session]));
  const marks = new Map<string, PublicMark>();
  for (const session of latest) {
    const was = before.get(session.id);
    if (!was) continue;
    if (was.startsAt !== session.startsAt || was.endsAt !== session.endsAt || was.room.id !== session.room.id) {
      marks.set(session.id, { was: { startsAt: was.startsAt, endsAt: was.endsAt, room: was.room } });
    }
  }
  return marks;
}
