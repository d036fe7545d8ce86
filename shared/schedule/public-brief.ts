import { type Bilingual, inLang, type Lang } from '#shared/lang.ts';
import { formatDay } from '#shared/time.ts';
import { hallOf } from './favourites.ts';
import type { PublicProgramme } from './public-view.ts';
import { shownSession } from './public-view.ts';

/** A release as the device keeps it to show favourites: the little that a line needs, in one language. */
export type PublicBrief = {
  release: number;
  /** Every day that has a page. */
  days: string[];
  sessions: BriefSession[];
};
export type BriefSession = {
  id: string;
  day: string;
  /** The day in words. */
  on: string;
  /** Instants, in milliseconds. */
  start: number;
  end: number;
  venue: string;
  japan: string;
  title: string;
  hosts: string;
  room: string;
  /** Which hall the room is in, or empty when nobody said. */
  hall: string;
  off: boolean;
};

/** The whole release in short. The script reads it when somebody has favourites, and never on a first visit. */
export function publicBrief(
  { release, days, sessions, marks }: PublicProgramme,
  lang: Lang,
  between: string,
): PublicBrief {
  const say = (text: Bilingual) => inLang(text, lang).text;
  return {
    release: release.number,
    days: days.map(({ day }) => day),
    sessions: sessions.map((session) => {
      const { venue, japan } = shownSession(session, lang, new Date(session.startsAt), false, marks);
      return {
        id: session.id,
        day: session.day,
        on: formatDay(session.day, lang),
        start: Date.parse(session.startsAt),
        end: Date.parse(session.endsAt),
        venue,
        japan,
        title: say(session.title),
        hosts: session.hosts.map(({ name }) => say(name)).join(between),
        room: say(session.room.name),
        hall: hallOf(session.room.area),
        off: session.state === 'cancelled',
      };
    }),
  };
}
