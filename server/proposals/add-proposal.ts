import type { Tx } from '#db/connect.ts';
import { type CallRow, callsWhere } from '#db/queries/calls.ts';
import { insertProposal } from '#db/queries/proposals.ts';
import { takeNumber } from '#db/queries/request-rules.ts';
import { isMembership, lockRequest } from '#db/queries/requests.ts';
import { unknownOrganisations } from '#db/queries/sessions.ts';
import type { Actor } from '#shared/actor.ts';
import type { CallId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { AddProposal, ProposalView } from '#shared/proposals/contract.ts';
import { proposalTexts } from '#shared/proposals/texts.ts';
import { SpeakingDetails } from '#shared/requests/kinds/speaking.ts';
import { isClosed } from '#shared/requests/lifecycle.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { changeBeside } from '../requests/advance.ts';
import { placeInCall } from '../requests/call-of-draft.ts';
import { wholeProposal } from './open-proposal.ts';
import { recordProposal } from './record-proposal.ts';

/** Puts a request that asked the office to propose a room under a call, or writes down what a partner proposes. */
export function addProposal(ctx: Ctx, actor: Actor, callId: CallId, input: AddProposal): Promise<ProposalView> {
  return ctx.database.write(actor, async (tx) => {
    const [found] = await callsWhere(tx, { id: callId }, { memberId: null }, null);
    const call = found ?? refuse('not-found', {});
    const id =
      input.of === 'request'
        ? await fromRequest(ctx, tx, actor, call, input)
        : await ofPartner(ctx, tx, actor, call, input);
    await recordProposal(ctx, tx, actor, { id, eventId: call.eventId }, { action: 'add', details: { call: callId } });
    return wholeProposal(tx, actor, id);
  });
}

async function fromRequest(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  call: CallRow,
  { requestId }: Extract<AddProposal, { of: 'request' }>,
): Promise<string> {
  const request = (await lockRequest(tx, actor, requestId)) ?? refuse('not-found', {});
  const { kind, state, eventId, memberId } = request;
  const fits = kind === 'speaking' && eventId === call.eventId && request.callId === null && !isClosed(state);
  if (!fits || state === 'draft') refuse('wrong-state', { because: textsIn(proposalTexts, actor.lang).notRequest });
  // The same lock as at sending: whoever counts a municipality's proposals counts alone.
  await takeNumber(tx, eventId, 'speaking');
  const callPlace = await placeInCall(tx, actor, request, call);
  const details = { ...SpeakingDetails.parse(request.details), callId: call.id };
  await changeBeside(ctx, tx, actor, request, { callId: call.id, callPlace, details }, { action: 'call.put' });
  return insertProposal(tx, { eventId, memberId, requestId, callId: call.id, submittedAt: ctx.now() });
}

async function ofPartner(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  call: CallRow,
  { partnerId, title, abstract, theme, format, minutes }: Extract<AddProposal, { of: 'partner' }>,
): Promise<string> {
  const words = textsIn(proposalTexts, actor.lang);
  const unknown = (await unknownOrganisations(tx, [partnerId])).length > 0;
  const detail = unknown ? words.noPartner : (await isMembership(tx, partnerId)) ? words.memberFiles : null;
  if (detail) refuse('invalid-input', { count: 1 }, { errors: [{ pointer: '/partnerId', detail }] });
  const details = SpeakingDetails.parse({
    ...{ titleJa: title.ja, titleEn: title.en, abstractJa: abstract.ja, abstractEn: abstract.en },
    ...{ theme, format, minutes, callId: call.id },
  });
  const { id: callId, eventId } = call;
  return insertProposal(tx, { eventId, callId, partnerId, details: JSON.stringify(details), submittedAt: ctx.now() });
}
