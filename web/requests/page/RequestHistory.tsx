import { useQuery } from '@tanstack/react-query';
import type { RequestView } from '#shared/requests/contract.ts';
import { memberTexts } from '#shared/requests/member-texts.ts';
import { call } from '../../api.ts';
import { useTexts } from '../../texts.ts';
import { HistoryList } from '../desk/HistoryList.tsx';
import { requestKey } from '../use-requests.ts';

/** The record of a request in sentences, folded away until somebody wants to know. */
export function RequestHistory({ id }: { id: RequestView['id'] }) {
  const t = useTexts(memberTexts).page;
  const { data } = useQuery({
    queryKey: [...requestKey(id), 'history'],
    queryFn: ({ signal }) => call('GET /api/requests/:id/history', { params: { id }, signal }),
  });
  return (
    <details className="request-history no-print">
      <summary>{t.history}</summary>
      <HistoryList entries={data?.items ?? []} />
    </details>
  );
}
