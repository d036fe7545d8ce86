import { draftMark, markInEditor, othersInEditor } from '#db/queries/editor-presence.ts';
import { eventForBoard } from '#db/queries/pass-board.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { EditorPresence } from '#shared/schedule/contract.ts';
import type { Ctx } from '../context.ts';

/** For so long somebody counts as there after their last sign. */
const THERE_MS = 20_000;

/** Says that a person has the programme open; answers who else has, and whether the draft is still the one they see. */
export function markPresentInEditor(ctx: Ctx, actor: Actor, slug: string): Promise<EditorPresence> {
  return ctx.database.write(actor, async (tx) => {
    const event = (await eventForBoard(tx, slug)) ?? refuse('not-found', {});
    const { accountId } = actor;
    if (accountId === null) return refuse('not-signed-in', {});
    const now = ctx.realNow();
    await markInEditor(tx, event.id, accountId, now);
    const others = await othersInEditor(tx, event.id, accountId, new Date(now.getTime() - THERE_MS));
    return { others, mark: await draftMark(tx, event.id) };
  });
}
