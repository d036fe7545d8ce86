import { someCallTakes } from '#db/queries/calls.ts';
import { writeHistory } from '#db/queries/history.ts';
import { eventIdOf, windowOf } from '#db/queries/request-rules.ts';
import { insertDraft, isMembership } from '#db/queries/requests.ts';
import type { Ctx } from '#server/context.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import type { OrganisationId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { CreateDraft, RequestView } from '#shared/requests/contract.ts';
import { parseDetails } from '#shared/requests/kinds.ts';
import { policyTexts } from '#shared/requests/policy-texts.ts';
import { textsIn } from '#shared/text.ts';
import { formatDeadline } from '#shared/time.ts';
import { principalOf, subjectOf } from './advance.ts';
import { refuseField } from './field-error.ts';
import { viewOf } from './present.ts';

/** Begins a request with empty answers: a municipality its own, a coordinator on behalf of the one they name. */
export function createDraft(ctx: Ctx, actor: Actor, input: CreateDraft): Promise<RequestView> {
  return ctx.database.write(actor, async (tx) => {
    const memberId = memberOf(actor, input);
    if (!(await isMembership(tx, memberId))) refuseField('/memberId', textsIn(policyTexts, actor.lang).member);
    const eventId = (await eventIdOf(tx, input.event)) ?? refuse('not-found', {});
    const now = ctx.now();
    const window = await windowOf(tx, eventId, input.kind);
    // Preparing before the window opens is welcome; once it has shut for good there is nothing to prepare for.
    const shut = window?.late === 'refuse' && window.closesAt <= now;
    if (shut && !(input.kind === 'speaking' && (await someCallTakes(tx, eventId, memberId, now)))) {
      refuse('window-closed', { closedAt: formatDeadline(window.closesAt, actor.lang) });
    }
    const accountId = actor.accountId ?? refuse('not-signed-in', {});
    const id = await insertDraft(tx, {
      eventId,
      memberId,
      kind: input.kind,
      details: parseDetails(input.kind, {}).data ?? {},
      createdBy: accountId,
      filedForBy: isMember(actor) ? null : accountId,
      at: now,
    });
    const onBehalf = isMember(actor) ? {} : { onBehalf: true };
    const entry = {
      ...subjectOf({ id, memberId, eventId }),
      action: 'create',
      details: onBehalf,
      principal: principalOf(actor, { memberId }),
    };
    await writeHistory(tx, { at: now, actor, ...entry });
    return viewOf(tx, actor, id);
  });
}

function memberOf(actor: Actor, input: CreateDraft): OrganisationId {
  if (!isMember(actor)) return input.memberId ?? refuseField('/memberId', textsIn(policyTexts, actor.lang).member);
  if (input.memberId !== undefined && input.memberId !== actor.memberId) refuse('not-found', {});
  return actor.memberId;
}
