import type { RequestRow } from '#shared/requests/contract.ts';
import { isClosed } from '#shared/requests/lifecycle.ts';
import { useLang } from '../../texts.ts';
import { Clock, TriangleAlert } from '../../ui/icons.tsx';
import { dueWords } from './row-words.ts';

/** How much time is left, loud by risk; the pointer shows the weekday and the days such work usually takes. */
export function DueCell({ row, now }: { row: RequestRow; now: Date }) {
  const lang = useLang();
  const due = isClosed(row.state) ? null : dueWords(row, now, lang);
  if (!due) return <span className="due">–</span>;
  return (
    <span className="due" data-tone={due.tone} title={due.hint}>
      {due.tone === 'late' ? <TriangleAlert aria-hidden="true" /> : null}
      {due.tone === 'soon' ? <Clock aria-hidden="true" /> : null}
      {due.left}
      <span className="hidden-text">{due.hint}</span>
    </span>
  );
}
