import type { CertificateView } from '#shared/delegations/retention.ts';
import { retentionTexts } from '#shared/delegations/retention-texts.ts';
import { formatDateTime } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { paths } from '../paths.ts';
import { useLang, useTexts } from '../texts.ts';
import { Link } from '../ui/Link.tsx';
import { type Column, Table } from '../ui/Table.tsx';

/** Certificates of erasure, each leading to the one that can be printed. */
export function CertificateTable({ certificates }: { certificates: readonly CertificateView[] }) {
  const lang = useLang();
  const t = useTexts(retentionTexts);
  if (certificates.length === 0) return <p className="text-14 text-ink-3">{t.none}</p>;
  const columns: Column<CertificateView>[] = [
    { key: 'member', head: t.member, rowHead: true, cell: (one) => inWords(one.member, lang) },
    { key: 'event', head: t.event, wideOnly: true, cell: (one) => inWords(one.event, lang) },
    { key: 'doneAt', head: t.doneAt, cell: (one) => formatDateTime(one.doneAt, lang) },
    { key: 'people', head: t.people, number: true, cell: (one) => one.counts.identities },
    {
      key: 'see',
      head: t.certificate,
      cell: (one) => (
        <Link href={paths.certificates(one.id)} aria-label={t.seeOf(inWords(one.member, lang))}>
          {t.see}
        </Link>
      ),
    },
  ];
  return <Table caption={t.certificates} columns={columns} rows={certificates} rowKey={(one) => one.id} />;
}
