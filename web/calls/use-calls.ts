import { queryOptions } from '@tanstack/react-query';
import { call } from '../api.ts';
import { queryClient } from '../query.ts';

/** Calls of an event: those that have opened for members, all of them for the office. */
export function callsQuery(event: string) {
  return queryOptions({
    queryKey: ['calls', event],
    queryFn: async ({ signal }) => (await call('GET /api/events/:event/calls', { params: { event }, signal })).items,
    staleTime: 60_000,
  });
}

export function refreshCalls(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['calls'] });
}
