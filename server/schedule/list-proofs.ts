import type { Db } from '#db/connect.ts';
import { roomsOfEvent } from '#db/queries/draft-schedule.ts';
import { eventForBoard } from '#db/queries/pass-board.ts';
import { type ProofRow, proofsOfEvent } from '#db/queries/proofs.ts';
import { latestContent } from '#db/queries/releases.ts';
import { sessionsOfEvent } from '#db/queries/sessions.ts';
import type { Actor } from '#shared/actor.ts';
import type { OrganisationId, ProgrammeSessionId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { ProofView } from '#shared/schedule/proof-contract.ts';
import { proofState } from '#shared/schedule/proof-state.ts';
import type { Ctx } from '../context.ts';
import { askedOf, hashOf } from './proof-hash.ts';
import { releaseOf } from './read-draft.ts';

/** How every proof of an event stands for what would be released now. */
export function listProofs(ctx: Ctx, actor: Actor, slug: string): Promise<{ items: ProofView[] }> {
  return ctx.database.read(actor, async (db) => {
    const event = (await eventForBoard(db, slug)) ?? refuse('not-found', {});
    const hashes = await draftHashes(db, event.id);
    const rows = await proofsOfEvent(db, event.id);
    return {
      items: rows.map((row) => ({
        ...presentAsked(row, hashes, ctx.now()),
        title: row.content.title,
        memberId: row.memberId as OrganisationId,
        member: { ja: row.nameJa, en: row.nameEn },
        remindedAt: row.remindedAt?.toISOString() ?? null,
      })),
    };
  });
}

/** The hash of what a release made now would show of each session. */
export async function draftHashes(db: Db, eventId: string): Promise<Map<string, string>> {
  const rows = await sessionsOfEvent(db, eventId);
  const { sessions } = releaseOf(rows, await roomsOfEvent(db, eventId), await latestContent(db, eventId));
  return new Map(sessions.map((session) => [session.id, hashOf(session)]));
}

/** What both sides see of a proof. */
export function presentAsked(row: ProofRow, hashes: ReadonlyMap<string, string>, now: Date) {
  return {
    sessionId: row.sessionId as ProgrammeSessionId,
    state: proofState(askedOf(row), hashes.get(row.sessionId) ?? null, now),
    sentAt: row.sentAt.toISOString(),
    answerBy: row.answerBy.toISOString(),
    answer: row.answer,
    comment: row.comment,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answeredBy: row.answeredBy,
  };
}
