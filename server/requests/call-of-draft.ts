import type { Tx } from '#db/connect.ts';
import { type CallRow, callsWhere } from '#db/queries/calls.ts';
import { insertProposal, placesTaken } from '#db/queries/proposals.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import { callIssues } from '#shared/calls/answers.ts';
import { callState } from '#shared/calls/call.ts';
import { callTexts } from '#shared/calls/texts.ts';
import { inLang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import type { SpeakingDetails } from '#shared/requests/kinds/speaking.ts';
import { textsIn } from '#shared/text.ts';
import { formatDeadline } from '#shared/time.ts';

export type CallOfDraft = CallRow & { late: boolean };

/**
 * The call a draft answers, open now or by the office's leave; undefined when it names none. Refuses answers to its
 * questions at their fields, and a call that is shut: the draft stays as it is.
 */
export async function callFor(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  draft: RequestRecord,
  details: unknown,
): Promise<CallOfDraft | undefined> {
  if (draft.kind !== 'speaking') return undefined;
  const { callId, callAnswers } = details as SpeakingDetails;
  if (callId === null) return undefined;
  const [call] = await callsWhere(tx, { id: callId }, { memberId: draft.memberId }, null);
  if (!call || call.eventId !== draft.eventId) {
    const errors = [{ pointer: '/callId', detail: textsIn(callTexts, actor.lang).noCall }];
    return refuse('invalid-input', { count: 1 }, { errors, steps: ['call'] });
  }
  const now = ctx.now();
  const state = callState(call, now);
  if (state === 'upcoming') refuse('window-closed', {});
  const late = state === 'closed';
  if (late && !(call.lateUntil && now < call.lateUntil)) {
    refuse('window-closed', { closedAt: formatDeadline(call.closesAt, actor.lang) });
  }
  const issues = callIssues(call.questions, callAnswers);
  if (issues.length > 0) {
    const errors = issues.map(({ questionId, words }) => ({
      pointer: `/callAnswers/${questionId}`,
      detail: inLang(words, actor.lang).text,
    }));
    refuse('invalid-input', { count: errors.length }, { errors, steps: errors.map(() => 'call') });
  }
  return { ...call, late };
}

/** The next free place among a municipality's proposals to a call; refuses `wrong-state` when it has as many as it may. */
export async function placeInCall(
  tx: Tx,
  actor: Actor,
  { memberId }: Pick<RequestRecord, 'memberId'>,
  { id, mostPerMember }: Pick<CallRow, 'id' | 'mostPerMember'>,
): Promise<number> {
  const taken = new Set(await placesTaken(tx, id, memberId));
  let place = 1;
  while (taken.has(place)) place += 1;
  if (mostPerMember !== null && place > mostPerMember) {
    refuse('wrong-state', { because: textsIn(callTexts, actor.lang).full(mostPerMember) });
  }
  return place;
}

/** Adds what the office will look at. */
export async function addProposal(tx: Tx, request: RequestRecord, callId: string, at: Date): Promise<void> {
  const { id: requestId, memberId, eventId } = request;
  await insertProposal(tx, { requestId, memberId, eventId, callId, submittedAt: at });
}
