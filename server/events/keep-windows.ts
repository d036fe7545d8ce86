import { newId } from '#db/id.ts';
import { findWindow, insertWindow, updateWindow } from '#db/queries/event-parts.ts';
import type { Actor } from '#shared/actor.ts';
import type { WindowInput, WindowView } from '#shared/events/contract.ts';
import type { WindowId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { refuseStale } from '../refuse-stale.ts';
import { eventOf, writePartHistory } from './part-history.ts';
import { presentWindow } from './present.ts';

function columnsOf({ kind, opensAt, closesAt, late }: WindowInput) {
  return { kind, opensAt: new Date(opensAt), closesAt: new Date(closesAt), late };
}

/** Opens a kind of request; each kind has one window, which the database sees to. */
export function addWindow(ctx: Ctx, actor: Actor, slug: string, input: WindowInput): Promise<WindowView> {
  return ctx.database.write(actor, async (tx) => {
    const row = { id: newId(), eventId: await eventOf(tx, slug), ...columnsOf(input) };
    await insertWindow(tx, row);
    await writePartHistory(ctx, tx, actor, 'request_window', 'add', row);
    return presentWindow({ ...row, version: 1 });
  });
}

export function changeWindow(
  ctx: Ctx,
  actor: Actor,
  id: WindowId,
  version: number,
  input: WindowInput,
): Promise<WindowView> {
  return ctx.database.write(actor, async (tx) => {
    const before = (await findWindow(tx, id)) ?? refuse('not-found', {});
    refuseStale(version, presentWindow(before));
    const change = { ...columnsOf(input), version: version + 1 };
    await updateWindow(tx, id, change);
    await writePartHistory(ctx, tx, actor, 'request_window', 'change', before);
    return presentWindow({ ...before, ...change });
  });
}
