import { useQuery } from '@tanstack/react-query';
import { may } from '#shared/permission.ts';
import { call } from '../api.ts';
import { useActor } from '../layouts/use-account.ts';
import { useMe } from '../query.ts';

/** What one's own municipality is asked to check before the next release. */
export function useOwnProofs() {
  const event = useMe()?.currentEvent?.slug ?? '';
  const actor = useActor();
  return useQuery({
    queryKey: ['proofs', event],
    queryFn: ({ signal }) => call('GET /api/events/:event/proofs/mine', { params: { event }, signal }),
    enabled: event !== '' && actor !== null && may(actor, 'proof.read'),
  });
}
