import { historyTexts } from '#shared/requests/history-texts.ts';
import { recordTexts } from '#shared/requests/record-texts.ts';
import { useTitle } from '../layouts/use-title.ts';
import { useTexts } from '../texts.ts';
import { HistoryRecord } from './desk/HistoryRecord.tsx';

/** What happened to a municipality's own things, for its manager. */
export function MemberHistoryPage() {
  const t = useTexts(historyTexts);
  const record = useTexts(recordTexts);
  useTitle(t.title);
  return (
    <div className="grid gap-4">
      <header>
        <h1>{t.title}</h1>
        <p className="text-ink-2">{record.ofMember}</p>
      </header>
      <HistoryRecord from="GET /api/history" />
    </div>
  );
}
