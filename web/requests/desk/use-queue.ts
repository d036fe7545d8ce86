import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../../api.ts';
import { type QueueWords, queueQuery, wordsText } from './queue-search.ts';

const LIST_EVERY_MS = 30_000;

/** The rows of the queue as far as they were asked for; read anew every half minute without losing the place. */
export function useQueueRows(words: QueueWords, event: string | undefined) {
  const found = useInfiniteQuery({
    queryKey: ['requests', 'queue', event, wordsText(words)],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/requests', {
        query: { ...queueQuery(words, event ?? ''), ...(pageParam ? { after: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: Boolean(event),
    refetchInterval: LIST_EVERY_MS,
    placeholderData: (before) => before,
  });
  return { ...found, rows: found.data?.pages.flatMap((page) => page.items) };
}

export function useQueueCounts(event: string | undefined) {
  return useQuery({
    queryKey: ['requests', 'counts', event],
    queryFn: ({ signal }) => call('GET /api/requests/counts', { query: { event: event ?? '' }, signal }),
    enabled: Boolean(event),
    refetchInterval: LIST_EVERY_MS,
  }).data;
}

/** Colleagues who can own a request. */
export function useStaff() {
  return (
    useQuery({
      queryKey: ['staff'],
      queryFn: ({ signal }) => call('GET /api/staff', { signal }),
      staleTime: 300_000,
    }).data?.items ?? []
  );
}

export function useMembers() {
  return (
    useQuery({
      queryKey: ['members'],
      queryFn: ({ signal }) => call('GET /api/members', { signal }),
      staleTime: 300_000,
    }).data?.items ?? []
  );
}

export function useSavedViews() {
  return (
    useQuery({ queryKey: ['saved-views'], queryFn: ({ signal }) => call('GET /api/saved-views', { signal }) }).data
      ?.items ?? []
  );
}

/** Reads everything about requests anew after a change. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: ['requests'] }), [client]);
}
