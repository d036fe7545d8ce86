import { queryOptions } from '@tanstack/react-query';
import type { DelegationId, OrganisationId } from '#shared/ids.ts';
import { call } from '../api.ts';
import { queryClient } from '../query.ts';

/** A member's delegation to an event. Whoever may change it begins it by looking; others see null until it exists. */
export function delegationQuery(event: string, member: string, mayChange: boolean) {
  return queryOptions({
    queryKey: ['delegation', event, member],
    queryFn: async ({ signal }) => {
      const { items } = await call('GET /api/events/:event/delegations', { params: { event }, signal });
      const found = items.find((one) => one.member.id === member);
      if (found) return await call('GET /api/delegations/:id', { params: { id: found.id as DelegationId }, signal });
      if (!mayChange) return null;
      return await call('PUT /api/events/:event/delegations/:member', {
        params: { event, member: member as OrganisationId },
        signal,
      });
    },
  });
}

export function refreshDelegation(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['delegation'] });
}
