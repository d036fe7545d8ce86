import { passesOfRequest } from '#db/queries/passes.ts';
import { findRequest } from '#db/queries/requests.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import type { PassView } from '#shared/passes/contract.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { presentPass } from './present.ts';

/** The places a request was given, for whoever may see the request. */
export function listPassesOfRequest(ctx: Ctx, actor: Actor, id: RequestId): Promise<{ items: PassView[] }> {
  return ctx.database.read(actor, async (db) => {
    if (!(await findRequest(db, actor, id))) refuse('not-found', {});
    return { items: (await passesOfRequest(db, id)).map(presentPass) };
  });
}
