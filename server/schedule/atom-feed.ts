import { inLang, type Lang } from '#shared/lang.ts';
import { publicChangeTexts } from '#shared/schedule/public-change-texts.ts';
import { changeLines, feedAddress } from '#shared/schedule/public-changes.ts';
import type { PublicHistory } from '#shared/schedule/public-release.ts';
import { publicTexts } from '#shared/schedule/public-texts.ts';
import type { PublicProgramme } from '#shared/schedule/public-view.ts';
import { changesAddress } from '#shared/schedule/release-mail.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { textsIn } from '#shared/text.ts';

const MOST_ENTRIES = 30;

/**
 * What the latest releases changed, as an Atom feed (RFC 4287). Every id is that of the release and stays; every time is
 * the release's own, so that nothing looks new that is not.
 */
export function atomFeed({ event }: PublicProgramme, history: PublicHistory, lang: Lang, publicUrl: string): string {
  const t = textsIn(publicChangeTexts, lang);
  const words = textsIn(publicTexts, lang);
  const pavilion = words.ofEvent(event.shortName, inLang(event.pavilion, lang).text || words.pavilion);
  const releases = history.releases.slice(0, MOST_ENTRIES);
  // The two languages are two feeds, and a reader may follow both.
  const id = (uuid: string) => `urn:uuid:${uuid}${lang === 'ja' ? '' : `#${lang}`}`;
  const entries = releases.map((release) => {
    const comment = inLang(release.comment, lang).text;
    const { number, changed, first, sessions } = release;
    const lines = first ? [t.first(sessions)] : changeLines(release, lang);
    const address = `${publicUrl}${changesAddress(event.slug, number, lang)}`;
    return [
      '  <entry>',
      `    <id>${id(release.id)}</id>`,
      `    <title>${text(first ? t.entryFirst(number, comment) : t.entry(number, changed.length, comment))}</title>`,
      `    <updated>${release.releasedAt.toISOString()}</updated>`,
      `    <link rel="alternate" type="text/html" hreflang="${lang}" href="${text(address)}"/>`,
      `    <content type="text">${text((lines.length > 0 ? lines : [t.none]).join('\n'))}</content>`,
      '  </entry>',
    ].join('\n');
  });
  const newest = releases[0]?.releasedAt.toISOString() ?? new Date(0).toISOString();
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
    `  <id>${id(history.eventId)}</id>`,
    `  <title>${text(t.feedTitle(pavilion))}</title>`,
    `  <updated>${newest}</updated>`,
    `  <author><name>${text(textsIn(shellTexts, lang).office)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${text(`${publicUrl}${feedAddress(event.slug, lang)}`)}"/>`,
    `  <link rel="alternate" type="text/html" hreflang="${lang}" href="${text(`${publicUrl}${changesAddress(event.slug, null, lang)}`)}"/>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML may hold it: what has a meaning is named, what XML cannot hold at all is left out. */
function text(value: string): string {
  return value
    .toWellFormed()
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (found) => NAMED[found] ?? '');
}
