import { writeHistory } from '#db/queries/history.ts';
import { eventForBoard } from '#db/queries/pass-board.ts';
import { markReminded, type ProofRow, proofsOfEvent } from '#db/queries/proofs.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import { proofState } from '#shared/schedule/proof-state.ts';
import type { Ctx } from '../context.ts';
import { draftHashes } from './list-proofs.ts';
import { askedOf } from './proof-hash.ts';
import { tellMember } from './send-proofs.ts';

/** Reminds each municipality once of all that it has not answered; what has changed since must be sent anew instead. */
export function remindOfProofs(ctx: Ctx, actor: Actor, slug: string): Promise<{ members: number }> {
  return ctx.database.write(actor, async (tx) => {
    const event = (await eventForBoard(tx, slug)) ?? refuse('not-found', {});
    const hashes = await draftHashes(tx, event.id);
    const silent = new Map<string, ProofRow[]>();
    for (const proof of await proofsOfEvent(tx, event.id)) {
      const state = proofState(askedOf(proof), hashes.get(proof.sessionId) ?? null, ctx.now());
      if (state !== 'waiting' && state !== 'late') continue;
      silent.set(proof.memberId, [...(silent.get(proof.memberId) ?? []), proof]);
    }
    for (const [memberId, proofs] of silent) {
      const answerBy = new Date(Math.min(...proofs.map((proof) => proof.answerBy.getTime())));
      const sessionIds = proofs.map(({ sessionId }) => sessionId);
      await markReminded(tx, memberId, sessionIds, ctx.now());
      await tellMember(ctx, tx, 'proof.reminder', { memberId, event: event.shortName, count: proofs.length, answerBy });
    }
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'proof', subjectId: event.id, action: 'remind', eventId: event.id },
      details: { members: silent.size },
    });
    return { members: silent.size };
  });
}
