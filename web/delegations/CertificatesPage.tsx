import { useQuery } from '@tanstack/react-query';
import type { CertificateId, CertificateView } from '#shared/delegations/retention.ts';
import { retentionTexts } from '#shared/delegations/retention-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatLongDay, formatTime, JAPAN } from '#shared/time.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useTitle } from '../layouts/use-title.ts';
import { useSearchWords } from '../navigation.ts';
import { paths } from '../paths.ts';
import { wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ArrowLeft, Printer } from '../ui/icons.tsx';
import { Link } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { CertificateTable } from './CertificateTable.tsx';
import { certificatesQuery } from './use-retention.ts';

/** Certificates of erasure; one of them opens below its own address, for printing. */
export function CertificatesPage() {
  const t = useTexts(retentionTexts);
  const shell = useTexts(shellTexts);
  const [search] = useSearchWords();
  useTitle(t.certificates);
  const list = useQuery({ ...certificatesQuery, enabled: !search.id });
  return (
    <div className="mx-auto w-full max-w-[860px] p-5">
      <h1 className="mb-5">{search.id ? t.certificate : t.certificates}</h1>
      {search.id ? <One id={search.id as CertificateId} /> : null}
      {!search.id && list.error ? <Banner kind="error">{wordsOf(list.error, shell)}</Banner> : null}
      {!search.id && list.data ? <CertificateTable certificates={list.data.items} /> : null}
      {!search.id && !list.data && !list.error ? <Skeleton rows={4} /> : null}
    </div>
  );
}

function One({ id }: { id: CertificateId }) {
  const t = useTexts(retentionTexts);
  const shell = useTexts(shellTexts);
  const { data, error, refetch } = useQuery({
    queryKey: ['retention', 'certificates', id],
    queryFn: ({ signal }) => call('GET /api/certificates/:id', { params: { id }, signal }),
  });
  return (
    <>
      <p className="no-print mb-4 flex flex-wrap items-center justify-between gap-3">
        <Link href={paths.certificates()} className="inline-flex items-center gap-1">
          <ArrowLeft size={16} aria-hidden="true" />
          {t.certificates}
        </Link>
        <Button onClick={() => window.print()}>
          <Printer aria-hidden="true" />
          {t.print}
        </Button>
      </p>
      {error ? <Banner kind="error">{wordsOf(error, shell)}</Banner> : null}
      {data ? <Certificate certificate={data} /> : null}
      {!data && !error ? <Skeleton rows={6} onRetry={() => void refetch()} /> : null}
    </>
  );
}

function Certificate({ certificate: one }: { certificate: CertificateView }) {
  const lang = useLang();
  const t = useTexts(retentionTexts);
  const rows: [string, string][] = [
    [t.member, inWords(one.member, lang)],
    [t.event, inWords(one.event, lang)],
    [t.reason, t.kind[one.kind]],
    [t.doneAt, t.at(formatLongDay(one.doneAt, lang), formatTime(one.doneAt, JAPAN))],
    [t.identities, t.count(one.counts.identities)],
    [t.cells, t.count(one.counts.cells)],
    [t.links, t.count(one.counts.links)],
    [t.mails, t.count(one.counts.mails)],
    [t.keys, one.keyIds.join(', ')],
    [t.by, one.requestedBy],
    [t.approver, one.approvedBy],
    [t.head, one.historyHead],
  ];
  return (
    <article className="card p-6">
      <p className="mb-5 text-16">{t.statement(inWords(one.member, lang), inWords(one.event, lang))}</p>
      <dl className="grid gap-y-2 text-14">
        {rows.map(([term, value]) => (
          <div key={term} className="grid gap-x-4 border-b border-line-soft pb-2 wide:grid-cols-[220px_1fr]">
            <dt className="text-ink-3">{term}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-6 text-right text-15">{t.issuer}</p>
    </article>
  );
}
