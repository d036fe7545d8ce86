import type { Tx } from '#db/connect.ts';
import { enqueueMail, recipientsAtMember } from '#db/queries/enqueue-mail.ts';
import { lockRequest, type RequestRecord } from '#db/queries/requests.ts';
import { advance, setStage } from '#server/requests/advance.ts';
import type { Actor } from '#shared/actor.ts';
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
  if (!request || session.trial || (request.state !== 'approved' && request.state !== 'fulfilled')) return;
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
  await enqueueMail(tx, {
    to: (await recipientsAtMember(tx, request.memberId)).filter((id) => id !== except?.accountId),
    template,
    params: { reference: request.reference ?? '', path: `/requests/${request.id}` },
    requestId: request.id,
    memberId: request.memberId,
    at: ctx.realNow(),
  });
}
