import type { Tx } from '#db/connect.ts';
import { enqueueMail, recipientsAtMember } from '#db/queries/enqueue-mail.ts';
import { writeHistory } from '#db/queries/history.ts';
import { eventForBoard } from '#db/queries/pass-board.ts';
import { type ProofToSend, sendProofs } from '#db/queries/proofs.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { PublicSession } from '#shared/schedule/contract.ts';
import { schedulePolicyTexts } from '#shared/schedule/policy-texts.ts';
import type { SendProofs } from '#shared/schedule/proof-contract.ts';
import { textsIn } from '#shared/text.ts';
import { isOver } from '#shared/time.ts';
import type { Ctx } from '../context.ts';
import { planRelease } from './plan-release.ts';
import { hashOf } from './proof-hash.ts';

/**
 * Sends sessions as they would be released to the municipalities that have a part in them: those named, or all that a
 * release would change. Sent again, a proof is asked anew.
 */
export function sendProofsOf(
  ctx: Ctx,
  actor: Actor,
  slug: string,
  input: SendProofs,
): Promise<{ proofs: number; members: number }> {
  return ctx.database.write(actor, async (tx) => {
    const event = (await eventForBoard(tx, slug)) ?? refuse('not-found', {});
    const answerBy = new Date(input.answerBy);
    if (isOver(answerBy, ctx.now())) {
      const detail = textsIn(schedulePolicyTexts, actor.lang).answerByIsOver;
      refuse('invalid-input', { count: 1 }, { errors: [{ pointer: '/answerBy', detail }] });
    }
    const { sessions, changed, parties } = await planRelease(tx, event.id);
    const chosen = new Set<string>(input.sessionIds ?? changed.map(({ id }) => id));
    const proofs = sessions
      .filter((session) => chosen.has(session.id) && session.state === 'planned')
      .flatMap((session) => (parties.get(session.id) ?? []).map((memberId) => proofOf(session, memberId)));
    if (proofs.length === 0) refuse('nothing-to-release', {});

    const of = { eventId: event.id, answerBy, sentAt: ctx.now(), sentBy: actor.accountId ?? refuse('not-found', {}) };
    await sendProofs(tx, of, proofs);
    const members = [...new Set(proofs.map(({ memberId }) => memberId))];
    for (const memberId of members) {
      const count = proofs.filter((one) => one.memberId === memberId).length;
      await tellMember(ctx, tx, 'proof.sent', { memberId, event: event.shortName, count, answerBy });
    }
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'proof', subjectId: event.id, action: 'send', eventId: event.id },
      details: { proofs: proofs.length, members: members.length, answerBy: input.answerBy },
    });
    return { proofs: proofs.length, members: members.length };
  });
}

/** Writes to the officers and managers of a municipality that it has proofs to look at. */
export async function tellMember(
  ctx: Ctx,
  tx: Tx,
  template: 'proof.sent' | 'proof.reminder',
  of: { memberId: string; event: string; count: number; answerBy: Date },
): Promise<void> {
  await enqueueMail(tx, {
    to: await recipientsAtMember(tx, of.memberId),
    template,
    params: { event: of.event, count: String(of.count), dueAt: of.answerBy.toISOString(), path: '/proofs' },
    memberId: of.memberId,
    at: ctx.realNow(),
  });
}

function proofOf(session: PublicSession, memberId: string): ProofToSend {
  return { sessionId: session.id, memberId, content: session, contentHash: Buffer.from(hashOf(session), 'base64') };
}
