import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { call } from '../api.ts';
import { useMe } from '../query.ts';

const DRAFT_EVERY_MS = 30_000;
const PRESENCE_EVERY_MS = 5_000;
const NOBODY: readonly string[] = [];

/** The draft programme of the current event, read anew as soon as a colleague changes it, and every half minute. */
export function useDraft() {
  const event = useMe()?.currentEvent?.slug;
  return useQuery({
    queryKey: ['schedule', 'draft', event],
    queryFn: ({ signal }) => call('GET /api/events/:event/schedule', { params: { event: event ?? '' }, signal }),
    enabled: Boolean(event),
    refetchInterval: DRAFT_EVERY_MS,
  });
}

/** Who else has the programme open; a change of theirs is read at once. */
export function usePresence(): readonly string[] {
  const event = useMe()?.currentEvent?.slug;
  const refresh = useRefreshSchedule();
  const seen = useRef<string | null>(null);
  const { data } = useQuery({
    queryKey: ['editor-presence', event],
    queryFn: ({ signal }) =>
      call('PUT /api/events/:event/schedule/presence', { params: { event: event ?? '' }, signal }),
    enabled: Boolean(event),
    refetchInterval: PRESENCE_EVERY_MS,
    gcTime: 0,
  });
  const mark = data?.mark;
  useEffect(() => {
    if (mark === undefined) return;
    if (seen.current !== null && seen.current !== mark) void refresh();
    seen.current = mark;
  }, [mark, refresh]);
  return data?.others ?? NOBODY;
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
