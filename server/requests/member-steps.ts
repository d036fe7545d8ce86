import type { Tx } from '#db/connect.ts';
import { insertMessage } from '#db/queries/conversation.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import type { Ctx } from '#server/context.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import type { RequestAction } from '#shared/requests/lifecycle.ts';
import type { RequestMail } from '#shared/requests/mails.ts';
import { advance, type Step } from './advance.ts';
import { changeRequest } from './change-request.ts';
import { tellMember, tellOffice } from './tell.ts';
import { say } from './write-message.ts';

/** Withdraws: the municipality no longer asks. */
export function withdrawRequest(ctx: Ctx, actor: Actor, id: RequestId, version: number, input: { reason: string }) {
  return memberStep(ctx, actor, id, version, 'withdraw', 'request.withdrawn', { reason: input.reason });
}

/** Answers what the office asked; the answer stands in the conversation. */
export function answerQuestion(
  ctx: Ctx,
  actor: Actor,
  id: RequestId,
  version: number,
  { body }: { body: string },
): Promise<RequestView> {
  return changeRequest(ctx, actor, id, version, async (tx, request) => {
    await step(ctx, tx, actor, request, 'answer', 'request.answered', {});
    // On behalf, too, it is the municipality's answer: the author's name says who typed it.
    await insertMessage(tx, { ...say(ctx, actor, request, 'answer', body), fromOffice: false });
  });
}

/** Accepts the offer. */
export function acceptOffer(ctx: Ctx, actor: Actor, id: RequestId, version: number): Promise<RequestView> {
  return memberStep(ctx, actor, id, version, 'accept_offer', 'request.offer-accepted');
}

/** Refuses the offer, so that the office looks for another way. */
export function refuseOffer(ctx: Ctx, actor: Actor, id: RequestId, version: number, input: { reason: string }) {
  return memberStep(ctx, actor, id, version, 'refuse_offer', 'request.offer-refused', { reason: input.reason });
}

function memberStep(
  ctx: Ctx,
  actor: Actor,
  id: RequestId,
  version: number,
  action: RequestAction,
  mail: RequestMail,
  input: Step = {},
): Promise<RequestView> {
  return changeRequest(ctx, actor, id, version, (tx, request) => step(ctx, tx, actor, request, action, mail, input));
}

/** The office is told; and the municipality too, when a coordinator took the step in its name. */
async function step(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  action: RequestAction,
  mail: RequestMail,
  input: Step,
): Promise<void> {
  const after = await advance(ctx, tx, actor, request, action, input);
  await tellOffice(ctx, tx, actor, after, mail);
  if (!isMember(actor)) await tellMember(ctx, tx, actor, after, mail);
}
