import type { taskOperations } from '#shared/requests/task-operations.ts';
import { TASK_RULES } from '#shared/requests/tasks.ts';
import type { Sample } from './sample.ts';

const event = (body?: unknown): Sample => ({
  of: 'nobody',
  path: (_whose, around) => [around.event],
  ...(body === undefined ? {} : { body: () => body }),
});

/** How the operations of the tasks before and after a session are called for the matrix of rights. */
export const taskSamples: Record<keyof typeof taskOperations, Sample> = {
  'GET /api/events/:event/tasks': event(),
  'PUT /api/tasks/:id': {
    of: 'member',
    path: (whose) => [whose.task],
    body: () => ({ state: 'open', note: '', officerId: null }),
  },
  'POST /api/requests/:id/tasks': {
    of: 'member',
    path: (whose) => [whose.speaking],
    body: () => ({ kind: 'rehearsal' }),
  },
  'POST /api/events/:event/task-reminders': event({ state: 'open' }),
  'GET /api/events/:event/task-rules': event(),
  'PUT /api/events/:event/task-rules': event({ rules: TASK_RULES }),
};
