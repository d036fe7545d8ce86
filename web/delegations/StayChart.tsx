import './stay-chart.css';
import { Fragment } from 'react';
import type { DelegateView } from '#shared/delegations/contract.ts';
import { columnsOf, daysToShow } from '#shared/delegations/stay.ts';
import { delegationTexts } from '#shared/delegations/texts.ts';
import { formatDay } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

type StayChartProps = {
  delegates: readonly DelegateView[];
  event: { startsOn: string; endsOn: string };
};

const dayNumber = (day: string) => String(Number(day.slice(8)));

/** Who is there on which days, at a glance; the same as sentences for whoever cannot see it. */
export function StayChart({ delegates, event }: StayChartProps) {
  const lang = useLang();
  const t = useTexts(delegationTexts);
  const days = daysToShow(delegates, event);
  const nameOf = (one: DelegateView) => t.fullName(one.familyName, one.givenName);
  return (
    <div className="stay-chart">
      <div
        className="stay-grid"
        aria-hidden="true"
        style={{ gridTemplateColumns: `minmax(98px, 22%) repeat(${days.length}, minmax(0, 1fr))` }}
      >
        <span />
        {days.map((day, index) => (
          <span key={day} className="stay-day">
            {days.length <= 12 || index % 2 === 0 ? dayNumber(day) : ''}
          </span>
        ))}
        {delegates.map((one, row) => {
          const columns = columnsOf(one, days);
          return (
            <Fragment key={one.id}>
              <span className="stay-name" style={{ gridRow: row + 2, gridColumn: 1 }}>
                {lang === 'en' && one.familyLatin ? one.familyLatin : one.familyName}{' '}
                <small>{inWords(one.title, lang) || t.level[one.level]}</small>
              </span>
              {days.map((day, index) => (
                <i
                  key={day}
                  className="stay-cell"
                  data-event={(day >= event.startsOn && day <= event.endsOn) || undefined}
                  style={{ gridRow: row + 2, gridColumn: index + 2 }}
                />
              ))}
              {columns && one.arrivesOn && one.leavesOn ? (
                <span
                  className="stay-bar"
                  style={{ gridRow: row + 2, gridColumn: `${columns.from + 2} / ${columns.to + 2}` }}
                >
                  {columns.to - columns.from > 2 ? t.dayRange(dayNumber(one.arrivesOn), dayNumber(one.leavesOn)) : null}
                </span>
              ) : (
                <span className="stay-bar" data-unknown style={{ gridRow: row + 2, gridColumn: `2 / span 3` }}>
                  {t.undecided}
                </span>
              )}
            </Fragment>
          );
        })}
      </div>
      <VisuallyHidden>
        {delegates
          .map((one) =>
            one.arrivesOn && one.leavesOn
              ? t.stayLine(nameOf(one), formatDay(one.arrivesOn, lang), formatDay(one.leavesOn, lang))
              : t.stayUnknown(nameOf(one)),
          )
          .join('\n')}
      </VisuallyHidden>
    </div>
  );
}
