import type { DeadlineView } from '#shared/events/contract.ts';
import { memberTexts } from '#shared/requests/member-texts.ts';
import { daysLeft, formatLeft, formatShortDay, formatWeekday, isOver, JAPAN } from '#shared/time.ts';
import { inWords } from '../../in-words.ts';
import { useNow } from '../../query.ts';
import { useLang, useTexts } from '../../texts.ts';

const SHOWN = 6;
const HOT_DAYS = 4;

/** The next deadlines that matter to a municipality. Those among the networks are the office's own business. */
export function Deadlines({ deadlines }: { deadlines: readonly DeadlineView[] }) {
  const lang = useLang();
  const t = useTexts(memberTexts).home;
  const now = useNow();
  const next = deadlines
    .filter((one) => one.tier !== 'network' && !isOver(one.dueAt, now))
    .sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt))
    .slice(0, SHOWN);
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines" className="mb-2 text-15">
        {t.deadlines}
      </h2>
      {next.length === 0 ? <p className="text-13 text-ink-3">{t.noDeadlines}</p> : null}
      <ul className="deadlines">
        {next.map((one) => (
          <li key={one.id}>
            <span className="deadline-day">
              <b>{formatShortDay(one.dueAt, lang)}</b>
              {lang === 'ja'
                ? `（${formatWeekday(one.dueAt, lang, JAPAN)}）`
                : ` ${formatWeekday(one.dueAt, lang, JAPAN)}`}
            </span>
            <span>{inWords(one.name, lang)}</span>
            <span className="deadline-left" data-hot={daysLeft(one.dueAt, now) <= HOT_DAYS || undefined}>
              {formatLeft(one.dueAt, now, lang)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
