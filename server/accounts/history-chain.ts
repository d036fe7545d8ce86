import { createHash } from 'node:crypto';
import type { Link, SealedText } from '#db/queries/history-seal.ts';

/** How rows are put into words now. A new column of the record takes a new form beside the old ones, which stay. */
export const FORM = 1;
/** What the first link follows: nothing. */
export const BEGINNING = { seq: 0, hash: '0'.repeat(64) };

export type Place = { seq: number; hash: string };
export type LinkFault = 'link-missing' | 'row-missing' | 'row-differs';

/** The hash of a link: SHA-256 over the hash before it, its number and its row, as hexadecimal digits. */
export function linkHash(before: string, seq: number, row: SealedText): string {
  return createHash('sha256')
    .update(before)
    .update(JSON.stringify([seq, ...wordsOf(row)]))
    .digest('hex');
}

/** Whether a link follows what comes before it, with the very row that was sealed; otherwise what is wrong with it. */
export function faultOf(before: Place, link: Link): LinkFault | null {
  const seq = before.seq + 1;
  if (link.seq !== seq) return 'link-missing';
  if (!link.row) return 'row-missing';
  return link.form === FORM && linkHash(before.hash, seq, link.row) === link.hash ? null : 'row-differs';
}

/** Form 1: these columns in this order. */
function wordsOf(row: SealedText): (string | null)[] {
  return [
    row.id,
    row.at,
    row.actorId,
    row.actorRole,
    row.principalKind,
    row.principalId,
    row.memberId,
    row.eventId,
    row.requestId,
    row.callId,
    row.subject,
    row.subjectId,
    row.action,
    row.fromState,
    row.toState,
    row.reason,
    row.details,
  ];
}
