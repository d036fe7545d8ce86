import { z } from 'zod';
import { AccountId, OrganisationId, RequestId, TaskId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { PageQuery, pageOf } from '#shared/page.ts';
import { Day, Instant, line, Version } from '#shared/shapes.ts';
import { taskRefusals } from './task-texts.ts';
import { FURTHEST_DAYS, TASK_KINDS, TASK_OWNERS, TASK_STATES } from './tasks.ts';

const Offset = z
  .int()
  .min(-FURTHEST_DAYS, { error: taskRefusals.tooFar })
  .max(FURTHEST_DAYS, { error: taskRefusals.tooFar });

export const TaskView = z.strictObject({
  id: TaskId,
  requestId: RequestId,
  reference: z.string(),
  title: Bilingual,
  member: z.strictObject({ id: OrganisationId, name: Bilingual }),
  kind: z.enum(TASK_KINDS),
  owner: z.enum(TASK_OWNERS),
  officer: z.strictObject({ id: AccountId, name: z.string() }).nullable(),
  offsetDays: z.int(),
  /** A day at the venue; null while the session has none. */
  dueOn: Day.nullable(),
  state: z.enum(TASK_STATES),
  doneBy: z.string(),
  doneAt: Instant.nullable(),
  note: z.string(),
  remindedAt: Instant.nullable(),
  version: Version,
});
export type TaskView = z.infer<typeof TaskView>;

export const TASK_FILTERS = ['open', 'late', 'closed', 'all'] as const;
const which = {
  kind: z.enum(TASK_KINDS).optional(),
  member: OrganisationId.optional(),
  request: RequestId.optional(),
  owner: z.enum(TASK_OWNERS).optional(),
};
export const TaskQuery = z.strictObject({ ...which, state: z.enum(TASK_FILTERS).default('open'), ...PageQuery });
/** A page of tasks, the soonest first, and which day it is at the venue. */
export const TaskPage = pageOf(TaskView).extend({ today: Day });
export type TaskPage = z.infer<typeof TaskPage>;

export const TaskChange = z.strictObject({
  state: z.enum(TASK_STATES),
  /** For slides that are delivered: where they are. */
  note: line(300),
  officerId: AccountId.nullable(),
  /** Only the office moves what is due. */
  offsetDays: Offset.optional(),
});
export type TaskChange = z.infer<typeof TaskChange>;

export const NewTask = z.strictObject({ kind: z.enum(TASK_KINDS) });
/** Which municipalities are reminded: of what is open, or only of what is late. */
export const TaskReminder = z.strictObject({ ...which, state: z.enum(['open', 'late']) }).omit({ owner: true });
export type TaskReminder = z.infer<typeof TaskReminder>;
export const Reminded = z.strictObject({ members: z.int(), tasks: z.int() });

export const TaskRuleShape = z.strictObject({
  kind: z.enum(TASK_KINDS),
  offsetDays: Offset,
  owner: z.enum(TASK_OWNERS),
  wanted: z.boolean(),
});
export const TaskRules = z.strictObject({
  rules: z
    .array(TaskRuleShape)
    .length(TASK_KINDS.length)
    .refine((rules) => new Set(rules.map((rule) => rule.kind)).size === rules.length, {
      error: taskRefusals.twice,
    }),
});
