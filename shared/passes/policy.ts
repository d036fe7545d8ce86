import type { Actor } from '#shared/actor.ts';
import { whyNot } from '#shared/permission.ts';
import type { RequestKind } from '#shared/requests/kind-names.ts';
import type { RequestState } from '#shared/requests/lifecycle.ts';
import { textsIn } from '#shared/text.ts';
import { type Day, formatDay } from '#shared/time.ts';
import type { OFFICIAL_STEPS } from './contract.ts';
import { passPolicyTexts } from './policy-texts.ts';

/** Why this person may not give places to the people of a request, in words for a tooltip, or null. */
export function whyNotAllot(actor: Actor, request: { kind: RequestKind; state: RequestState }): string | null {
  return whyNot(actor, 'pass.allot') ?? whyNotAllotNow(actor, request);
}

/** The same for somebody known to be permitted: what the request's kind and state say. */
export function whyNotAllotNow(actor: Actor, request: { kind: RequestKind; state: RequestState }): string | null {
  const words = textsIn(passPolicyTexts, actor.lang);
  if (request.kind !== 'pass') return words.notForPasses;
  return request.state === 'approved' || request.state === 'fulfilled' ? null : words.notApproved;
}

/** Why a pass cannot go back to its pool: whoever has collected it has used the place up; the badge is printed. */
export function whyNotGiveBack(
  actor: Actor,
  pass: { state: string; official: (typeof OFFICIAL_STEPS)[number] },
): string | null {
  const words = textsIn(passPolicyTexts, actor.lang);
  if (pass.state === 'released') return words.alreadyBack;
  return pass.official === 'collected' ? words.collected : null;
}

/** Why a request cannot be withdrawn or declined while it has these passes: somebody has collected theirs. */
export function whyNotGiveUpPasses(actor: Actor, passes: readonly { official: string }[]): string | null {
  const words = textsIn(passPolicyTexts, actor.lang);
  return passes.some((pass) => pass.official === 'collected') ? words.someCollected : null;
}

/** Why a request cannot be completed yet, and until when: the last day of its passes (at the venue) is not over. */
export function whyNotCompletePasses(actor: Actor, passes: readonly { to: Day }[], today: Day): string | null {
  const last = passes
    .map((pass) => pass.to)
    .toSorted()
    .at(-1);
  if (last === undefined || last < today) return null;
  return textsIn(passPolicyTexts, actor.lang).notOver(formatDay(last, actor.lang));
}
