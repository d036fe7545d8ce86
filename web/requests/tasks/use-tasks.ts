import { infiniteQueryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { TaskQuery } from '#shared/requests/task-contract.ts';
import { call } from '../../api.ts';
import { queryClient } from '../../query.ts';

export type TaskWords = Partial<Pick<z.input<typeof TaskQuery>, 'kind' | 'member' | 'request' | 'owner' | 'state'>>;

/** The tasks of an event that fit, a page at a time, the soonest first. */
export function tasksQuery(event: string, words: TaskWords, limit = 50) {
  return infiniteQueryOptions({
    queryKey: ['tasks', event, words, limit],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/events/:event/tasks', {
        params: { event },
        query: { ...words, limit, ...(pageParam ? { after: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: event !== '',
  });
}

/** Lets every list of tasks fetch anew. */
export function refreshTasks(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['tasks'] });
}
