import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { RequestView } from '#shared/requests/contract.ts';
import { call } from '../../api.ts';

const PRESENCE_EVERY_MS = 20_000;
type Id = RequestView['id'];

export function useRequest(id: string) {
  return useQuery({
    queryKey: ['requests', 'one', id],
    queryFn: ({ signal }) => call('GET /api/requests/:id', { params: { id: id as Id }, signal }),
  });
}

/** Says every 20 seconds that I have it open; answers who else has, and reads it anew when it was changed. */
export function usePresence(request: RequestView | undefined): readonly string[] {
  const client = useQueryClient();
  const id = request?.id;
  const version = request?.version;
  const { data } = useQuery({
    queryKey: ['presence', id],
    queryFn: () => call('PUT /api/requests/:id/presence', { params: { id: id as Id } }),
    enabled: id !== undefined,
    refetchInterval: PRESENCE_EVERY_MS,
    staleTime: 0,
  });
  const now = data?.version;
  useEffect(() => {
    if (id && now !== undefined && version !== undefined && now > version) {
      void client.invalidateQueries({ queryKey: ['requests', 'one', id] });
    }
  }, [id, now, version, client]);
  return data?.others ?? [];
}

export function useConversation(id: Id, withNotes: boolean) {
  const messages = useQuery({
    queryKey: ['requests', 'messages', id],
    queryFn: ({ signal }) => call('GET /api/requests/:id/messages', { params: { id }, signal }),
    refetchInterval: PRESENCE_EVERY_MS,
  });
  const notes = useQuery({
    queryKey: ['requests', 'notes', id],
    queryFn: ({ signal }) => call('GET /api/requests/:id/notes', { params: { id }, signal }),
    enabled: withNotes,
    refetchInterval: PRESENCE_EVERY_MS,
  });
  return { messages: messages.data?.items ?? [], notes: notes.data?.items ?? [], error: messages.error ?? notes.error };
}

export function useHistoryOf(id: Id) {
  return (
    useQuery({
      queryKey: ['requests', 'history', id],
      queryFn: ({ signal }) => call('GET /api/requests/:id/history', { params: { id }, signal }),
    }).data?.items ?? []
  );
}
