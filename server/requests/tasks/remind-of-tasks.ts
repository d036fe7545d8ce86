import { enqueueMail, recipientsAtMember } from '#db/queries/enqueue-mail.ts';
import { writeHistory } from '#db/queries/history.ts';
import { eventForBoard } from '#db/queries/pass-board.ts';
import { markReminded, tasksToRemindOf } from '#db/queries/tasks.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { TaskReminder } from '#shared/requests/task-contract.ts';
import { reminderParams } from '#shared/requests/task-mails.ts';
import { taskPolicyTexts } from '#shared/requests/task-policy-texts.ts';
import { textsIn } from '#shared/text.ts';
import { dayOf } from '#shared/time.ts';

/** Mails each municipality its own open tasks, once a day at most, and notes which were named. */
export function remindOfTasks(
  ctx: Ctx,
  actor: Actor,
  slug: string,
  filter: TaskReminder,
): Promise<{ members: number; tasks: number }> {
  return ctx.database.write(actor, async (tx) => {
    const event = (await eventForBoard(tx, slug)) ?? refuse('not-found', {});
    const today = dayOf(ctx.now(), event.timeZone);
    const tasks = await tasksToRemindOf(tx, event.id, { ...filter, today });
    if (tasks.length === 0) {
      refuse('wrong-state', { because: textsIn(taskPolicyTexts, actor.lang).nobodyToRemind });
    }
    const members = new Set(tasks.map((task) => task.memberId));
    for (const memberId of members) {
      const own = tasks.filter((task) => task.memberId === memberId);
      const officers = own.flatMap((task) => (task.officerId ? [task.officerId] : []));
      await enqueueMail(tx, {
        to: [...(await recipientsAtMember(tx, memberId)), ...officers],
        template: 'tasks.reminder',
        params: { ...reminderParams(own), path: '/tasks' },
        memberId,
        dedupeKey: `tasks:${event.id}:${memberId}:${today}`,
        at: ctx.realNow(),
      });
    }
    await markReminded(
      tx,
      tasks.map((task) => task.id),
      ctx.now(),
    );
    const count = { members: members.size, tasks: tasks.length };
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'event', subjectId: event.id, action: 'task.remind', eventId: event.id },
      details: { ...count, state: filter.state, ...(filter.kind ? { kind: filter.kind } : {}) },
    });
    return count;
  });
}
