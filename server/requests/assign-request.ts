import type { Tx } from '#db/connect.ts';
import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import { isDeskAccount, type RequestRecord } from '#db/queries/requests.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import type { AccountId, RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { whyNotArrange } from '#shared/requests/policy.ts';
import { policyTexts } from '#shared/requests/policy-texts.ts';
import { textsIn } from '#shared/text.ts';
import { changeBeside } from './advance.ts';
import { changeRequest } from './change-request.ts';
import { refuseField } from './field-error.ts';

type Owner = { ownerId: AccountId | null; note?: string; details?: Record<string, unknown>; bulk?: string };

/** Hands a request over to a colleague, or to nobody; the new owner gets mail. */
export function assignRequest(
  ctx: Ctx,
  actor: Actor,
  id: RequestId,
  version: number,
  input: Owner,
): Promise<RequestView> {
  return changeRequest(ctx, actor, id, version, (tx, request) => handOver(ctx, tx, actor, request, input));
}

/** The same inside a transaction. */
export async function handOver(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  { ownerId, note = '', details, bulk }: Owner,
): Promise<RequestRecord> {
  const because = whyNotArrange(actor, request);
  if (because) refuse('wrong-state', { because });
  if (ownerId !== null && !(await isDeskAccount(tx, ownerId))) {
    refuseField('/ownerId', textsIn(policyTexts, actor.lang).owner);
  }
  const record = {
    action: 'assign',
    reason: note,
    details: { from: request.ownerId, to: ownerId, ...details },
    quiet: true,
  };
  const after = await changeBeside(ctx, tx, actor, request, { ownerId }, record);
  await enqueueMail(tx, {
    to: ownerId === null || ownerId === actor.accountId || ownerId === request.ownerId ? [] : [ownerId],
    template: 'request.handed-over',
    params: { path: `/desk/requests/${request.id}`, reference: request.reference ?? '', kind: request.kind },
    requestId: request.id,
    memberId: request.memberId,
    ...(bulk ? { dedupeKey: `bulk:${bulk}:${request.id}` } : {}),
    at: ctx.realNow(),
  });
  return after;
}
