import type { ReactNode } from 'react';
import type { Lang } from '#shared/lang.ts';
import type { PublicNowView } from '#shared/schedule/public-now.ts';
import { formatTime } from '#shared/time.ts';
import { pavilionOf } from '../public/Frame.tsx';
import { Drawings } from '../public/Inline.tsx';
import { Qr } from '../public/Qr.tsx';
import { type PublicWords, wordsIn } from '../public/words.ts';

/** Seconds between two looks of a screen whose browser runs no script. */
const REFRESH_SECONDS = 60;

type Props = { view: PublicNowView; t: PublicWords; kind: 'hall' | 'door'; heading: ReactNode; children: ReactNode };

/** The words of the other language: screens stand where both are read. */
export function otherWords(t: PublicWords): PublicWords {
  const other: Lang = t.lang === 'ja' ? 'en' : 'ja';
  return wordsIn(other);
}

/** A whole screen: heading and clocks, content, where to read it in the hand, and of when it is. */
export function ScreenFrame({ view, t, kind, heading, children }: Props) {
  const { site, event, clock } = view;
  const home = `${site.publicUrl}/schedule/${event.slug}${t.lang === 'ja' ? '' : `?lang=${t.lang}`}`;
  return (
    <html lang={t.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t.documentTitle(t.screen.nowAndNext, pavilionOf(event, t))}</title>
        <meta name="robots" content="noindex" />
        <noscript>
          <meta httpEquiv="refresh" content={`${REFRESH_SECONDS}`} />
        </noscript>
        <link rel="icon" href={site.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={site.screenStyle ?? site.stylesheet} />
        {site.script ? <script src={site.script} type="module" /> : null}
      </head>
      <body
        className={kind}
        data-event={event.slug}
        data-release={view.release.number}
        data-zone={event.timeZone}
        data-screen={kind}
      >
        <Drawings />
        <header>
          {heading}
          <div className="clocks" aria-live="off">
            <p>
              <span>{t.venue}</span> <b id="venue-clock">{clock.venue}</b>
            </p>
            <p>
              <span>{t.japanTime}</span> <b id="japan-clock">{clock.japan}</b>
            </p>
          </div>
        </header>
        <main>{children}</main>
        <footer>
          <Qr text={home} />
          <p>
            <span>{t.screen.readHere}</span> <b>{home.replace(/^https?:\/\/|[?].*$/g, '')}</b>
          </p>
          <p id="as-of">
            {t.screen.asOf(view.release.keptAt ? formatTime(view.release.keptAt, event.timeZone) : clock.venue)}{' '}
            {t.release(view.release.number)}
          </p>
        </footer>
      </body>
    </html>
  );
}
