import { isOver } from '#shared/time.ts';
import type { ProofState } from './preview-contract.ts';

export type AskedProof = {
  answer: 'fine' | 'correct' | null;
  answerBy: Date;
  /** A hash of what was shown. */
  shown: string;
};

/**
 * How a proof stands at an instant. `current` is the hash of what a release would show of the session now, or null when
 * it would show nothing: an answer that was given for something else says nothing any more.
 */
export function proofState(proof: AskedProof, current: string | null, now: Date): ProofState {
  if (proof.shown !== current) return 'lapsed';
  return proof.answer ?? (isOver(proof.answerBy, now) ? 'late' : 'waiting');
}

/** Whether the office must still look at it before a release; it may release nevertheless. */
export function isOpenProof(state: ProofState): boolean {
  return state !== 'fine';
}
