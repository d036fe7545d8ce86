import { shellTexts } from '#shared/shell-texts.ts';
import { daysLeft, formatDeadline, formatLeft, formatShortDay, type Instant, isOver } from '#shared/time.ts';
import { useLang, useTexts } from '../texts.ts';
import { Clock, TriangleAlert } from './icons.tsx';

/** Whose turn it is and by when: 次：富山市　9/30まで. `mine` makes the name bold. */
export function TurnLine({ who, due, mine }: { who: string; due?: Instant | null; mine?: boolean }) {
  const lang = useLang();
  const t = useTexts(shellTexts);
  const [before, after] = t.turn('\0').split('\0');
  return (
    <span className="turn">
      {before}
      {mine ? <b>{who}</b> : who}
      {after}
      {due ? <span className="ml-2">{t.until(formatShortDay(due, lang))}</span> : null}
    </span>
  );
}

/** How many days a deadline still feels near. */
const SOON_DAYS = 7;

/** How much time is left: plain, soon (clock) or late (triangle). The exact deadline is in the title and for readers. */
export function DueChip({ due, now, soon }: { due: Instant; now: Instant; soon?: boolean }) {
  const lang = useLang();
  const late = isOver(due, now);
  const near = soon ?? daysLeft(due, now) <= SOON_DAYS;
  const tone = late ? 'late' : near ? 'soon' : 'calm';
  return (
    <span className="due" data-tone={tone} title={formatDeadline(due, lang)}>
      {late ? <TriangleAlert aria-hidden="true" /> : near ? <Clock aria-hidden="true" /> : null}
      {formatLeft(due, now, lang)}
    </span>
  );
}
