import { boardMembers, eventForBoard, openPassRequests, poolsOf } from '#db/queries/pass-board.ts';
import { passesOfEvent } from '#db/queries/passes.ts';
import type { Actor } from '#shared/actor.ts';
import type { PassBoard } from '#shared/passes/contract.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { presentBoard } from './board.ts';

/** Pools, shares, the waiting list and every pass of an event, as they are at one moment. */
export function readPassBoard(ctx: Ctx, actor: Actor, slug: string): Promise<PassBoard> {
  return ctx.database.read(actor, async (db) => {
    const event = (await eventForBoard(db, slug)) ?? refuse('not-found', {});
    const days = { from: event.startsOn, to: event.endsOn };
    const pools = await poolsOf(db, event.id);
    const passes = await passesOfEvent(db, event.id);
    const requests = await openPassRequests(db, event.id);
    return presentBoard(days, pools, passes, requests, await boardMembers(db, event.id));
  });
}
