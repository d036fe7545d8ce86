import { eventForBoard } from '#db/queries/pass-board.ts';
import { releasesOf } from '#db/queries/releases.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { ReleaseView } from '#shared/schedule/contract.ts';
import type { Ctx } from '../context.ts';
import { presentRelease } from './present.ts';

/** The releases of an event, the latest first. */
export function listReleases(ctx: Ctx, actor: Actor, slug: string): Promise<{ items: ReleaseView[] }> {
  return ctx.database.read(actor, async (db) => {
    const event = (await eventForBoard(db, slug)) ?? refuse('not-found', {});
    return { items: (await releasesOf(db, event.id)).map(presentRelease) };
  });
}
