import type { Db } from '#db/connect.ts';
import { findRequest, nameOfAccount } from '#db/queries/requests.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import { viewOf } from './present.ts';

/** Refuses with the request as it now is, so that both versions can be shown side by side; gone is not found. */
export async function refuseStale(db: Db, actor: Actor, id: RequestId): Promise<never> {
  const request = (await findRequest(db, actor, id)) ?? refuse('not-found', {});
  const current = await viewOf(db, actor, id);
  const changedBy = await nameOfAccount(db, request.updatedBy);
  refuse('changed-meanwhile', {}, { current, changedBy, changedAt: request.updatedAt.toISOString() });
}
