import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../api.ts';
import { useMe } from '../query.ts';

const DRAFT_EVERY_MS = 30_000;

/** The draft programme of the current event, read anew every half minute: two editors see each other's moves. */
export function useDraft() {
  const event = useMe()?.currentEvent?.slug;
  return useQuery({
    queryKey: ['schedule', 'draft', event],
    queryFn: ({ signal }) => call('GET /api/events/:event/schedule', { params: { event: event ?? '' }, signal }),
    enabled: Boolean(event),
    refetchInterval: DRAFT_EVERY_MS,
  });
}

/** Approved speaking requests, which may not have a session yet. */
export function useApprovedSpeaking() {
  const event = useMe()?.currentEvent?.slug;
  return (
    useQuery({
      queryKey: ['requests', 'approved-speaking', event],
      queryFn: ({ signal }) =>
        call('GET /api/requests', {
          query: { event: event ?? '', kind: ['speaking'], state: ['approved'], limit: 200 },
          signal,
        }),
      enabled: Boolean(event),
    }).data?.items ?? []
  );
}

/** Reads the programme, its findings and the requests anew after a change. */
export function useRefreshSchedule(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await Promise.all(['schedule', 'findings', 'requests'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  }, [client]);
}
