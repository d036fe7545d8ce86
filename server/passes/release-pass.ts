import { writeHistory } from '#db/queries/history.ts';
import { giveBack, lockPass, passById } from '#db/queries/passes.ts';
import { lockRequest } from '#db/queries/requests.ts';
import type { Actor } from '#shared/actor.ts';
import type { PassId, RequestId } from '#shared/ids.ts';
import type { PassView } from '#shared/passes/contract.ts';
import { whyNotGiveBack } from '#shared/passes/policy.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { presentPass } from './present.ts';
import { settleRequest } from './settle-request.ts';
import { tellMember } from './tell-member.ts';

/** Gives a place back to its pool, and its request back to the work when somebody now lacks one. */
export async function releasePass(
  ctx: Ctx,
  actor: Actor,
  id: PassId,
  version: number,
  { reason }: { reason: string },
): Promise<void> {
  await ctx.database.write(actor, async (tx) => {
    const found = await passById(tx, id);
    // Locks go request first, as everywhere.
    const request = found?.requestId ? await lockRequest(tx, actor, found.requestId as RequestId) : undefined;
    const pass = (await lockPass(tx, id)) ?? refuse('not-found', {});
    const official = pass.official as PassView['official'];
    const because = whyNotGiveBack(actor, { state: pass.state, official });
    if (because) refuse('wrong-state', { because });
    const now = (await passById(tx, id)) ?? refuse('not-found', {});
    if (now.version !== version) refuse('changed-meanwhile', {}, { current: presentPass(now) });

    await giveBack(tx, [id], ctx.now(), reason);
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'pass', subjectId: id, action: 'release', reason },
      ...{ from: pass.state, to: 'released', memberId: pass.memberId, eventId: pass.eventId },
      requestId: pass.requestId,
      details: { poolId: pass.poolId, placeNumber: pass.placeNumber },
    });
    if (!request) return;
    await settleRequest(ctx, tx, actor, request, reason);
    await tellMember(ctx, tx, request, 'pass.given-back');
  });
}
