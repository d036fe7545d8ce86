import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { viewOf } from './present.ts';

/** One request with everything its page shows. */
export function readRequest(ctx: Ctx, actor: Actor, id: RequestId): Promise<RequestView> {
  return ctx.database.read(actor, (db) => viewOf(db, actor, id));
}
