import type { Tx } from '#db/connect.ts';
import { passesOfRequest } from '#db/queries/passes.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import { advance, changeBeside } from '#server/requests/advance.ts';
import type { Actor } from '#shared/actor.ts';
import { allCovered } from '#shared/passes/covered.ts';
import { passPolicyTexts } from '#shared/passes/policy-texts.ts';
import { PassDetails } from '#shared/requests/kinds/pass.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';

/**
 * Brings a locked request in step with its passes: fulfilled when everybody who needs a place holds one, otherwise
 * approved, and partly so while some hold one. Its version rises in any case, so that whoever looks at the old state
 * is told. A request that has been closed meanwhile stays as it is.
 */
export async function settleRequest(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  reason: string | null,
): Promise<void> {
  const passes = await passesOfRequest(tx, request.id);
  const covered = allCovered(PassDetails.parse(request.details).people, new Set(passes.map((pass) => pass.delegateId)));
  const stage = !covered && passes.length > 0 ? 'partly' : null;
  if (request.state === 'approved' && covered) {
    await advance(ctx, tx, actor, request, 'fulfil', { also: { stage } });
  } else if (request.state === 'fulfilled' && !covered) {
    const why = reason ?? textsIn(passPolicyTexts, 'ja').noLongerCovered;
    await advance(ctx, tx, actor, request, 'take_back', { reason: why, also: { stage } });
  } else if (request.state === 'approved' || request.state === 'fulfilled') {
    const details = { from: request.stage, to: stage };
    await changeBeside(ctx, tx, actor, request, { stage }, { action: 'stage', details });
  }
}
