import { deleteView, insertView, viewsOf } from '#db/queries/saved-views.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import type { ViewId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { SavedView } from '#shared/requests/contract.ts';

const owner = (actor: Actor) => actor.accountId ?? refuse('not-signed-in', {});

/** My saved views of the queue. */
export async function listViews(ctx: Ctx, actor: Actor): Promise<{ items: SavedView[] }> {
  return { items: await ctx.database.read(actor, (db) => viewsOf(db, owner(actor))) };
}

/** Saves a view under a name I have not used yet. */
export function saveView(ctx: Ctx, actor: Actor, input: { name: string; query: string }): Promise<SavedView> {
  return ctx.database.write(actor, async (tx) => {
    const id = (await insertView(tx, owner(actor), input)) ?? refuse('already-exists', {});
    return { id, ...input };
  });
}

/** Removes a view of mine. */
export function removeView(ctx: Ctx, actor: Actor, id: ViewId): Promise<void> {
  return ctx.database.write(actor, async (tx) => {
    if (!(await deleteView(tx, owner(actor), id))) refuse('not-found', {});
  });
}
