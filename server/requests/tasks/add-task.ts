import { writeHistory } from '#db/queries/history.ts';
import { lockRequest } from '#db/queries/requests.ts';
import { findTask, insertTasks, keptTasks, taskRulesOf } from '#db/queries/tasks.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { TaskView } from '#shared/requests/task-contract.ts';
import { whyNotAddTask } from '#shared/requests/task-policy.ts';
import { rulesWith, type TaskKind } from '#shared/requests/tasks.ts';
import { addDays } from '#shared/time.ts';
import { subjectOf } from '../advance.ts';
import { presentTask } from './present-task.ts';

/** Adds a task that not every session has. Its day follows from that of the request's other tasks. */
export function addTask(ctx: Ctx, actor: Actor, id: RequestId, { kind }: { kind: TaskKind }): Promise<TaskView> {
  return ctx.database.write(actor, async (tx) => {
    const request = (await lockRequest(tx, actor, id)) ?? refuse('not-found', {});
    const because = whyNotAddTask(actor, request);
    if (because) refuse('wrong-state', { because });
    const kept = await keptTasks(tx, id);
    if (kept.some((task) => task.kind === kind)) refuse('already-exists', {});
    const { eventId, memberId } = request;
    const rules = rulesWith(await taskRulesOf(tx, eventId));
    const rule = rules.find((one) => one.kind === kind) ?? refuse('not-found', {});
    const dated = kept.find((task) => task.dueOn !== null);
    const dueOn = dated?.dueOn ? addDays(dated.dueOn, rule.offsetDays - dated.offsetDays) : null;
    const [taskId = ''] = await insertTasks(tx, { eventId, memberId, requestId: id }, [{ ...rule, dueOn }]);
    await writeHistory(tx, {
      ...{ ...subjectOf(request), at: ctx.now(), actor, subject: 'request_task', subjectId: taskId, action: 'add' },
      details: { kind },
    });
    return presentTask((await findTask(tx, actor, taskId)) ?? refuse('not-found', {}));
  });
}
