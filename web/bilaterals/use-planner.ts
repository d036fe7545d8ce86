import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { RequestId } from '#shared/ids.ts';
import { call } from '../api.ts';
import { useMe } from '../query.ts';

const EVERY_MS = 30_000;

/** The requests for meetings of the current event. */
export function useBilaterals() {
  const event = useMe()?.currentEvent?.slug;
  return useQuery({
    queryKey: ['bilaterals', 'list', event],
    queryFn: ({ signal }) => call('GET /api/events/:event/bilaterals', { params: { event: event ?? '' }, signal }),
    enabled: Boolean(event),
    refetchInterval: EVERY_MS,
  });
}

/** Who and which rooms are taken when; only for those who may arrange meetings. */
export function usePlanner(requestId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['bilaterals', 'planner', requestId],
    queryFn: ({ signal }) => call('GET /api/requests/:id/planner', { params: { id: requestId as RequestId }, signal }),
    enabled,
    refetchInterval: EVERY_MS,
  });
}

/** The meeting of a request, for those who only look. */
export function useMeetingOf(requestId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['bilaterals', 'meeting', requestId],
    queryFn: ({ signal }) => call('GET /api/requests/:id/meeting', { params: { id: requestId as RequestId }, signal }),
    enabled,
  });
}

/** Reads meetings and requests anew after a change of either. */
export function useRefreshBilaterals(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await Promise.all(
      ['bilaterals', 'requests', 'findings'].map((key) => client.invalidateQueries({ queryKey: [key] })),
    );
  }, [client]);
}
