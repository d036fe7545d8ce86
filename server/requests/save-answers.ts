import type { Tx } from '#db/connect.ts';
import { replaceDelegates, strangersAmong } from '#db/queries/request-delegates.ts';
import { indexRequest } from '#db/queries/request-search.ts';
import { type RequestRecord, updateRequest } from '#db/queries/requests.ts';
import type { Ctx } from '#server/context.ts';
import { check, jsonPointer } from '#server/http/field-errors.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import { callTexts } from '#shared/calls/texts.ts';
import type { RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { RequestView, SaveAnswers } from '#shared/requests/contract.ts';
import type { RequestKind } from '#shared/requests/kind-names.ts';
import { type Details, KINDS, kindOf } from '#shared/requests/kinds.ts';
import { whyNotEdit } from '#shared/requests/policy.ts';
import { textsIn } from '#shared/text.ts';
import { changeBeside, principalOf } from './advance.ts';
import { changeRequest } from './change-request.ts';
import { refuseField } from './field-error.ts';
import { refuseStale } from './refuse-stale.ts';
import { tellOffice } from './tell.ts';

/**
 * Keeps the answers so far, however incomplete. Once the request has been sent, the change is recorded and its owner
 * told. Refuses answers that do not fit at their field, and persons who are not the municipality's own.
 */
export function saveAnswers(
  ctx: Ctx,
  actor: Actor,
  id: RequestId,
  version: number,
  input: SaveAnswers,
): Promise<RequestView> {
  return changeRequest(ctx, actor, id, version, async (tx, request) => {
    const because = whyNotEdit(actor, request);
    if (because) refuse('wrong-state', { because });
    const details = parsed(request.kind, input.details, actor);
    const fields = changedFields(request.details, details);
    if (request.callId !== null && fields.includes('callId')) {
      refuseField('/details/callId', textsIn(callTexts, actor.lang).fixed);
    }
    if (fields.length === 0 && input.step === request.step) return;

    const kind = kindOf(request.kind);
    if (fields.length > 0) await keepDelegates(tx, request, kind.delegateIds(details));
    const title = kind.title(details);
    const change = {
      details,
      step: input.step,
      titleJa: title.ja,
      titleEn: title.en,
      headOfGovernment: kind.asksForHead(details),
    };
    await keep(ctx, tx, actor, request, change, fields);
    if (fields.length > 0) await indexRequest(tx, request, [title.ja, title.en, ...kind.searchable(details)]);
  });
}

async function keep(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  change: Parameters<typeof updateRequest>[2],
  fields: string[],
): Promise<void> {
  // A draft is saved with every few keystrokes: nobody's history. Nor is turning a page of the wizard.
  if (request.state === 'draft' || fields.length === 0) {
    const kept = await updateRequest(tx, request, change, { actor, at: ctx.now(), quiet: true });
    if (kept === null) await refuseStale(tx, actor, request.id);
    return;
  }
  const onBehalf = isMember(actor) ? {} : { onBehalf: true };
  const principal = principalOf(actor, request);
  const record = { action: 'edit', principal, details: { fields, ...onBehalf } };
  await changeBeside(ctx, tx, actor, request, change, record);
  await tellOffice(ctx, tx, actor, request, 'request.edited');
}

function parsed(kind: RequestKind, answers: unknown, actor: Actor): Details {
  const pointerOf = (path: readonly PropertyKey[]) => jsonPointer(['details', ...path]);
  const checked = check(KINDS[kind].details, answers, actor.lang, pointerOf);
  if ('errors' in checked) refuse('invalid-input', { count: checked.errors.length }, { errors: checked.errors });
  return checked.value as Details;
}

async function keepDelegates(
  tx: Tx,
  request: RequestRecord,
  ids: ReturnType<ReturnType<typeof kindOf>['delegateIds']>,
) {
  const strangers = await strangersAmong(tx, request, ids);
  if (strangers.length > 0) refuse('not-in-delegation', {}, { delegateIds: strangers });
  await replaceDelegates(tx, request, ids);
}

/** The names of the answers that differ, sorted: they go into the history, their contents do not. */
export function changedFields(before: unknown, after: object): string[] {
  const old = (typeof before === 'object' && before !== null ? before : {}) as Record<string, unknown>;
  return Object.entries(after)
    .filter(([field, value]) => canonical(old[field]) !== canonical(value))
    .map(([field]) => field)
    .sort();
}

/** The database gives the keys of an object back in an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
