import { shortNameOfEvent } from '#db/queries/draft-schedule.ts';
import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import { writeHistory } from '#db/queries/history.ts';
import { lockProof, proofsOfMember, writeAnswer } from '#db/queries/proofs.ts';
import type { Actor } from '#shared/actor.ts';
import type { OrganisationId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { AnswerProof, OwnProofView } from '#shared/schedule/proof-contract.ts';
import type { Ctx } from '../context.ts';
import { presentOwn } from './own-proofs.ts';

/** Says for a municipality that its session may be published as it was sent, or what should be corrected. */
export async function answerProof(
  ctx: Ctx,
  actor: Actor,
  sessionId: string,
  version: number,
  { answer, comment }: AnswerProof,
): Promise<OwnProofView> {
  const memberId = actor.memberId ?? refuse('not-found', {});
  const answeredBy = actor.accountId ?? refuse('not-found', {});
  const { eventId, rows } = await ctx.database.write(actor, async (tx) => {
    const proof = (await lockProof(tx, sessionId, memberId)) ?? refuse('not-found', {});
    if (proof.version !== version) refuse('changed-meanwhile', {}, { current: { version: proof.version } });
    await writeAnswer(tx, { sessionId, memberId }, { answer, comment, answeredAt: ctx.now(), answeredBy });
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'proof', subjectId: sessionId, action: answer, eventId: proof.eventId },
      memberId: memberId as OrganisationId,
    });
    if (answer === 'correct') {
      await enqueueMail(tx, {
        to: [proof.sentBy],
        template: 'proof.objection',
        params: { event: await shortNameOfEvent(tx, proof.eventId), path: '/desk/schedule/release' },
        at: ctx.realNow(),
      });
    }
    return { eventId: proof.eventId, rows: await proofsOfMember(tx, proof.eventId, memberId, sessionId) };
  });
  const [view] = await presentOwn(ctx, actor, eventId, rows);
  return view ?? refuse('not-found', {});
}
