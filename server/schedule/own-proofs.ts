import { eventForBoard } from '#db/queries/pass-board.ts';
import { type ProofRow, proofsOfMember } from '#db/queries/proofs.ts';
import { latestContent } from '#db/queries/releases.ts';
import { theProgram } from '#server/who.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import { PublicSession } from '#shared/schedule/contract.ts';
import type { OwnProofView } from '#shared/schedule/proof-contract.ts';
import { sessionChanges } from '#shared/schedule/release-changes.ts';
import type { Ctx } from '../context.ts';
import { draftHashes, presentAsked } from './list-proofs.ts';

/** What one's own municipality is asked to check at an event. */
export async function listOwnProofs(ctx: Ctx, actor: Actor, slug: string): Promise<{ items: OwnProofView[] }> {
  const memberId = actor.memberId ?? refuse('not-found', {});
  const found = await ctx.database.read(actor, async (db) => {
    const event = (await eventForBoard(db, slug)) ?? refuse('not-found', {});
    return { eventId: event.id, rows: await proofsOfMember(db, event.id, memberId) };
  });
  return { items: await presentOwn(ctx, actor, found.eventId, found.rows) };
}

/**
 * Proofs as their municipality sees them. Whether a session has changed since is the draft's to say, which a municipality
 * does not read: the program looks for it, and tells no more than that it has.
 */
export async function presentOwn(
  ctx: Ctx,
  actor: Actor,
  eventId: string,
  rows: readonly ProofRow[],
): Promise<OwnProofView[]> {
  if (rows.length === 0) return [];
  const hashes = await ctx.database.read(theProgram, (db) => draftHashes(db, eventId));
  const released = await ctx.database.read(actor, (db) => latestContent(db, eventId));
  return rows.map((row) => {
    const session = PublicSession.parse(row.content);
    const before = released.find(({ id }) => id === session.id);
    return {
      ...presentAsked(row, hashes, ctx.now()),
      ...{ session, version: row.version },
      changes: before ? sessionChanges(before, session) : [],
    };
  });
}
