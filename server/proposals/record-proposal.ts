import type { Tx } from '#db/connect.ts';
import { writeHistory } from '#db/queries/history.ts';
import type { ProposalRecord } from '#db/queries/proposals.ts';
import type { Actor } from '#shared/actor.ts';
import type { Ctx } from '../context.ts';

type Act = { action: string; from?: string | null; to?: string | null; reason?: string | null; details?: object };

/** Writes down what the office did with a proposal. It names no municipality, so that none reads of it. */
export async function recordProposal(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  proposal: Pick<ProposalRecord, 'id' | 'eventId'>,
  { details, ...act }: Act,
): Promise<void> {
  const entry = { subject: 'proposal', subjectId: proposal.id, eventId: proposal.eventId, ...act };
  await writeHistory(tx, { at: ctx.now(), actor, ...entry, details: { ...details } });
}
