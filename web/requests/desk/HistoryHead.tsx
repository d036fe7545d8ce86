import { useQuery } from '@tanstack/react-query';
import { recordTexts } from '#shared/requests/record-texts.ts';
import { formatDateTime } from '#shared/time.ts';
import { call } from '../../api.ts';
import { useLang, useTexts } from '../../texts.ts';

const EVERY_MS = 30_000;

/** The end of the chain that seals the record, to be noted outside of the database. */
export function HistoryHead() {
  const lang = useLang();
  const t = useTexts(recordTexts).head;
  const { data } = useQuery({
    queryKey: ['history-head'],
    queryFn: ({ signal }) => call('GET /api/history/head', { signal }),
    refetchInterval: EVERY_MS,
  });
  if (!data) return null;
  const { head } = data;
  return (
    <section className="card p-4" aria-labelledby="history-head">
      <h2 id="history-head" className="text-14 font-bold">
        {t.title}
      </h2>
      {head ? (
        <>
          <p className="mt-1 text-13 text-ink-2">{t.about(String(head.seq), formatDateTime(head.sealedAt, lang))}</p>
          <p className="mt-2">
            <code className="history-head-value">{`${head.seq}:${head.hash}`}</code>
          </p>
        </>
      ) : (
        <p className="mt-1 text-13 text-ink-2">{t.none}</p>
      )}
    </section>
  );
}
