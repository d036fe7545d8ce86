import { inLang } from '#shared/lang.ts';
import { inWeeks } from '#shared/schedule/public-days.ts';
import { publicAddress } from '#shared/schedule/public-params.ts';
import type { PublicDayView, ShownDay } from '#shared/schedule/public-view.ts';
import { formatWeekday, JAPAN } from '#shared/time.ts';
import type { PublicWords } from './words.ts';

/** The days as links; filters and language stay. */
export function DayTabs({ view, t }: { view: PublicDayView; t: PublicWords }) {
  const weeks = inWeeks(view.days);
  return (
    <nav className="days" aria-label={t.days}>
      {weeks.map(({ number, days }) => (
        <div key={number} className="week">
          {weeks.length > 1 ? <p>{t.week(number)}</p> : null}
          <ul>
            {days.map((day) => (
              <li key={day.day}>
                <DayTab day={day} view={view} t={t} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function DayTab({ day, view, t }: { day: ShownDay; view: PublicDayView; t: PublicWords }) {
  const classes = ['day', day.past ? 'past' : '', day.rest ? 'rest' : ''].filter(Boolean).join(' ');
  const theme = inLang(day.theme, t.lang).text || (day.rest ? t.rest : '');
  return (
    <a
      className={classes}
      href={publicAddress(view.event.slug, { ...view.params, day: day.day })}
      aria-current={day.day === view.day.day ? 'page' : undefined}
    >
      <b>{Number(day.day.slice(8))}</b>
      <i>{formatWeekday(day.day, t.lang, JAPAN)}</i>
      {day.matches === null ? <span>{theme}</span> : <span>{t.matches(day.matches)}</span>}
      {day.today ? <em>{t.today}</em> : null}
    </a>
  );
}
