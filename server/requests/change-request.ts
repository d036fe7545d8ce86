import type { Tx } from '#db/connect.ts';
import { lockRequest, type RequestRecord } from '#db/queries/requests.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { viewOf } from './present.ts';
import { refuseStale } from './refuse-stale.ts';

/**
 * The frame of every change: locks the request, makes sure that the caller looked at its present version, does the
 * work and answers the request as it then is. Not the actor's is `not-found`; an older version is `changed-meanwhile`.
 */
export function changeRequest(
  ctx: Ctx,
  actor: Actor,
  id: RequestId,
  version: number,
  work: (tx: Tx, request: RequestRecord) => Promise<unknown>,
): Promise<RequestView> {
  return ctx.database.write(actor, async (tx) => {
    await work(tx, await lockedRequest(tx, actor, id, version));
    return viewOf(tx, actor, id);
  });
}

/** The request, locked, at the version the caller looked at. */
export async function lockedRequest(tx: Tx, actor: Actor, id: RequestId, version: number): Promise<RequestRecord> {
  const request = (await lockRequest(tx, actor, id)) ?? refuse('not-found', {});
  return request.version === version ? request : refuseStale(tx, actor, id);
}
