import { type Bilingual, inLang, type Lang } from '#shared/lang.ts';
import { THEMES } from '#shared/requests/kinds/speaking.ts';
import { requestWords } from '#shared/requests/words.ts';
import { textsIn } from '#shared/text.ts';
import { hostingMembers } from './public-filter.ts';
import { publicTexts } from './public-texts.ts';
import type { CalendarLink, CalendarsView, PublicProgramme, PublicSite } from './public-view.ts';

/** Every calendar address of a released programme: only of rooms, themes and members that have something on. */
export function calendarsView(programme: PublicProgramme, lang: Lang, site: PublicSite): CalendarsView {
  const { event, release, sessions } = programme;
  const say = (text: Bilingual) => inLang(text, lang).text;
  const query = lang === 'ja' ? '' : `?lang=${lang}`;
  const full = (path: string) => `${site.publicUrl}/schedule/${event.slug}${path}${query}`;
  const link = (name: string, path: string): CalendarLink => ({
    name,
    https: full(path),
    webcal: full(path).replace(/^https?:/, 'webcal:'),
  });
  const rooms = [...new Map(sessions.map(({ room }) => [room.slug, room])).values()];
  const used = new Set(sessions.map(({ theme }) => theme));
  const themes = textsIn(requestWords, lang).theme;
  return {
    ...{ site, event, release, lang },
    all: link(textsIn(publicTexts, lang).calendarOfAll, '.ics'),
    rooms: rooms
      .sort((a, b) => a.position - b.position || a.slug.localeCompare(b.slug))
      .map(({ slug, name, area }) => link([say(name), area].filter(Boolean).join(' '), `/rooms/${slug}.ics`)),
    themes: THEMES.filter((theme) => used.has(theme)).map((theme) => link(themes[theme], `/themes/${theme}.ics`)),
    members: hostingMembers(sessions, lang).map(({ id, name }) => link(name, `/members/${id}.ics`)),
    files: { xml: full('.xml'), json: full('.json') },
  };
}

/** The address of the page that lists them. */
export function calendarsAddress(slug: string, lang: Lang): string {
  return `/schedule/${slug}/calendars${lang === 'ja' ? '' : `?lang=${lang}`}`;
}
