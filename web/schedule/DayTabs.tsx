import type { DraftView } from '#shared/schedule/contract.ts';
import { editorTexts } from '#shared/schedule/editor-texts.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { formatWeekday } from '#shared/time.ts';
import { useLang, useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

type DayTabsProps = {
  draft: DraftView;
  days: readonly string[];
  three: boolean;
  /** Days with something that cannot happen as planned. */
  marked: ReadonlySet<string>;
  stopped: string | null;
  onDay: (day: string) => void;
  onSpan: (three: boolean) => void;
  onAdd: () => void;
};

/** The days of the event, how many are shown, and the button for a new session. */
export function DayTabs({ draft, days, three, marked, stopped, onDay, onSpan, onAdd }: DayTabsProps) {
  const lang = useLang();
  const t = useTexts(scheduleTexts);
  const e = useTexts(editorTexts);
  return (
    <nav className="day-tabs no-print" aria-label={t.days}>
      {draft.days.map((one) => (
        <button
          key={one.day}
          type="button"
          data-rest={one.rest || undefined}
          aria-current={days.includes(one.day) ? 'date' : undefined}
          onClick={() => onDay(one.day)}
        >
          <b>{Number(one.day.slice(8))}</b> {formatWeekday(one.day, lang, draft.timeZone)}
          {marked.has(one.day) ? <i aria-hidden="true" /> : null}
          {one.rest ? <VisuallyHidden>{t.rest}</VisuallyHidden> : null}
        </button>
      ))}
      <span className="flex-1" />
      <fieldset className="day-span wide-only">
        <legend className="hidden-text">{e.span}</legend>
        <button type="button" aria-pressed={!three} onClick={() => onSpan(false)}>
          {e.oneDay}
        </button>
        <button type="button" aria-pressed={three} onClick={() => onSpan(true)}>
          {e.threeDays}
        </button>
      </fieldset>
      <Button size={30} disabledReason={stopped} onClick={onAdd}>
        {t.addSession}
      </Button>
    </nav>
  );
}
