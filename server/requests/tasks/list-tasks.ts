import type { z } from 'zod';
import { eventForBoard } from '#db/queries/pass-board.ts';
import { listTasks as listRows } from '#db/queries/tasks.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import { cutPage, decodeCursor } from '#shared/page.ts';
import { refuse } from '#shared/problem.ts';
import type { TaskPage, TaskQuery } from '#shared/requests/task-contract.ts';
import { dayOf } from '#shared/time.ts';
import { presentTask } from './present-task.ts';

/** The tasks of an event that fit, the soonest first: everybody's for the office, a municipality's own for itself. */
export function listTasks(
  ctx: Ctx,
  actor: Actor,
  slug: string,
  { limit, after, ...filter }: z.output<typeof TaskQuery>,
): Promise<TaskPage> {
  const from = after === undefined ? undefined : cursorOf(after);
  return ctx.database.read(actor, async (db) => {
    const event = (await eventForBoard(db, slug)) ?? refuse('not-found', {});
    const today = dayOf(ctx.now(), event.timeZone);
    const rows = await listRows(db, actor, event.id, { ...filter, today }, limit + 1, from);
    const page = cutPage(rows, limit, (row) => [row.dueOn, row.id]);
    return { items: page.items.map(presentTask), next: page.next, today };
  });
}

function cursorOf(after: string): { dueOn: string | null; id: string } {
  const [dueOn, id] = decodeCursor(after) ?? [];
  const fits =
    (dueOn === null ||
      (typeof dueOn === 'string' && /^\d{4}-\d\d-\d\d$/.test(dueOn) && !Number.isNaN(Date.parse(dueOn)))) &&
    typeof id === 'string' &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  return fits ? { dueOn, id } : refuse('bad-request', {});
}
