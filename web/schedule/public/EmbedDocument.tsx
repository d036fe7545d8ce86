import { publicAddress } from '#shared/schedule/public-params.ts';
import type { PublicDayView } from '#shared/schedule/public-view.ts';
import { formatDay, formatWeekday, JAPAN } from '#shared/time.ts';
import { pavilionOf } from './Frame.tsx';
import { Drawings } from './Inline.tsx';
import { Plan, popoverId } from './Plan.tsx';
import { SessionPopover } from './SessionPopover.tsx';
import type { PublicWords } from './words.ts';

type Props = { view: PublicDayView; t: PublicWords };

/** A day of the programme in a frame of somebody else's page: no script, and what leads away opens beside it. */
export function EmbedDocument({ view, t, style }: Props & { style: string }) {
  const { site, event, release, params, day } = view;
  const whole = `${site.publicUrl}${publicAddress(event.slug, params)}`;
  const inside = (wish: Partial<typeof params>) =>
    publicAddress(event.slug, { ...params, ...wish }).replace(
      `/schedule/${event.slug}`,
      `/schedule/${event.slug}/embed`,
    );
  return (
    <html lang={t.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t.documentTitle(formatDay(day.day, t.lang), pavilionOf(event, t))}</title>
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={whole} />
        <link rel="icon" href={site.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={site.stylesheet} />
        {style ? <style>{style}</style> : null}
      </head>
      <body className="embed">
        <Drawings />
        <main>
          <nav className="days" aria-label={t.days}>
            <ul>
              {view.days.map((one) => (
                <li key={one.day}>
                  <a
                    className={one.rest ? 'day rest' : one.past ? 'day past' : 'day'}
                    href={inside({ day: one.day })}
                    aria-current={one.day === day.day ? 'page' : undefined}
                  >
                    <b>{Number(one.day.slice(8))}</b>
                    <i>{formatWeekday(one.day, t.lang, JAPAN)}</i>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <section className="programme" aria-labelledby="day">
            <h1 id="day">{t.programmeOf(formatDay(day.day, t.lang))}</h1>
            {view.sessions.length === 0 ? (
              <p className="nothing">{day.rest ? t.restDay : t.noSessions}</p>
            ) : (
              <>
                <Plan view={view} t={t} />
                {view.sessions.map((shown, at) => (
                  <SessionPopover
                    key={shown.session.id}
                    shown={shown}
                    slug={event.slug}
                    id={popoverId(at)}
                    t={t}
                    target="_blank"
                  />
                ))}
              </>
            )}
          </section>
        </main>
        <footer className="foot">
          <p>
            <a href={whole} target="_blank" rel="noopener">
              {t.screen.full}
            </a>{' '}
            {pavilionOf(event, t)} {t.release(release.number)}
          </p>
        </footer>
      </body>
    </html>
  );
}
