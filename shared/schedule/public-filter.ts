import { type Bilingual, inLang, type Lang } from '#shared/lang.ts';
import { foldForSearch, searchWords } from '#shared/requests/search.ts';
import type { PublicSession } from './contract.ts';
import type { PublicParams } from './public-params.ts';

type Filter = Pick<PublicParams, 'theme' | 'member' | 'q' | 'interp'>;

/** Released sessions never change, so each is folded once. */
const folded = new WeakMap<PublicSession, string>();

function haystack(session: PublicSession): string {
  let text = folded.get(session);
  if (text === undefined) {
    const names: Bilingual[] = [
      session.title,
      ...session.hosts.map((host) => host.name),
      ...session.speakers.flatMap((speaker) => [speaker.name, speaker.organisation]),
    ];
    text = foldForSearch(names.flatMap((name) => [name.ja, name.en]).join(' '));
    folded.set(session, text);
  }
  return text;
}

/** Whether any filter is set. */
export function isFiltered(filter: Filter): boolean {
  return filter.theme !== null || filter.member !== null || filter.q !== '' || filter.interp;
}

/** A test for sessions: every filter that is set must fit. Words are looked for in titles, hosts and speakers. */
export function publicFilter(filter: Filter): (session: PublicSession) => boolean {
  const words = searchWords(filter.q);
  return (session) =>
    (filter.theme === null || session.theme === filter.theme) &&
    (filter.member === null || session.hosts.some((host) => host.id === filter.member)) &&
    (!filter.interp || session.interpretation === 'simultaneous') &&
    words.every((word) => haystack(session).includes(word));
}

/** The members that host something, each once, in the order of the language's alphabet. */
export function hostingMembers(sessions: readonly PublicSession[], lang: Lang): { id: string; name: string }[] {
  const found = new Map<string, string>();
  for (const { hosts } of sessions) {
    for (const { id, name, isMember } of hosts) if (isMember) found.set(id, inLang(name, lang).text);
  }
  return [...found].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, lang));
}
