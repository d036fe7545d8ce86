import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../api.ts';
import { useMe } from '../query.ts';

const BOARD_EVERY_MS = 30_000;

/** The pass board of the current event, read anew every half minute. */
export function useBoard() {
  const event = useMe()?.currentEvent?.slug;
  return useQuery({
    queryKey: ['passes', 'board', event],
    queryFn: ({ signal }) => call('GET /api/events/:event/passes', { params: { event: event ?? '' }, signal }),
    enabled: Boolean(event),
    refetchInterval: BOARD_EVERY_MS,
  });
}

/** Reads passes and requests anew after a change of either. */
export function useRefreshPasses(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['passes'] }),
      client.invalidateQueries({ queryKey: ['requests'] }),
    ]);
  }, [client]);
}
