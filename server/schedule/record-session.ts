import type { Tx } from '#db/connect.ts';
import { type HistoryEntry, writeHistory } from '#db/queries/history.ts';
import type { Actor } from '#shared/actor.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import type { Ctx } from '../context.ts';

type Change = {
  action: 'add' | 'change' | 'place' | 'unplace' | 'cancel' | 'promote' | 'papers' | 'confirm';
  from?: string | null;
  to?: string | null;
  reason?: string | null;
  /** For whom the office did what is a municipality's to do. */
  principal?: NonNullable<HistoryEntry['principal']> | null;
  details?: Record<string, unknown>;
};

/** Writes what happened to a session into the record. */
export async function recordSession(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  eventId: string,
  session: Pick<SessionView, 'id' | 'memberId' | 'requestId' | 'trial'>,
  change: Change,
): Promise<void> {
  await writeHistory(tx, {
    ...{ at: ctx.now(), actor, subject: 'programme_session', subjectId: session.id, eventId },
    // A trial is the office's alone, and so is what happens to it.
    ...(session.trial ? {} : { memberId: session.memberId, requestId: session.requestId }),
    ...change,
  });
}

/** A slot as the record keeps it. */
export function slotDetails({ slot }: SessionView): Record<string, unknown> {
  return slot === null ? {} : { roomId: slot.roomId, startsAt: slot.startsAt, endsAt: slot.endsAt };
}
