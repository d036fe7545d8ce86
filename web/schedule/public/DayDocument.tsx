import { inLang } from '#shared/lang.ts';
import { calendarTexts } from '#shared/schedule/calendar-texts.ts';
import { calendarsAddress } from '#shared/schedule/public-calendars.ts';
import { isFiltered } from '#shared/schedule/public-filter.ts';
import { publicAddress, publicQuery, withoutFilters } from '#shared/schedule/public-params.ts';
import type { PublicDayView } from '#shared/schedule/public-view.ts';
import { textsIn } from '#shared/text.ts';
import { formatDay, formatDays } from '#shared/time.ts';
import { DayTabs } from './DayTabs.tsx';
import { conditionWords, Filters, SearchForm } from './Filters.tsx';
import { Frame } from './Frame.tsx';
import { OnNow, Plan, popoverId } from './Plan.tsx';
import { PrintList } from './PrintList.tsx';
import { SessionPopover } from './SessionPopover.tsx';
import type { PublicWords } from './words.ts';

type Props = { view: PublicDayView; t: PublicWords };

/** The page of one day. */
export function DayDocument({ view, t, style }: Props & { style: string }) {
  const { site, event, release, params, day } = view;
  const filtered = isFiltered(params);
  const dayWords = formatDay(day.day, t.lang);
  const theme = inLang(day.theme, t.lang).text;
  return (
    <Frame
      {...{ site, event, release, t, style }}
      title={dayWords}
      description={t.describeDay(dayWords, theme, view.all)}
      address={(lang, whole) => publicAddress(event.slug, { ...(whole ? withoutFilters(params) : params), lang })}
      tab="day"
      today={view.now !== null}
      tools={<SearchForm view={view} t={t} />}
      links={<CalendarLinks view={view} t={t} />}
    >
      <div className="head">
        <div className="name">
          <p>
            <span>{t.where(event.shortName, inLang(event.city, t.lang).text)}</span>{' '}
            <span>{formatDays(event.startsOn, event.endsOn, t.lang)}</span>
          </p>
          <h1>{t.title}</h1>
        </div>
        <DayTabs view={view} t={t} />
      </div>
      <Filters view={view} t={t} />
      <section className="programme" aria-labelledby="day">
        <h2 id="day">
          {dayWords} <span>{theme}</span>
        </h2>
        {filtered ? <Narrowed view={view} t={t} /> : null}
        {view.sessions.length === 0 ? (
          <Nothing view={view} t={t} />
        ) : (
          <>
            <OnNow view={view} t={t} />
            <Plan view={view} t={t} />
            {view.sessions.map((shown, at) => (
              <SessionPopover key={shown.session.id} shown={shown} slug={event.slug} id={popoverId(at)} t={t} />
            ))}
          </>
        )}
      </section>
      <PrintList view={view} t={t} filtered={filtered} />
    </Frame>
  );
}

/** That something is filtered, by what, and the way out. */
function Narrowed({ view, t }: Props) {
  const empty = view.sessions.length === 0 && view.all > 0;
  return (
    <div className={empty ? 'narrowed empty' : 'narrowed'}>
      {empty ? <p className="big">{t.emptyTitle}</p> : null}
      <p>
        {conditionWords(view, t)} <b>{t.shown(view.sessions.length, view.all)}</b>
      </p>
      <a className="do" href={publicAddress(view.event.slug, withoutFilters(view.params))}>
        {t.clear}
      </a>
    </div>
  );
}

/** A day on which nothing is on at all; a day that a filter empties says so above. */
function Nothing({ view, t }: Props) {
  if (view.all > 0) return null;
  return <p className="nothing">{view.day.rest ? t.restDay : t.noSessions}</p>;
}

function CalendarLinks({ view: { event, params }, t }: Props) {
  return (
    <nav className="calendars" aria-label={t.calendars}>
      <a href={`/schedule/${event.slug}.ics${publicQuery({ ...withoutFilters(params), day: null })}`} rel="nofollow">
        {t.calendarOfAll}
      </a>
      <a href={calendarsAddress(event.slug, params.lang)}>{textsIn(calendarTexts, params.lang).link}</a>
    </nav>
  );
}
