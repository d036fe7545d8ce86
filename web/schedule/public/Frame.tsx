import type { ReactNode } from 'react';
import { inLang, LANGS, type Lang } from '#shared/lang.ts';
import { feedAddress } from '#shared/schedule/public-changes.ts';
import type { PublicEvent } from '#shared/schedule/public-days.ts';
import type { PublicSite } from '#shared/schedule/public-view.ts';
import { changesAddress } from '#shared/schedule/release-mail.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { textsIn } from '#shared/text.ts';
import { formatDateTime, formatTime } from '#shared/time.ts';
import { type Drawing, Drawings, Icon } from './Inline.tsx';
import type { PublicWords } from './words.ts';

export type FrameProps = {
  site: PublicSite;
  event: PublicEvent;
  release: { number: number; releasedAt: Date; keptAt?: Date } | null;
  t: PublicWords;
  title: string;
  description: string;
  /** The same page in a language; `whole` leaves out what only narrows it, for those who index it. */
  address: (lang: Lang, whole?: boolean) => string;
  style?: string;
  /** Which of the three views of a programme this is. */
  tab?: 'day' | 'now' | 'mine';
  /** Not for those who index pages. */
  hidden?: boolean;
  /** The day that is shown, for the script: a page of today keeps itself up to date. */
  today?: boolean;
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
  const { tab, hidden, today } = parts;
  const full = (lang: Lang) => `${site.publicUrl}${address(lang, true)}`;
  return (
    <html lang={t.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t.documentTitle(title, pavilionOf(event, t))}</title>
        <meta name="description" content={description} />
        <meta name="robots" content={hidden ? 'noindex' : 'index, follow'} />
        <link rel="canonical" href={full(t.lang)} />
        {LANGS.map((lang) => (
          <link key={lang} rel="alternate" hrefLang={lang} href={full(lang)} />
        ))}
        <link rel="alternate" hrefLang="x-default" href={full('ja')} />
        <Preview {...{ site, title, description }} of={pavilionOf(event, t)} lang={t.lang} address={full(t.lang)} />
        {release ? (
          <link rel="alternate" type="application/atom+xml" href={feedAddress(event.slug, t.lang)} title={t.changes} />
        ) : null}
        <link rel="icon" href={site.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={site.stylesheet} />
        {style ? <style>{style}</style> : null}
        {site.script ? <script src={site.script} type="module" /> : null}
      </head>
      <body
        data-event={event.slug}
        data-release={release?.number}
        data-zone={event.timeZone}
        data-today={today ? '' : undefined}
        data-offline={site.offline ? '' : undefined}
      >
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
          {release ? <Views slug={event.slug} t={t} tab={tab} /> : null}
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
        {release?.keptAt ? (
          <p className="kept-at">{t.screen.keptAt(formatTime(release.keptAt, event.timeZone))}</p>
        ) : null}
        <main id="content">{parts.children}</main>
        <footer className="foot">
          {parts.links}
          {release ? (
            <p>
              <b>{t.release(release.number)}</b> {t.releasedAt(formatDateTime(release.releasedAt, t.lang))}
              <a className="in" href={changesAddress(event.slug, null, t.lang)}>
                {t.changes}
              </a>
            </p>
          ) : null}
          <p id="kept" aria-live="polite" />
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

/** The programme in three views; on a narrow screen they lie within reach of the thumb. */
function Views({ slug, t, tab }: { slug: string; t: PublicWords; tab: FrameProps['tab'] }) {
  const query = t.lang === 'ja' ? '' : `?lang=${t.lang}`;
  const view = (name: NonNullable<FrameProps['tab']>, path: string, icon: Drawing, label: string) => (
    <a
      href={`/schedule/${slug}${path}${query}`}
      className={`to-${name}`}
      aria-current={tab === name ? 'page' : undefined}
    >
      <Icon name={icon} />
      {label}
      {name === 'mine' ? <b id="stars" hidden /> : null}
    </a>
  );
  return (
    <nav className="views" aria-label={t.screen.views}>
      {view('day', '', 'list', t.screen.programme)}
      {view('now', '/now', 'clock', t.screen.nowAndNext)}
      {view('mine', '/mine', 'star', t.screen.mine)}
    </nav>
  );
}

type PreviewProps = { site: PublicSite; title: string; description: string; of: string; lang: Lang; address: string };

/** What is shown where somebody shares the page. */
function Preview({ site, title, description, of, lang, address }: PreviewProps) {
  const facts = [
    ['og:type', 'website'],
    ['og:site_name', of],
    ['og:title', title],
    ['og:description', description],
    ['og:url', address],
    ['og:locale', LOCALES[lang]],
    ['og:locale:alternate', LOCALES[lang === 'ja' ? 'en' : 'ja']],
    ...(site.picture ? [['og:image', `${site.publicUrl}${site.picture}`]] : []),
  ];
  return facts.map(([property, content]) => <meta key={property} property={property} content={content} />);
}

const LOCALES: Record<Lang, string> = { ja: 'ja_JP', en: 'en_GB' };

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
