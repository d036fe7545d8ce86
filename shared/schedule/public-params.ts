import { Lang } from '#shared/lang.ts';
import { THEMES, type Theme } from '#shared/requests/kinds/speaking.ts';
import type { Day } from '#shared/time.ts';

/** What an address of the public schedule asks for. Null, empty and false ask for nothing. */
export type PublicParams = {
  day: Day | null;
  lang: Lang;
  theme: Theme | null;
  /** The id of a member that hosts. */
  member: string | null;
  q: string;
  /** Only what is interpreted between Japanese and English while it is spoken. */
  interp: boolean;
};

const MOST_CHARACTERS = 50;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads an address; whatever does not make sense is as if it were not there, so that no link ever breaks. */
export function readPublicParams(search: URLSearchParams): PublicParams {
  const day = search.get('day') ?? '';
  const member = (search.get('member') ?? '').toLowerCase();
  const q = (search.get('q') ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
  return {
    day: DAY.test(day) ? day : null,
    lang: Lang.safeParse(search.get('lang')).data ?? 'ja',
    theme: THEMES.find((theme) => theme === search.get('theme')) ?? null,
    member: ID.test(member) ? member : null,
    q: [...q].slice(0, MOST_CHARACTERS).join(''),
    interp: search.get('interp') === '1',
  };
}

/** The same wish as one text: the same for every address that means the same. */
export function publicQuery(params: PublicParams): string {
  const search = new URLSearchParams();
  if (params.day) search.set('day', params.day);
  if (params.theme) search.set('theme', params.theme);
  if (params.member) search.set('member', params.member);
  if (params.q) search.set('q', params.q);
  if (params.interp) search.set('interp', '1');
  if (params.lang !== 'ja') search.set('lang', params.lang);
  const text = search.toString();
  return text && `?${text}`;
}

/** The address of a day of an event's public schedule. */
export function publicAddress(slug: string, params: PublicParams): string {
  return `/schedule/${slug}${publicQuery(params)}`;
}

/** The address of one session's own page; with `.ics` behind the id, of its calendar file. */
export function sessionAddress(slug: string, id: string, lang: Lang, ending: '' | '.ics' = ''): string {
  return `/schedule/${slug}/sessions/${id}${ending}${lang === 'ja' ? '' : `?lang=${lang}`}`;
}

/** The same wish without any filter; day and language stay. */
export function withoutFilters(params: PublicParams): PublicParams {
  return { ...params, theme: null, member: null, q: '', interp: false };
}
