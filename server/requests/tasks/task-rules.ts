import { writeHistory } from '#db/queries/history.ts';
import { eventForBoard } from '#db/queries/pass-board.ts';
import { keepTaskRules, taskRulesOf } from '#db/queries/tasks.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import { rulesWith, type TaskRule } from '#shared/requests/tasks.ts';

/** When the tasks of an event's sessions are due. */
export function readTaskRules(ctx: Ctx, actor: Actor, slug: string): Promise<{ rules: TaskRule[] }> {
  return ctx.database.read(actor, async (db) => {
    const event = (await eventForBoard(db, slug)) ?? refuse('not-found', {});
    return { rules: rulesWith(await taskRulesOf(db, event.id)) };
  });
}

/** Changes them for sessions placed from now on; what has been planned keeps its days. */
export function changeTaskRules(
  ctx: Ctx,
  actor: Actor,
  slug: string,
  { rules }: { rules: TaskRule[] },
): Promise<{ rules: TaskRule[] }> {
  return ctx.database.write(actor, async (tx) => {
    const event = (await eventForBoard(tx, slug)) ?? refuse('not-found', {});
    await keepTaskRules(tx, event.id, rules);
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'event', subjectId: event.id, action: 'task.rules', eventId: event.id },
      details: {
        rules: rules.map(({ kind, offsetDays, owner, wanted }) => [kind, offsetDays, owner, wanted].join(' ')),
      },
    });
    return { rules: rulesWith(rules) };
  });
}
