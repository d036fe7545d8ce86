import type { Tx } from '#db/connect.ts';
import { enqueueMail, recipientsAtMember } from '#db/queries/enqueue-mail.ts';
import { writeHistory } from '#db/queries/history.ts';
import { lockMeeting, meetingById } from '#db/queries/meetings.ts';
import { dueFactsOf } from '#db/queries/request-rules.ts';
import { lockRequest, type RequestRecord } from '#db/queries/requests.ts';
import { unknownOrganisations } from '#db/queries/sessions.ts';
import { changeBeside } from '#server/requests/advance.ts';
import type { Actor } from '#shared/actor.ts';
import type { MeetingView } from '#shared/bilaterals/contract.ts';
import type { bilateralMails } from '#shared/bilaterals/mails.ts';
import { bilateralPolicyTexts } from '#shared/bilaterals/policy-texts.ts';
import type { MeetingId, RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import { dueAt } from '#shared/requests/due.ts';
import { riskAt } from '#shared/requests/risk.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { presentMeeting } from './present.ts';

/** Locks a meeting for a change, its request before it, and refuses when it is not the version that was looked at. */
export async function openForChange(
  tx: Tx,
  actor: Actor,
  id: MeetingId,
  version: number,
): Promise<{ request: RequestRecord; before: MeetingView }> {
  const found = (await meetingById(tx, id)) ?? refuse('not-found', {});
  const request = (await lockRequest(tx, actor, found.requestId as RequestId)) ?? refuse('not-found', {});
  await lockMeeting(tx, id);
  const before = await readMeeting(tx, id);
  if (before.version !== version) refuse('changed-meanwhile', {}, { current: before });
  return { request, before };
}

/** A meeting as it stands within the transaction. */
export async function readMeeting(tx: Tx, id: string): Promise<MeetingView> {
  return presentMeeting((await meetingById(tx, id)) ?? refuse('not-found', {}));
}

export async function refuseUnknownCounterpart(tx: Tx, actor: Actor, id: string): Promise<void> {
  if ((await unknownOrganisations(tx, [id])).length === 0) return;
  const detail = textsIn(bilateralPolicyTexts, actor.lang).noCounterpart;
  refuse('invalid-input', { count: 1 }, { errors: [{ pointer: '/counterpartId', detail }] });
}

/** Says whose turn an approved request is at after a step with the counterpart, and gives it so many working days. */
export async function giveTurn(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  turn: 'counterpart' | 'desk',
  stage: RequestRecord['stage'],
  workingDays: number,
): Promise<void> {
  const now = ctx.now();
  const facts = await dueFactsOf(tx, request.eventId, request.kind, now);
  const due = dueAt({ workingDays }, now, { ...facts, given: null }) ?? now;
  const change = { stage, turn, nextStep: '', dueAt: due, riskAt: riskAt(request.kind, request.state, due) };
  await changeBeside(ctx, tx, actor, request, change, {
    action: 'stage',
    details: { from: request.stage, to: stage, turn, dueAt: due.toISOString() },
  });
}

/** Writes what happened to a meeting into the record. */
export async function recordMeeting(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  meetingId: string,
  change: {
    action: 'open' | 'move' | 'arrange' | 'cancel' | 'hold';
    from: MeetingView['state'] | null;
    to: MeetingView['state'];
    reason?: string | null;
    details?: Record<string, unknown>;
  },
): Promise<void> {
  const { eventId, memberId, id: requestId } = request;
  const subject = { subject: 'meeting', subjectId: meetingId, eventId, memberId, requestId };
  await writeHistory(tx, { at: ctx.now(), actor, ...subject, ...change });
}

/** Tells the municipality that something about its meeting has changed, and where to look; not whoever did it, when `except` names them. */
export async function tellMember(
  ctx: Ctx,
  tx: Tx,
  request: RequestRecord,
  template: keyof typeof bilateralMails,
  except: Actor | null = null,
): Promise<void> {
  await enqueueMail(tx, {
    to: (await recipientsAtMember(tx, request.memberId)).filter((id) => id !== except?.accountId),
    template,
    params: { reference: request.reference ?? '', path: `/requests/${request.id}` },
    requestId: request.id,
    memberId: request.memberId,
    at: ctx.realNow(),
  });
}
