import { useQuery } from '@tanstack/react-query';
import { retentionTexts } from '#shared/delegations/retention-texts.ts';
import { useTexts } from '../texts.ts';
import { CertificateTable } from './CertificateTable.tsx';
import { certificatesQuery } from './use-retention.ts';

/** What has been erased of the municipality's own people; nothing while there is none. */
export function OwnCertificates() {
  const t = useTexts(retentionTexts);
  const { data } = useQuery(certificatesQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby="certificates" className="grid min-w-0 gap-3">
      <h2 id="certificates">{t.certificates}</h2>
      <CertificateTable certificates={data.items} />
    </section>
  );
}
