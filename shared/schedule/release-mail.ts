import { inLang, type Lang } from '#shared/lang.ts';
import type { ChangedSession } from './change-contract.ts';
import { changeLine } from './change-words.ts';
import type { PublicSession } from './contract.ts';

/** More than these are only counted: a mail is read on a phone. */
const MOST_LISTED = 20;

type ReleaseMail = {
  event: { slug: string; shortName: string };
  number: number;
  changed: readonly ChangedSession[];
  /** What each session is called, in the release or in the one before it. */
  titles: ReadonlyMap<string, PublicSession['title']>;
};

/**
 * What the mail about a release says to one municipality in a language: how many of its sessions changed, which, and
 * in what. A title is public from this moment on; nothing of a person is in it.
 */
export function releaseMailParams({ event, number, changed, titles }: ReleaseMail, lang: Lang): Record<string, string> {
  const listed = changed.slice(0, MOST_LISTED).map(({ id, changes }, at) => {
    const title = inLang(titles.get(id) ?? { ja: '', en: '' }, lang).text;
    const kinds = changes.map(({ kind }) => kind);
    return [`line${at + 1}`, changeLine(title, kinds, lang)];
  });
  return {
    ...{ event: event.shortName, number: String(number), count: String(changed.length) },
    more: String(changed.length - listed.length),
    ...Object.fromEntries(listed),
    path: changesAddress(event.slug, number, lang),
  };
}

/** The lines of such a mail, in their order. */
export function linesOf(params: Record<string, string>): string[] {
  const lines: string[] = [];
  for (let at = 1; at <= MOST_LISTED; at += 1) {
    const line = params[`line${at}`];
    if (line !== undefined) lines.push(line);
  }
  return lines;
}

/** The address of what a release changed; without a number, of what the latest one did. */
export function changesAddress(slug: string, number: number | null, lang: Lang): string {
  const asked = [number === null ? '' : `release=${number}`, lang === 'ja' ? '' : `lang=${lang}`].filter(Boolean);
  return `/schedule/${slug}/changes${asked.length > 0 ? `?${asked.join('&')}` : ''}`;
}
