import type { Tx } from '#db/connect.ts';
import { enqueueMail, recipientsAtMember } from '#db/queries/enqueue-mail.ts';
import { jointRequests } from '#db/queries/proposals.ts';
import { lockRequest, type RequestRecord } from '#db/queries/requests.ts';
import { advance, setStage } from '#server/requests/advance.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import type { scheduleMails } from '#shared/schedule/mails.ts';
import { schedulePolicyTexts } from '#shared/schedule/policy-texts.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';

/** Locks the request behind a session, before the session itself; null when it fulfils none. */
export async function lockRequestOf(
  tx: Tx,
  actor: Actor,
  session: { requestId: string | null } | undefined,
): Promise<RequestRecord | null> {
  if (!session?.requestId) return null;
  return (await lockRequest(tx, actor, session.requestId as RequestId)) ?? null;
}

/**
 * Brings a locked request in step with its session: fulfilled while that is placed with somebody who speaks or hosts,
 * otherwise approved. A request that has been closed meanwhile stays as it is.
 */
export async function followRequest(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord | null,
  session: SessionView,
  reason: string | null = null,
): Promise<void> {
  if (!request || session.trial) return;
  await bringInStep(ctx, tx, actor, request, session, reason);
  for (const joint of await jointWithLead(tx, actor, request)) {
    await bringInStep(ctx, tx, actor, joint, session, reason);
  }
}

/** The locked requests that share the session of one that leads a joint proposal. */
async function jointWithLead(tx: Tx, actor: Actor, lead: RequestRecord): Promise<RequestRecord[]> {
  if (lead.callId === null) return [];
  const joint: RequestRecord[] = [];
  for (const { id } of await jointRequests(tx, lead.id)) {
    const request = await lockRequest(tx, actor, id as RequestId);
    if (request) joint.push(request);
  }
  return joint;
}

async function bringInStep(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  session: SessionView,
  reason: string | null,
): Promise<void> {
  if (request.state !== 'approved' && request.state !== 'fulfilled') return;
  const words = textsIn(schedulePolicyTexts, 'ja');
  const placed = session.state === 'planned' && session.slot !== null;
  const stage = placed ? 'placed' : null;
  const complete = placed && session.speakers.length + session.hosts.length > 0;
  if (request.state === 'approved' && complete) {
    await advance(ctx, tx, actor, request, 'fulfil', { also: { stage } });
  } else if (request.state === 'fulfilled' && !complete) {
    const why = reason ?? (placed ? words.nobodyLeft : words.offTheGrid);
    await advance(ctx, tx, actor, request, 'take_back', { reason: why, also: { stage } });
  } else {
    await setStage(ctx, tx, actor, request, stage);
  }
}

/** Tells the municipality whose request a session fulfils that something about it has changed, except whoever did it; of a trial nobody hears. */
export async function tellMember(
  ctx: Ctx,
  tx: Tx,
  request: RequestRecord | null,
  template: keyof typeof scheduleMails,
  session: Pick<SessionView, 'trial'>,
  except: Actor | null = null,
): Promise<void> {
  if (!request || session.trial) return;
  const joint = request.callId !== null && !(except && isMember(except)) ? await jointRequests(tx, request.id) : [];
  for (const { id, memberId, reference } of [request, ...joint]) {
    await enqueueMail(tx, {
      to: (await recipientsAtMember(tx, memberId)).filter((one) => one !== except?.accountId),
      template,
      params: { reference: reference ?? '', path: `/requests/${id}` },
      ...{ requestId: id, memberId, at: ctx.realNow() },
    });
  }
}
