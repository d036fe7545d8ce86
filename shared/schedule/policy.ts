import type { Actor } from '#shared/actor.ts';
import { whyNot } from '#shared/permission.ts';
import type { RequestKind } from '#shared/requests/kind-names.ts';
import { isClosed, type RequestState } from '#shared/requests/lifecycle.ts';
import { textsIn } from '#shared/text.ts';
import { formatDay, isOver } from '#shared/time.ts';
import { schedulePolicyTexts } from './policy-texts.ts';

/** Why a request cannot become a session, in words for a tooltip, or null. */
export function whyNotMakeSession(actor: Actor, request: { kind: RequestKind; state: RequestState }): string | null {
  const words = textsIn(schedulePolicyTexts, actor.lang);
  const missing = whyNot(actor, 'schedule.arrange');
  if (missing) return missing;
  if (request.kind !== 'speaking') return words.notForSpeaking;
  return request.state === 'approved' ? null : words.notApproved;
}

/** Why a session cannot be placed or changed, or null: it is cancelled. Taking it off and cancelling again are harmless. */
export function whyNotChange(actor: Actor, session: { state: 'planned' | 'cancelled' }): string | null {
  return session.state === 'cancelled' ? textsIn(schedulePolicyTexts, actor.lang).cancelled : null;
}

/** Why a session cannot be placed: whoever asked for it has withdrawn, or was declined. */
export function whyNotPlace(
  actor: Actor,
  session: { state: 'planned' | 'cancelled' },
  request: { state: RequestState } | null,
): string | null {
  const closed = request !== null && request.state !== 'completed' && isClosed(request.state);
  return whyNotChange(actor, session) ?? (closed ? textsIn(schedulePolicyTexts, actor.lang).requestClosed : null);
}

/** Why a request cannot be withdrawn or declined: its session (that ends at `endsAt`, if placed) has taken place. */
export function whyNotGiveUpSession(actor: Actor, endsAt: Date | null, now: Date): string | null {
  return endsAt && isOver(endsAt, now) ? textsIn(schedulePolicyTexts, actor.lang).over : null;
}

/** Why a request cannot be completed yet, and on which day at the venue it can: its session is not over. */
export function whyNotCompleteSession(actor: Actor, endsAt: Date | null, now: Date, zone: string): string | null {
  if (!endsAt || isOver(endsAt, now)) return null;
  return textsIn(schedulePolicyTexts, actor.lang).notOver(formatDay(endsAt, actor.lang, zone));
}

/** Why nobody can take a speaker's place, or null: the session is cancelled, has no speaker, or nobody stands by. */
export function whyNotPromote(
  actor: Actor,
  session: { state: 'planned' | 'cancelled'; standbys: readonly unknown[]; speakers: readonly unknown[] },
): string | null {
  const words = textsIn(schedulePolicyTexts, actor.lang);
  const missing = whyNot(actor, 'schedule.arrange') ?? whyNotChange(actor, session);
  if (missing) return missing;
  if (session.standbys.length === 0) return words.nobodyStandsBy;
  return session.speakers.length === 0 ? words.noSpeaker : null;
}

/** Why a session cannot become a block, which nobody sees: it fulfils somebody's request. */
export function whyNotBlock(
  actor: Actor,
  session: { requestId: string | null },
  input: { kind: 'session' | 'block' },
): string | null {
  const hidden = input.kind === 'block' && session.requestId !== null;
  return hidden ? textsIn(schedulePolicyTexts, actor.lang).noBlockOfRequest : null;
}
