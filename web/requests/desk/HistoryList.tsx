import type { HistoryView } from '#shared/requests/contract.ts';
import { historySentence, stateChange } from '#shared/requests/history-sentence.ts';
import { historyTexts } from '#shared/requests/history-texts.ts';
import { formatStamp } from '#shared/time.ts';
import { useLang, useTexts } from '../../texts.ts';

/** The record in sentences, as given. */
export function HistoryList({ entries }: { entries: readonly HistoryView[] }) {
  const lang = useLang();
  const t = useTexts(historyTexts);
  if (entries.length === 0) return <p className="text-13 text-ink-3">{t.empty}</p>;
  return (
    <ol className="grid gap-2 text-13">
      {entries.map((entry) => {
        const change = stateChange(entry, lang);
        return (
          <li key={entry.id} className="grid grid-cols-[92px_minmax(0,1fr)] gap-3">
            <time className="text-ink-3" dateTime={entry.at}>
              {formatStamp(entry.at, lang)}
            </time>
            <span>
              {historySentence(entry, lang)}
              {change ? <span className="ml-2 text-ink-3">{change}</span> : null}
              {entry.reason ? <span className="block text-ink-2">{t.reason(entry.reason)}</span> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
