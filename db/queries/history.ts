import type { Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';

export type HistoryEntry = {
  at: Date;
  /** Who did it; for whom their session acts goes into the record by itself. */
  actor: { accountId: string | null; role: string; actingFor?: string | null };
  /** For whom the actor acted, when that is not who their session acts for: the head of a municipality, or a municipality. */
  principal?: { kind: 'delegate' | 'head' | 'member'; id: string } | null;
  /** What kind of thing changed, by the name of its table. */
  subject: string;
  subjectId: string;
  action: string;
  from?: string | null;
  to?: string | null;
  reason?: string | null;
  /** Ids, codes and plain values; never a name, an address or a passport's datum. */
  details?: Record<string, unknown>;
  memberId?: string | null;
  eventId?: string | null;
  requestId?: string | null;
};

/** Writes who did what, in the transaction of the change itself: no row, no change. Answers the row's id. */
export async function writeHistory(tx: Tx, entry: HistoryEntry): Promise<string> {
  const id = newId();
  const { accountId, role, actingFor } = entry.actor;
  const principal = entry.principal ?? (actingFor ? { kind: 'delegate', id: actingFor } : null);
  await tx
    .insertInto('history')
    .values({
      id,
      at: entry.at,
      actorId: accountId,
      actorRole: role,
      principalKind: principal?.kind ?? null,
      principalId: principal?.id ?? null,
      memberId: entry.memberId ?? null,
      eventId: entry.eventId ?? null,
      requestId: entry.requestId ?? null,
      subject: entry.subject,
      subjectId: entry.subjectId,
      action: entry.action,
      fromState: entry.from ?? null,
      toState: entry.to ?? null,
      reason: entry.reason ?? null,
      details: JSON.stringify(entry.details ?? {}),
    })
    .execute();
  return id;
}
