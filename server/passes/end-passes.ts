import type { Tx } from '#db/connect.ts';
import { timeZoneOfEvent } from '#db/queries/draft-schedule.ts';
import { writeHistory } from '#db/queries/history.ts';
import { giveBack, lockPassesOfRequest } from '#db/queries/passes.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import type { Actor } from '#shared/actor.ts';
import { whyNotCompletePasses, whyNotGiveUpPasses } from '#shared/passes/policy.ts';
import { refuse } from '#shared/problem.ts';
import { policyTexts } from '#shared/requests/policy-texts.ts';
import { textsIn } from '#shared/text.ts';
import { dayOf } from '#shared/time.ts';
import type { Ctx, Ending } from '../context.ts';
import { tellMember } from './tell-member.ts';

/**
 * A request that was given passes is over: withdrawn or declined, they go back to their pools unless one has been
 * collected; completing it waits for their last day. The request is locked and stays as its own step left it.
 */
export async function endPasses(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  ending: Ending,
): Promise<boolean> {
  if (request.kind !== 'pass') return false;
  const passes = await lockPassesOfRequest(tx, request.id);
  if (passes.length === 0) return false;
  if (ending === 'complete') {
    const today = dayOf(ctx.now(), await timeZoneOfEvent(tx, request.eventId));
    const because = whyNotCompletePasses(actor, passes, today);
    return because ? refuse('wrong-state', { because }) : false;
  }
  const because = whyNotGiveUpPasses(actor, passes);
  if (because) refuse('wrong-state', { because });

  const at = ctx.now();
  const reason = textsIn(policyTexts, 'ja').ended[ending];
  const ids = passes.map((pass) => pass.id);
  await giveBack(tx, ids, at, reason);
  for (const { id, poolId, placeNumber, state } of passes) {
    await writeHistory(tx, {
      ...{ at, actor, subject: 'pass', subjectId: id, action: 'release', reason, from: state, to: 'released' },
      ...{ memberId: request.memberId, eventId: request.eventId, requestId: request.id },
      details: { poolId, placeNumber },
    });
  }
  await tellMember(ctx, tx, request, 'pass.all-given-back', actor);
  return true;
}
