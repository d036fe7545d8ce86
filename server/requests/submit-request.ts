import type { Tx } from '#db/connect.ts';
import { strangersAmong } from '#db/queries/request-delegates.ts';
import { dueFactsOf, takeNumber, windowOf } from '#db/queries/request-rules.ts';
import { indexRequest } from '#db/queries/request-search.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import { mayLeave } from '#db/queries/sign-offs.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { inLang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { referenceOf } from '#shared/requests/kind-names.ts';
import { type AnyKind, kindOf, parseDetails } from '#shared/requests/kinds.ts';
import { whyNotNow } from '#shared/requests/policy.ts';
import { signOffTexts } from '#shared/requests/sign-off-texts.ts';
import { CHECK_STEP } from '#shared/requests/wizard.ts';
import { textsIn } from '#shared/text.ts';
import { formatDeadline } from '#shared/time.ts';
import { advance } from './advance.ts';
import { addProposal, callFor, placeInCall } from './call-of-draft.ts';
import { changeRequest } from './change-request.ts';
import { tellMember, tellOffice } from './tell.ts';

/**
 * Sends a draft to the office: it gets its reference, the office and the municipality get mail. Refuses what is still
 * missing field by field, and a window or a call that is shut; in a window that marks, it is sent as late.
 */
export function submitRequest(ctx: Ctx, actor: Actor, id: RequestId, version: number): Promise<RequestView> {
  return changeRequest(ctx, actor, id, version, async (tx, draft) => {
    const because = whyNotNow(draft, 'submit', actor.lang);
    if (because) refuse('wrong-state', { because });
    const kind = kindOf(draft.kind);
    const details = parseDetails(draft.kind, draft.details).data ?? refuse('invalid-input', { count: 1 });
    refuseMissing(actor, kind, details);
    // Asked together, the number last: whoever takes one makes the next sender wait, and a refusal gives it back.
    const call = await callFor(ctx, tx, actor, draft, details);
    const [late, signedOff, strangers, facts, { number, shortName }] = await Promise.all([
      call?.late ?? lateness(ctx, tx, actor, draft),
      mayLeave(tx, id, call?.needsSignOff),
      strangersAmong(tx, draft, kind.delegateIds(details)),
      dueFactsOf(tx, draft.eventId, draft.kind, ctx.now()),
      takeNumber(tx, draft.eventId, draft.kind),
    ]);
    refuseUnsigned(actor, signedOff);
    if (strangers.length > 0) refuse('not-in-delegation', {}, { delegateIds: strangers });

    const reference = referenceOf(shortName, draft.kind, number);
    // The number's lock is the event's and the kind's, so nobody else counts meanwhile.
    const place = call ? { callId: call.id, callPlace: await placeInCall(tx, actor, draft, call) } : {};
    const also = { number, reference, late, submittedAt: ctx.now(), ...place };
    const step = { also, facts, details: { reference, ...(late ? { late } : {}) } };
    const sent = { ...draft, reference };
    const title = kind.title(details);
    if (call) await addProposal(tx, draft, call.id, ctx.now());
    // None of these waits for another, so they travel together; a refusal takes all of them back.
    await Promise.all([
      advance(ctx, tx, actor, draft, 'submit', step),
      indexRequest(tx, sent, [title.ja, title.en, ...kind.searchable(details)]),
      tellOffice(ctx, tx, actor, sent, 'request.received'),
      tellMember(ctx, tx, actor, sent, 'request.receipt'),
    ]);
  });
}

/** `steps` names the wizard's page of each error, in the same order. */
function refuseMissing(actor: Actor, kind: AnyKind, details: unknown): void {
  const issues = kind.issues(details);
  if (issues.length === 0) return;
  const errors = issues.map(({ pointer, words }) => ({ pointer, detail: inLang(words, actor.lang).text }));
  refuse('invalid-input', { count: errors.length }, { errors, steps: issues.map(({ step }) => step) });
}

/** Nothing leaves a municipality whose rule asks for a sign-off of these very answers. */
function refuseUnsigned(actor: Actor, signedOff: Awaited<ReturnType<typeof mayLeave>>): void {
  if (signedOff === 'free' || signedOff === 'signed-off') return;
  const errors = [{ pointer: '/signOff', detail: textsIn(signOffTexts, actor.lang)[signedOff] }];
  refuse('invalid-input', { count: 1 }, { errors, steps: [CHECK_STEP] });
}

async function lateness(ctx: Ctx, tx: Tx, actor: Actor, draft: RequestRecord): Promise<boolean> {
  const window = await windowOf(tx, draft.eventId, draft.kind);
  const now = ctx.now();
  if (!window) return false;
  if (now < window.opensAt) refuse('window-closed', {});
  if (now < window.closesAt) return false;
  if (window.late === 'mark') return true;
  return refuse('window-closed', { closedAt: formatDeadline(window.closesAt, actor.lang) });
}
