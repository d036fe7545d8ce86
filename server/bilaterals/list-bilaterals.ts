import { bilateralRequests, meetingsOfEvent } from '#db/queries/meetings.ts';
import { eventIdOf } from '#db/queries/request-rules.ts';
import type { Actor } from '#shared/actor.ts';
import type { BilateralRow } from '#shared/bilaterals/contract.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { presentRow } from './present.ts';

/** The requests for meetings at an event and how far each is: all of them for the desk, a municipality's own for it. */
export function listBilaterals(ctx: Ctx, actor: Actor, slug: string): Promise<{ items: BilateralRow[] }> {
  return ctx.database.read(actor, async (db) => {
    const eventId = (await eventIdOf(db, slug)) ?? refuse('not-found', {});
    const requests = await bilateralRequests(db, actor, eventId);
    const meetings = new Map((await meetingsOfEvent(db, actor, eventId)).map((one) => [one.requestId, one]));
    return { items: requests.map((request) => presentRow(request, meetings.get(request.id))) };
  });
}
