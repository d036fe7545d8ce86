import { may } from '#shared/permission.ts';
import { historyTexts } from '#shared/requests/history-texts.ts';
import { recordTexts } from '#shared/requests/record-texts.ts';
import { DeskPage } from '../../layouts/DeskPage.tsx';
import { useActor } from '../../layouts/use-account.ts';
import { useTexts } from '../../texts.ts';
import { HistoryExport } from './HistoryExport.tsx';
import { HistoryHead } from './HistoryHead.tsx';
import { HistoryRecord } from './HistoryRecord.tsx';

/** The record of changes: everything for an auditor, and for everybody else at the office what they did themselves. */
export function HistoryPage() {
  const t = useTexts(historyTexts);
  const record = useTexts(recordTexts);
  const actor = useActor();
  const all = actor !== null && may(actor, 'history.read');
  const exports = actor !== null && may(actor, 'history.export');
  return (
    <DeskPage
      title={t.title}
      subtitle={all ? t.subtitle : record.mineSubtitle}
      actions={exports ? <HistoryExport /> : null}
    >
      <div className="grid gap-4">
        {exports ? <HistoryHead /> : null}
        <HistoryRecord from={all ? 'GET /api/history' : 'GET /api/history/mine'} />
      </div>
    </DeskPage>
  );
}
