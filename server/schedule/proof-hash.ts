import { createHash } from 'node:crypto';
import type { ProofRow } from '#db/queries/proofs.ts';
import type { PublicSession } from '#shared/schedule/contract.ts';
import type { AskedProof } from '#shared/schedule/proof-state.ts';
import { textOf } from '#shared/schedule/release.ts';

/** A session's content in 32 bytes; how often and when it was released is no part of it. */
export function hashOf({ revision: _count, changedAt: _when, ...content }: PublicSession): string {
  return createHash('sha256').update(textOf(content)).digest('base64');
}

/** What decides how a proof stands. */
export function askedOf({ answer, answerBy, contentHash }: ProofRow): AskedProof {
  return { answer, answerBy, shown: contentHash.toString('base64') };
}
