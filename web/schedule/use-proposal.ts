import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { placementTexts } from '#shared/schedule/placement-texts.ts';
import { call } from '../api.ts';
import { useMe } from '../query.ts';
import { useTexts } from '../texts.ts';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { useRefreshSchedule } from './use-draft.ts';

const ASK_EVERY_MS = 800;

/** The proposal that this editor asked for: asking, how far it is, stopping, accepting. Nothing is asked of the server before. */
export function useProposal() {
  const t = useTexts(placementTexts);
  const event = useMe()?.currentEvent?.slug ?? '';
  const client = useQueryClient();
  const refresh = useRefreshSchedule();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState<readonly { id: string; detail: string }[]>([]);
  const { busy, send, sentence } = useSending('proposal');
  const key = ['placement', event];
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call('GET /api/events/:event/placement', { params: { event }, signal }),
    enabled: open,
    refetchInterval: (query) => (query.state.data?.run?.state === 'running' ? ASK_EVERY_MS : false),
  });
  const run = open ? (data?.run ?? null) : null;
  return {
    ...{ open, run, busy, sentence, refused },
    ask: () =>
      send(async () => {
        const begun = await call('POST /api/events/:event/placements', { params: { event } });
        client.setQueryData(key, { run: begun });
        setRefused([]);
        setOpen(true);
      }),
    stop: () =>
      send(async () => {
        if (!run) return;
        const stopped = await call('POST /api/placements/:id/cancellation', { params: { id: run.id } });
        client.setQueryData(key, { run: stopped });
      }),
    accept: (sessionIds: readonly string[]) =>
      send(async () => {
        if (!run) return;
        const answer = await call('POST /api/placements/:id/acceptance', {
          params: { id: run.id },
          body: { sessionIds: [...sessionIds] as never },
        });
        setRefused(answer.refused);
        await refresh();
        toast({
          message: answer.refused.length > 0 ? t.refused(answer.refused.length) : t.accepted(answer.done.length),
        });
      }),
    close: () => setOpen(false),
  };
}
