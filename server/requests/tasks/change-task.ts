import type { Tx } from '#db/connect.ts';
import { enqueueMail, recipientsAtMember } from '#db/queries/enqueue-mail.ts';
import { writeHistory } from '#db/queries/history.ts';
import { lockRequest } from '#db/queries/requests.ts';
import { findTask, mayBeOfficer, requestOfTask, type TaskRow, updateTask } from '#db/queries/tasks.ts';
import type { Ctx } from '#server/context.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import type { RequestId, TaskId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { TaskChange, TaskView } from '#shared/requests/task-contract.ts';
import { whyNotMoveDue, whyNotTick } from '#shared/requests/task-policy.ts';
import { taskPolicyTexts } from '#shared/requests/task-policy-texts.ts';
import { textsIn } from '#shared/text.ts';
import { addDays } from '#shared/time.ts';
import { principalOf } from '../advance.ts';
import { presentTask } from './present-task.ts';

/** Ticks a task or opens it again, notes where something is, names who does it, and moves when it is due. */
export function changeTask(ctx: Ctx, actor: Actor, id: TaskId, version: number, input: TaskChange): Promise<TaskView> {
  return ctx.database.write(actor, async (tx) => {
    const before = await lockedTask(tx, actor, id, version);
    await refuseUnfit(tx, actor, before, input);
    const { state, note, officerId, offsetDays = before.offsetDays } = input;
    const deed = state === before.state ? {} : { doneBy: state === 'open' ? null : actor.accountId };
    const when = state === before.state ? {} : { doneAt: state === 'open' ? null : ctx.now() };
    const dueOn = before.dueOn && addDays(before.dueOn, offsetDays - before.offsetDays);
    await updateTask(tx, id, { state, note, officerId, offsetDays, dueOn, ...deed, ...when });

    const ofMember = before.owner === 'member';
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'request_task', subjectId: id, action: actionOf(before, input) },
      ...{ eventId: before.eventId, memberId: before.memberId, requestId: before.requestId },
      ...{ from: before.state, to: state, principal: ofMember ? principalOf(actor, taskOwner(before)) : null },
      details: { kind: before.kind, ...(dueOn === before.dueOn ? {} : { dueOn }), ...named(before, officerId) },
    });
    if (ofMember && !isMember(actor) && before.state !== 'open' && state === 'open') await tellMember(ctx, tx, before);
    return presentTask((await findTask(tx, actor, id)) ?? refuse('not-found', {}));
  });
}

/** The task at the version that was looked at, its request locked, so that ticking and moving come one after the other. */
async function lockedTask(tx: Tx, actor: Actor, id: TaskId, version: number): Promise<TaskRow> {
  const requestId = (await requestOfTask(tx, id)) ?? refuse('not-found', {});
  if (!(await lockRequest(tx, actor, requestId as RequestId))) refuse('not-found', {});
  const task = (await findTask(tx, actor, id)) ?? refuse('not-found', {});
  return task.version === version ? task : refuse('changed-meanwhile', {}, { current: presentTask(task) });
}

async function refuseUnfit(tx: Tx, actor: Actor, task: TaskRow, input: TaskChange): Promise<void> {
  const words = textsIn(taskPolicyTexts, actor.lang);
  const because = whyNotTick(actor, task, { state: task.requestState });
  if (because) refuse('wrong-state', { because });
  const moves = input.offsetDays !== undefined && input.offsetDays !== task.offsetDays;
  const stuck = moves ? whyNotMoveDue(actor) : null;
  if (stuck) refuse('not-allowed', { because: stuck });
  const wrong = (pointer: string, detail: string): never =>
    refuse('invalid-input', { count: 1 }, { errors: [{ pointer, detail }] });
  if (task.kind === 'slides' && input.state === 'done' && input.note === '') wrong('/note', words.whereMissing);
  const side = { memberId: task.owner === 'member' ? task.memberId : null };
  const isNew = input.officerId !== null && input.officerId !== task.officerId;
  if (isNew && !(await mayBeOfficer(tx, input.officerId as string, side))) wrong('/officerId', words.noOfficer);
}

function actionOf(before: TaskRow, input: TaskChange): string {
  if (before.state === input.state) return 'change';
  return input.state === 'open' ? 'task.reopen' : input.state === 'done' ? 'task.done' : 'task.not-needed';
}

function named(before: TaskRow, officerId: string | null): Record<string, unknown> {
  return before.officerId === officerId ? {} : { officerId };
}

const taskOwner = (task: TaskRow) => ({ memberId: task.memberId as Parameters<typeof principalOf>[1]['memberId'] });

async function tellMember(ctx: Ctx, tx: Tx, task: TaskRow): Promise<void> {
  await enqueueMail(tx, {
    to: await recipientsAtMember(tx, task.memberId),
    template: 'tasks.reopened',
    params: { reference: task.reference ?? '', path: `/requests/${task.requestId}` },
    requestId: task.requestId,
    memberId: task.memberId,
    at: ctx.realNow(),
  });
}
