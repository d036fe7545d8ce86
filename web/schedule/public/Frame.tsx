import type { ReactNode } from 'react';
import { inLang, LANGS, type Lang } from '#shared/lang.ts';
import type { PublicEvent } from '#shared/schedule/public-days.ts';
import type { PublicSite } from '#shared/schedule/public-view.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { textsIn } from '#shared/text.ts';
import { formatDateTime } from '#shared/time.ts';
import { Drawings } from './Inline.tsx';
import type { PublicWords } from './words.ts';

export type FrameProps = {
  site: PublicSite;
  event: PublicEvent;
  release: { number: number; releasedAt: Date } | null;
  t: PublicWords;
  title: string;
  description: string;
  /** The same page in a language; `whole` leaves out what only narrows it, for those who index it. */
  address: (lang: Lang, whole?: boolean) => string;
  style?: string;
  /** Between the name and the choice of language. */
  tools?: ReactNode;
  links?: ReactNode;
  children: ReactNode;
};

/** What the pavilion is called. */
export function pavilionOf(event: PublicEvent, t: PublicWords): string {
  return t.ofEvent(event.shortName, inLang(event.pavilion, t.lang).text || t.pavilion);
}

/** A whole public page: head, bar, content, foot. */
export function Frame({ site, event, release, t, title, description, address, style, ...parts }: FrameProps) {
  const full = (lang: Lang) => `${site.publicUrl}${address(lang, true)}`;
  return (
    <html lang={t.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t.documentTitle(title, pavilionOf(event, t))}</title>
        <meta name="description" content={description} />
        <meta name="robots" content="index, follow" />
        <link rel="canonical" href={full(t.lang)} />
        {LANGS.map((lang) => (
          <link key={lang} rel="alternate" hrefLang={lang} href={full(lang)} />
        ))}
        <link rel="alternate" hrefLang="x-default" href={full('ja')} />
        <link rel="icon" href={site.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={site.stylesheet} />
        {style ? <style>{style}</style> : null}
      </head>
      <body>
        <a className="skip-link" href="#content">
          {t.shell.skip}
        </a>
        <Drawings />
        <header className="bar">
          <a className="mark" href={`/schedule/${event.slug}${t.lang === 'ja' ? '' : `?lang=${t.lang}`}`}>
            <Strands />
            <span>
              <b>{pavilionOf(event, t)}</b>
              <small>{t.shell.office}</small>
            </span>
          </a>
          {parts.tools}
          <nav className="langs" aria-label={t.shell.language}>
            {LANGS.map((lang) => (
              <a
                key={lang}
                href={address(lang)}
                lang={lang}
                hrefLang={lang}
                aria-current={lang === t.lang ? 'true' : undefined}
              >
                {textsIn(shellTexts, lang).langName}
              </a>
            ))}
          </nav>
        </header>
        <main id="content">{parts.children}</main>
        <footer className="foot">
          {parts.links}
          {release ? (
            <p>
              <b>{t.release(release.number)}</b> {t.releasedAt(formatDateTime(release.releasedAt, t.lang))}
            </p>
          ) : null}
          <p>
            {t.contact(t.shell.officeDesk, t.shell.phone)}
            <a className="in" href="/sign-in" rel="nofollow">
              {t.signIn}
            </a>
          </p>
        </footer>
      </body>
    </html>
  );
}

/** Strands that converge to one point. */
function Strands() {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true">
      <path className="b5" d="M3 4.500c8 0 9 9.500 19 9.500" />
      <path className="b7" d="M3 10.800c7 0 9 3.200 19 3.200M3 17.200c7 0 9-3.200 19-3.200" />
      <path className="b3" d="M3 23.500c8 0 9-9.500 19-9.500" />
      <circle cx="23" cy="14" r="3.200" />
    </svg>
  );
}
