import { type Actor, isMember } from '#shared/actor.ts';
import type { Lang } from '#shared/lang.ts';
import { type Action, whyNot } from '#shared/permission.ts';
import { textsIn } from '#shared/text.ts';
import type { RequestKind } from './kind-names.ts';
import {
  isClosed,
  isEditable,
  nextState,
  REQUEST_ACTIONS,
  type RequestAction,
  type RequestState,
  TRANSITIONS,
  type Transition,
  type Turn,
} from './lifecycle.ts';
import { policyTexts } from './policy-texts.ts';

export type RequestFacts = { kind: RequestKind; state: RequestState; turn: Turn };

/** What fulfils each kind decides who may call it fulfilled. */
const FULFILLING = {
  pass: 'pass.allot',
  speaking: 'schedule.arrange',
  bilateral: 'bilateral.arrange',
} as const satisfies Record<RequestKind, Action>;

/** The permission a step needs. */
export function permissionFor(action: RequestAction, kind: RequestKind): Action {
  if (action === 'fulfil' || action === 'take_back') return FULFILLING[kind];
  return TRANSITIONS[action].by === 'member' ? 'request.write' : 'request.triage';
}

/** Why the request's state does not allow a step, or null when it does; who asks does not matter. */
export function whyNotNow(request: RequestFacts, action: RequestAction, lang: Lang): string | null {
  const words = textsIn(policyTexts, lang);
  if (nextState(request.state, action) === null) {
    if (request.state === 'draft') return words.draft;
    return isClosed(request.state) && action !== 'submit' ? words.closed : words.not[action];
  }
  return action === 'answer' && request.turn !== 'member' ? words.noQuestion : null;
}

/** Why this person may not take a step now, in words for a tooltip, or null when they may. */
export function whyNotStep(actor: Actor, request: RequestFacts, action: RequestAction): string | null {
  return whyNot(actor, permissionFor(action, request.kind)) ?? whyNotNow(request, action, actor.lang);
}

/** Why the answers may not be changed, or null when they may. */
export function whyNotEdit(actor: Actor, request: RequestFacts): string | null {
  const words = textsIn(policyTexts, actor.lang);
  const missing = whyNot(actor, 'request.write');
  if (missing) return missing;
  if (isClosed(request.state)) return words.closed;
  return isEditable(request.state) ? null : words.notEditable;
}

/** Why an open request cannot be handed over, or get a new next step; null when it can. */
export function whyNotArrange(actor: Actor, request: RequestFacts): string | null {
  const words = textsIn(policyTexts, actor.lang);
  if (request.state === 'draft') return words.draft;
  return isClosed(request.state) ? words.closed : null;
}

/** The steps a person is shown: a municipality's own, all of them for the office. */
export function stepsFor(actor: Actor, request: RequestFacts): { action: RequestAction; whyNot: string | null }[] {
  const shown = isMember(actor)
    ? REQUEST_ACTIONS.filter((action) => (TRANSITIONS[action] as Transition).by === 'member')
    : REQUEST_ACTIONS;
  return shown.map((action) => ({ action, whyNot: whyNotStep(actor, request, action) }));
}
