import { markPresent, othersPresent } from '#db/queries/presence.ts';
import { findRequest } from '#db/queries/requests.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { PresenceView } from '#shared/requests/contract.ts';

/** How long after its last sign somebody still counts as being there, in milliseconds. */
const WINDOW = 60_000;

/** Says that I have it open and have read it so far; answers who else has, and which version is the latest. */
export function bePresent(ctx: Ctx, actor: Actor, id: RequestId): Promise<PresenceView> {
  return ctx.database.write(actor, async (tx) => {
    const request = (await findRequest(tx, actor, id)) ?? refuse('not-found', {});
    const now = ctx.realNow();
    await markPresent(tx, id, actor.accountId ?? '', ctx.now(), now);
    const others = await othersPresent(tx, actor, id, new Date(now.getTime() - WINDOW));
    return { others, version: request.version };
  });
}
