import { queryOptions } from '@tanstack/react-query';
import { call } from '../api.ts';
import { queryClient } from '../query.ts';

/** What of an event's passport data is due, asked for and erased. */
export function retentionQuery(event: string) {
  return queryOptions({
    queryKey: ['retention', event],
    queryFn: ({ signal }) => call('GET /api/events/:event/retention', { params: { event }, signal }),
    enabled: event !== '',
  });
}

/** Certificates of erasure, one's own municipality's or all. */
export const certificatesQuery = queryOptions({
  queryKey: ['retention', 'certificates'],
  queryFn: ({ signal }) => call('GET /api/certificates', { signal }),
});

export function refreshRetention(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['retention'] });
}
