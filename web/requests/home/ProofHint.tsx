import { useQuery } from '@tanstack/react-query';
import { may } from '#shared/permission.ts';
import { proofHintTexts } from '#shared/requests/proof-hint-texts.ts';
import { call } from '../../api.ts';
import { useActor } from '../../layouts/use-account.ts';
import { paths } from '../../paths.ts';
import { useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/Link.tsx';

/** While sessions wait for their check before a release, a municipality is told so on its first screen. */
export function ProofHint({ event }: { event: string }) {
  const t = useTexts(proofHintTexts);
  const actor = useActor();
  const { data } = useQuery({
    queryKey: ['proofs', event],
    queryFn: ({ signal }) => call('GET /api/events/:event/proofs/mine', { params: { event }, signal }),
    enabled: actor !== null && may(actor, 'proof.read'),
  });
  const waiting = data?.items.filter(({ state }) => state === 'waiting' || state === 'late').length ?? 0;
  if (waiting === 0) return null;
  return (
    <Banner kind="action" action={<ButtonLink href={paths.proofs()}>{t.look}</ButtonLink>}>
      {t.hint(waiting)}
    </Banner>
  );
}
