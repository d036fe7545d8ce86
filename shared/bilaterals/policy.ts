import type { Actor } from '#shared/actor.ts';
import { whyNot } from '#shared/permission.ts';
import type { RequestKind } from '#shared/requests/kind-names.ts';
import { isClosed, type RequestState } from '#shared/requests/lifecycle.ts';
import { textsIn } from '#shared/text.ts';
import { formatDay, isOver } from '#shared/time.ts';
import { bilateralPolicyTexts } from './policy-texts.ts';

type State = 'approaching' | 'negotiating' | 'agreed' | 'placed' | 'held' | 'cancelled';

/** Why nobody can be approached for a request yet, in words for a tooltip, or null. */
export function whyNotOpen(actor: Actor, request: { kind: RequestKind; state: RequestState }): string | null {
  const words = textsIn(bilateralPolicyTexts, actor.lang);
  const missing = whyNot(actor, 'bilateral.arrange');
  if (missing) return missing;
  if (request.kind !== 'bilateral') return words.notForMeeting;
  return request.state === 'approved' ? null : words.notApproved;
}

/** Why a meeting cannot get a time, or another one; null when it can. */
export function whyNotArrangeMeeting(
  actor: Actor,
  meeting: { state: State },
  request: { state: RequestState },
): string | null {
  const words = textsIn(bilateralPolicyTexts, actor.lang);
  const standing = request.state === 'approved' || request.state === 'fulfilled' ? null : words.notApproved;
  return whyNotCancelMeeting(actor, meeting) ?? (isClosed(request.state) ? words.requestClosed : standing);
}

/** Why how far the counterpart is cannot be recorded: once a time is agreed, only a new time or a cancellation follows. */
export function whyNotMove(actor: Actor, meeting: { state: State }, request: { state: RequestState }): string | null {
  const words = textsIn(bilateralPolicyTexts, actor.lang);
  const agreed = meeting.state === 'agreed' || meeting.state === 'placed';
  return whyNotArrangeMeeting(actor, meeting, request) ?? (agreed ? words.agreed : null);
}

/** Why a meeting cannot be cancelled, or null. */
export function whyNotCancelMeeting(actor: Actor, meeting: { state: State }): string | null {
  const words = textsIn(bilateralPolicyTexts, actor.lang);
  if (meeting.state === 'cancelled') return words.cancelled;
  return meeting.state === 'held' ? words.held : null;
}

/** Why a request cannot be withdrawn or declined: its meeting (that ends at `endsAt`, once agreed) has taken place. */
export function whyNotGiveUpMeeting(actor: Actor, endsAt: Date | null, now: Date): string | null {
  return endsAt && isOver(endsAt, now) ? textsIn(bilateralPolicyTexts, actor.lang).over : null;
}

/** Why a request cannot be completed yet, and on which day at the venue it can: its meeting is not over. */
export function whyNotCompleteMeeting(actor: Actor, endsAt: Date | null, now: Date, zone: string): string | null {
  if (!endsAt || isOver(endsAt, now)) return null;
  return textsIn(bilateralPolicyTexts, actor.lang).notOver(formatDay(endsAt, actor.lang, zone));
}
