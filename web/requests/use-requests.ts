import { queryOptions } from '@tanstack/react-query';
import type { RequestView } from '#shared/requests/contract.ts';
import { call } from '../api.ts';
import { queryClient } from '../query.ts';

export const requestKey = (id: string) => ['request', id] as const;

/** One request as its reader may see it. */
export function requestQuery(id: string) {
  return queryOptions({
    queryKey: requestKey(id),
    queryFn: ({ signal }) => call('GET /api/requests/:id', { params: { id: id as RequestView['id'] }, signal }),
  });
}

const MANY = 200;

/** The municipality's own requests to an event; with `closed` also those that are over. */
export function myRequestsQuery(event: string, closed: boolean) {
  return queryOptions({
    queryKey: ['requests', 'mine', event, closed],
    queryFn: async ({ signal }) => {
      const page = (only: 'true' | 'false') =>
        call('GET /api/requests', { query: { event, closed: only, limit: MANY }, signal });
      const [open, over] = await Promise.all([page('false'), closed ? page('true') : null]);
      const ids = new Set(open.items.map((one) => one.id));
      return [...open.items, ...(over?.items ?? []).filter((one) => !ids.has(one.id))];
    },
  });
}

/** An event with its days, deadlines and windows. */
export function eventQuery(slug: string) {
  return queryOptions({
    queryKey: ['event', slug],
    queryFn: ({ signal }) => call('GET /api/events/:event', { params: { event: slug }, signal }),
    staleTime: 5 * 60_000,
  });
}

/** Shows the answer of a change at once, and lets every list that names the request fetch it anew. */
export function keepRequest(request: RequestView): void {
  queryClient.setQueryData(requestKey(request.id), request);
  void queryClient.invalidateQueries({ queryKey: ['requests'] });
}
