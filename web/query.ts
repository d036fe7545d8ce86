import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { MeView } from '#shared/accounts/contract.ts';
import { call, Refused } from './api.ts';

/** Who is signed in and which event is at hand. */
export type Me = MeView;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // The client repeats what may be repeated; a refusal does not get better by asking again.
      retry: false,
      refetchOnWindowFocus: true,
    },
  },
});

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call('GET /api/auth/me', { signal }),
  staleTime: 60_000,
});

/** Who is signed in; undefined until the first answer. */
export function useMe(): Me | undefined {
  return useQuery(meQuery).data;
}

/** The domain's clock (the demonstration's in a demonstration), moved on every `everyMs`. */
export function useNow(everyMs = 30_000): Date {
  const { data, dataUpdatedAt } = useQuery(meQuery);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  if (!data) return new Date();
  return new Date(Date.parse(data.now) + Math.max(0, Date.now() - dataUpdatedAt));
}

/** The sentence to show for a failed call; a sentence of the server's where there is one. */
export function wordsOf(error: unknown, texts: { offline: string; broken: string }): string {
  if (error instanceof Refused) return error.body.detail || texts.broken;
  return texts.offline;
}
