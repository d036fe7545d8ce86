import { writeHistory } from '#db/queries/history.ts';
import { deleteDraft } from '#db/queries/requests.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import { whyNotNow } from '#shared/requests/policy.ts';
import { principalOf, subjectOf } from './advance.ts';
import { lockedRequest } from './change-request.ts';

/** Throws a draft away. What has been sent is withdrawn instead, so that it stays in the record. */
export function discardDraft(ctx: Ctx, actor: Actor, id: RequestId, version: number): Promise<void> {
  return ctx.database.write(actor, async (tx) => {
    const request = await lockedRequest(tx, actor, id, version);
    const because = whyNotNow(request, 'submit', actor.lang);
    if (because) refuse('wrong-state', { because });
    await deleteDraft(tx, id);
    const entry = { ...subjectOf(request), action: 'discard', principal: principalOf(actor, request) };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry });
  });
}
