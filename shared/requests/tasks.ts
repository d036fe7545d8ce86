import { addDays, type Day, daysBetween } from '#shared/time.ts';

/** The small things that follow when a request became a session, in the order in which they are usually due. */
export const TASK_KINDS = [
  'speakers',
  'profiles',
  'run_draft',
  'questions',
  'slides',
  'run_final',
  'reconfirm',
  'rehearsal',
  'result',
  'article',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
export const TASK_OWNERS = ['member', 'desk'] as const;
export type TaskOwner = (typeof TASK_OWNERS)[number];
export const TASK_STATES = ['open', 'done', 'not_needed'] as const;
export type TaskState = (typeof TASK_STATES)[number];
/** As far before or after the session's day as anything can be due. */
export const FURTHEST_DAYS = 180;

/** When a kind of task is due, in days from the session's day; who does it; whether every session has one. */
export type TaskRule = { kind: TaskKind; offsetDays: number; owner: TaskOwner; wanted: boolean };

/** What holds while an event says nothing else: the pattern of general rules for speakers. */
export const TASK_RULES: readonly TaskRule[] = [
  { kind: 'speakers', offsetDays: -21, owner: 'member', wanted: true },
  { kind: 'profiles', offsetDays: -21, owner: 'member', wanted: true },
  { kind: 'run_draft', offsetDays: -14, owner: 'desk', wanted: true },
  { kind: 'questions', offsetDays: -10, owner: 'member', wanted: true },
  { kind: 'slides', offsetDays: -7, owner: 'member', wanted: true },
  { kind: 'run_final', offsetDays: -3, owner: 'desk', wanted: true },
  { kind: 'reconfirm', offsetDays: -1, owner: 'desk', wanted: true },
  { kind: 'rehearsal', offsetDays: -1, owner: 'desk', wanted: false },
  { kind: 'result', offsetDays: 3, owner: 'member', wanted: true },
  { kind: 'article', offsetDays: 30, owner: 'member', wanted: true },
];

/** The rules of an event: what it has set, and the usual for the rest, in order. */
export function rulesWith(set: readonly TaskRule[]): TaskRule[] {
  return TASK_RULES.map((usual) => set.find((one) => one.kind === usual.kind) ?? usual);
}

/** The day at the venue until whose end a task is due; null while the session has no day. */
export function dueOn(sessionDay: Day | null, offsetDays: number): Day | null {
  return sessionDay === null ? null : addDays(sessionDay, offsetDays);
}

export type KeptTask = { id: string; kind: TaskKind; offsetDays: number; dueOn: Day | null; state: TaskState } & {
  /** Null for what was closed because the session ended, and for what is open. */
  doneBy: string | null;
};

export type TaskPlan = {
  make: (TaskRule & { dueOn: Day | null })[];
  /** Open ones whose day has moved, and those that come back because the session does. */
  move: { id: string; dueOn: Day | null }[];
};

/**
 * What a session's new day means for its tasks: none yet gives the wanted ones; open ones move with it, by their own
 * number of days; what is done stays done. What a person said is not needed stays so; what only the session's end
 * had closed is open again.
 */
export function planTasks(rules: readonly TaskRule[], kept: readonly KeptTask[], sessionDay: Day | null): TaskPlan {
  const make =
    kept.length > 0 || sessionDay === null
      ? []
      : rules.filter((rule) => rule.wanted).map((rule) => ({ ...rule, dueOn: dueOn(sessionDay, rule.offsetDays) }));
  const move = kept
    .filter((task) => task.state === 'open' || (task.state === 'not_needed' && task.doneBy === null))
    .map((task) => ({ id: task.id, dueOn: dueOn(sessionDay, task.offsetDays), before: task }))
    .filter(({ dueOn: due, before }) => due !== before.dueOn || before.state !== 'open')
    .map(({ id, dueOn: due }) => ({ id, dueOn: due }));
  return { make, move };
}

/** Days left at the venue until a task is due: 0 on the day itself, negative afterwards; null without a day. */
export function taskDaysLeft(task: { dueOn: Day | null }, today: Day): number | null {
  return task.dueOn === null ? null : daysBetween(today, task.dueOn);
}

/** Whether an open task should have been done already. */
export function isLate(task: { dueOn: Day | null; state: TaskState }, today: Day): boolean {
  const left = taskDaysLeft(task, today);
  return task.state === 'open' && left !== null && left < 0;
}
