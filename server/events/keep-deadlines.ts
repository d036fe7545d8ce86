import { newId } from '#db/id.ts';
import { deletePart, findDeadline, insertDeadline, updateDeadline } from '#db/queries/event-parts.ts';
import type { Actor } from '#shared/actor.ts';
import type { DeadlineInput, DeadlineView } from '#shared/events/contract.ts';
import type { DeadlineId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { refuseStale } from '../refuse-stale.ts';
import { eventOf, writePartHistory } from './part-history.ts';
import { presentDeadline } from './present.ts';

function columnsOf({ name, dueAt, ...plain }: DeadlineInput) {
  return { ...plain, nameJa: name.ja, nameEn: name.en, dueAt: new Date(dueAt) };
}

export function addDeadline(ctx: Ctx, actor: Actor, slug: string, input: DeadlineInput): Promise<DeadlineView> {
  return ctx.database.write(actor, async (tx) => {
    const row = { id: newId(), eventId: await eventOf(tx, slug), ...columnsOf(input) };
    await insertDeadline(tx, row);
    await writePartHistory(ctx, tx, actor, 'deadline', 'add', row);
    return presentDeadline({ ...row, version: 1 });
  });
}

/** Changes a deadline. Requests already sent keep the one they were given. */
export function changeDeadline(
  ctx: Ctx,
  actor: Actor,
  id: DeadlineId,
  version: number,
  input: DeadlineInput,
): Promise<DeadlineView> {
  return ctx.database.write(actor, async (tx) => {
    const before = (await findDeadline(tx, id)) ?? refuse('not-found', {});
    refuseStale(version, presentDeadline(before));
    const change = { ...columnsOf(input), version: version + 1 };
    await updateDeadline(tx, id, change);
    await writePartHistory(ctx, tx, actor, 'deadline', 'change', before);
    return presentDeadline({ ...before, ...change });
  });
}

export function removeDeadline(ctx: Ctx, actor: Actor, id: DeadlineId, version: number): Promise<void> {
  return ctx.database.write(actor, async (tx) => {
    const before = (await findDeadline(tx, id)) ?? refuse('not-found', {});
    refuseStale(version, presentDeadline(before));
    await deletePart(tx, 'deadline', id);
    await writePartHistory(ctx, tx, actor, 'deadline', 'remove', before);
  });
}
