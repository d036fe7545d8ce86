import type { Actor } from '#shared/actor.ts';
import { textsIn } from '#shared/text.ts';
import { proposalTexts } from './texts.ts';

type Facts = { leadId: string | null; toldAt: Date | null; withdrawnAt: Date | null };

/** Why a proposal cannot be looked at, decided on or tried out any more, or null. */
export function whyNotJudge(actor: Actor, { leadId, toldAt, withdrawnAt }: Facts): string | null {
  const words = textsIn(proposalTexts, actor.lang);
  if (withdrawnAt) return words.withdrawn;
  if (leadId) return words.isPart;
  return toldAt ? words.told : null;
}

type Joined = Facts & {
  callId: string;
  requestId: string | null;
  sessionId: string | null;
};

/** Why proposals cannot become one joint proposal under the one that leads, or null. */
export function whyNotJoin(actor: Actor, lead: Joined, parts: readonly Joined[]): string | null {
  const words = textsIn(proposalTexts, actor.lang);
  const judged = [lead, ...parts].map((one) => whyNotJudge(actor, one)).find((why) => why !== null);
  if (judged) return judged;
  if (parts.some((one) => one.callId !== lead.callId)) return words.otherCall;
  if (parts.some((one) => one.sessionId !== null)) return words.partBusy;
  return lead.requestId === null && parts.some((one) => one.requestId !== null) ? words.leadMember : null;
}
