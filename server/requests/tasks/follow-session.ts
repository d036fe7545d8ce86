import type { Tx } from '#db/connect.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import { endTasks, insertTasks, keptTasks, moveTasks, taskRulesOf } from '#db/queries/tasks.ts';
import type { Ctx } from '#server/context.ts';
import { planTasks, rulesWith } from '#shared/requests/tasks.ts';
import type { Day } from '#shared/time.ts';

/**
 * Brings the tasks of a locked request in step with the day of its session at the venue, or with having none. Answers
 * how many were made and moved, for the record of whatever moved the session.
 */
export async function tasksFollow(
  tx: Tx,
  request: Pick<RequestRecord, 'id' | 'eventId' | 'memberId'> | null,
  sessionDay: Day | null,
): Promise<{ made: number; moved: number }> {
  if (!request) return { made: 0, moved: 0 };
  const { id: requestId, eventId, memberId } = request;
  const rules = rulesWith(await taskRulesOf(tx, eventId));
  const { make, move } = planTasks(rules, await keptTasks(tx, requestId), sessionDay);
  await insertTasks(tx, { eventId, memberId, requestId }, make);
  await moveTasks(tx, move);
  return { made: make.length, moved: move.length };
}

/** The session of a locked request is cancelled: what is open is not needed any more. */
export async function tasksEnd(ctx: Ctx, tx: Tx, request: Pick<RequestRecord, 'id'> | null): Promise<void> {
  if (request) await endTasks(tx, request.id, ctx.now());
}
