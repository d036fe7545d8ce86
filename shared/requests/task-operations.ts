import { z } from 'zod';
import { RequestId, TaskId } from '#shared/ids.ts';
import { defineOperations } from '#shared/operation.ts';
import { QueueFilter } from './contract.ts';
import * as shape from './task-contract.ts';

const ofEvent = z.strictObject({ event: QueueFilter.event });

/** The small deadlines that follow when a request became a session. */
export const taskOperations = defineOperations({
  'GET /api/events/:event/tasks': {
    id: 'listTasks',
    summary: 'What must still be done for the sessions, the soonest first',
    action: 'task.read',
    params: ofEvent,
    query: shape.TaskQuery,
    answer: shape.TaskPage,
  },
  'PUT /api/tasks/:id': {
    id: 'changeTask',
    summary: 'Tick a task, say that it is not needed, take it over, or move when it is due',
    action: 'task.do',
    params: z.strictObject({ id: TaskId }),
    body: shape.TaskChange,
    ifMatch: true,
    answer: shape.TaskView,
    problems: ['wrong-state', 'changed-meanwhile', 'not-allowed'],
  },
  'POST /api/requests/:id/tasks': {
    id: 'addTask',
    summary: 'Add a task that not every session has, such as a rehearsal',
    action: 'task.plan',
    params: z.strictObject({ id: RequestId }),
    body: shape.NewTask,
    status: 201,
    answer: shape.TaskView,
    problems: ['wrong-state', 'already-exists'],
  },
  'POST /api/events/:event/task-reminders': {
    id: 'remindOfTasks',
    summary: 'Remind each municipality once, with its own list',
    action: 'task.plan',
    params: ofEvent,
    body: shape.TaskReminder,
    answer: shape.Reminded,
    problems: ['wrong-state'],
  },
  'GET /api/events/:event/task-rules': {
    id: 'readTaskRules',
    summary: 'When the tasks of a session are due, and whose they are',
    action: 'task.read',
    params: ofEvent,
    answer: shape.TaskRules,
  },
  'PUT /api/events/:event/task-rules': {
    id: 'changeTaskRules',
    summary: 'Change when the tasks of sessions placed from now on are due',
    action: 'task.plan',
    params: ofEvent,
    body: shape.TaskRules,
    answer: shape.TaskRules,
  },
});
