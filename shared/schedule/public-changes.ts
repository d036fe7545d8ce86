import { inLang, type Lang } from '#shared/lang.ts';
import { changeLine } from './change-words.ts';
import type { PublicHistory, PublicRelease, ShownChange } from './public-release.ts';
import type { PublicChangesView, PublicProgramme, PublicSite } from './public-view.ts';
import { markOf } from './release-changes.ts';

/** What the page shows of release `number`, or of the latest; null when there is no such release. */
export function publicChangesView(
  { event, release }: PublicProgramme,
  { releases }: PublicHistory,
  number: number | null,
  lang: Lang,
  site: PublicSite,
): PublicChangesView | null {
  const at = number === null ? 0 : releases.findIndex((one) => one.number === number);
  const shown = releases[at];
  if (!shown) return null;
  return {
    ...{ site, event, release, lang, shown },
    changes: changesOf(shown),
    newer: releases[at - 1]?.number ?? null,
    older: releases[at + 1]?.number ?? null,
    all: releases.map((one) => ({
      ...{ number: one.number, releasedAt: one.releasedAt, first: one.first },
      changed: one.changed.length,
    })),
  };
}

/** The changes of a release with their sessions, by time; none for the first one, in which everything is new. */
export function changesOf({ changed, shown, first }: PublicRelease): ShownChange[] {
  if (first) return [];
  return changed
    .flatMap(({ id, changes }): ShownChange[] => {
      const session = shown.get(id);
      const mark = markOf(changes);
      return session && mark ? [{ session, mark, changes, gone: mark === 'removed' }] : [];
    })
    .sort((a, b) => (a.session.startsAt < b.session.startsAt ? -1 : 1));
}

/** Each change of a release in a line. */
export function changeLines(release: PublicRelease, lang: Lang): string[] {
  return changesOf(release).map(({ session, changes }) => {
    const kinds = changes.map(({ kind }) => kind);
    return changeLine(inLang(session.title, lang).text, kinds, lang);
  });
}

/** The address of the feed of releases. */
export function feedAddress(slug: string, lang: Lang): string {
  return `/schedule/${slug}/changes.atom${lang === 'ja' ? '' : `?lang=${lang}`}`;
}
