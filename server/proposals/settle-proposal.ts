import type { Tx } from '#db/connect.ts';
import { settleProposalOf } from '#db/queries/proposals.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import { type Actor, isOffice } from '#shared/actor.ts';
import type { Decision } from '#shared/proposals/contract.ts';
import type { RequestAction } from '#shared/requests/lifecycle.ts';
import type { Ctx } from '../context.ts';

const DECIDED: Partial<Record<RequestAction, Decision>> = {
  approve: 'accept',
  decline: 'decline',
  waitlist: 'waitlist',
};
const NO_WORDS = '–';

/** A step on the request itself that decides is told already; looking at it again opens the proposal. */
export async function settleProposal(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  action: RequestAction,
): Promise<RequestRecord> {
  if (request.callId === null || !isOffice(actor)) return request;
  const decision = DECIDED[action];
  if (decision) {
    const by = { decidedBy: actor.accountId, decidedAt: ctx.now(), toldAt: ctx.now() };
    // The reason stands with the step itself.
    const rest = decision === 'decline' ? { reason: NO_WORDS, sessionId: null } : {};
    await settleProposalOf(tx, request.id, { decision, ...by, ...rest });
  }
  if (action === 'reopen') {
    const open = { decision: null, decidedBy: null, decidedAt: null, toldAt: null, reason: '' };
    await settleProposalOf(tx, request.id, open);
  }
  return request;
}
