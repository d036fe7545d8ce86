import type { WindowView } from '#shared/events/contract.ts';
import type { RequestRow } from '#shared/requests/contract.ts';
import { memberTexts } from '#shared/requests/member-texts.ts';
import { neededAct } from '#shared/requests/progress.ts';
import { requestWords } from '#shared/requests/words.ts';
import { daysLeft, formatDeadline, formatLeft } from '#shared/time.ts';
import { inWords } from '../../in-words.ts';
import { paths } from '../../paths.ts';
import { useNow } from '../../query.ts';
import { useLang, useTexts } from '../../texts.ts';
import { KindIcon } from '../../ui/icons.tsx';
import { ButtonLink } from '../../ui/Link.tsx';
import { StateGlyph } from '../../ui/StatusPill.tsx';

type NeededActionsProps = {
  rows: readonly RequestRow[];
  windows: readonly WindowView[];
  /** The nearest deadline of anything, shown when nothing is needed. */
  nextDue: string | null;
};

/** So few days left that it is said loudly. */
const HOT_DAYS = 4;

/** What the municipality must do now, soonest first, each with one button. The first button is the screen's main one. */
export function NeededActions({ rows, windows, nextDue }: NeededActionsProps) {
  const lang = useLang();
  const t = useTexts(memberTexts).home;
  const words = useTexts(requestWords);
  const now = useNow();
  const dueOf = (row: RequestRow) =>
    row.dueAt ?? (row.state === 'draft' ? windows.find((one) => one.kind === row.kind)?.closesAt : null) ?? null;
  const items = rows
    .map((row) => ({ row, due: dueOf(row), act: neededAct(row) ?? 'answer' }))
    .sort(
      (one, other) =>
        Number(one.row.state === 'draft') - Number(other.row.state === 'draft') ||
        (one.due ?? '9').localeCompare(other.due ?? '9'),
    );
  const what = ({ row, act }: (typeof items)[number]) => {
    const title = inWords(row.title, lang) || words.untitled[row.kind];
    if (act === 'draft') return t.draft(words.kind[row.kind]);
    return row.nextStep && lang === 'ja' ? row.nextStep : t[act](title);
  };
  if (items.length === 0) {
    return (
      <section className="card home-calm">
        <StateGlyph state="confirmed" size={18} />
        <div>
          <h2>{t.nothing}</h2>
          {nextDue ? <p>{t.nothingBody(formatDeadline(nextDue, lang))}</p> : null}
        </div>
      </section>
    );
  }
  return (
    <section className="needed" aria-labelledby="needed">
      <div className="needed-head">
        <h2 id="needed">
          <StateGlyph state="action" size={18} />
          {t.needed}
          <span className="needed-count">{items.length}</span>
        </h2>
        <p className="wide-only">{t.japanTime}</p>
      </div>
      <ul>
        {items.map((item) => {
          const { row, due, act } = item;
          const title = inWords(row.title, lang);
          return (
            <li key={row.id}>
              <KindIcon kind={row.kind} />
              <div>
                <p className="needed-what">{what(item)}</p>
                <p className="needed-where">
                  {words.kind[row.kind]}
                  {title ? <span>{title}</span> : null}
                  {row.reference ? <span>{row.reference}</span> : null}
                </p>
              </div>
              <p className="needed-due" data-hot={(due && daysLeft(due, now) <= HOT_DAYS) || undefined}>
                <b>{due ? formatLeft(due, now, lang) : t.noDue}</b>
                {due ? <span>{formatDeadline(due, lang)}</span> : null}
              </p>
              <ButtonLink
                href={act === 'draft' ? paths.editRequest(row.id, 'resume') : paths.request(row.id)}
                look={item === items[0] && act !== 'draft' ? 'primary' : 'outline'}
              >
                {t.act[act]}
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
