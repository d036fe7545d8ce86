import type { RequestRow } from './contract.ts';
import { type ShownState, shownState } from './shown-state.ts';

/** The four steps of every request, as its municipality follows them. */
export const PROGRESS_STEPS = ['received', 'review', 'arranging', 'confirmed'] as const;
export type ProgressStep = (typeof PROGRESS_STEPS)[number];

export type StepState = 'done' | 'current' | 'todo';
/** Who the current step waits for: the municipality, the office, or an answer to an offer. */
export type StepTone = 'mine' | 'office' | 'offer';

type Facts = Pick<RequestRow, 'state' | 'turn'>;

/** Which step a request is at: 0 before it is sent, 4 when all are done. */
const REACHED: Record<RequestRow['state'], number> = {
  draft: 0,
  submitted: 1,
  in_triage: 1,
  needs_info: 1,
  approved: 2,
  waitlisted: 2,
  offered: 2,
  fulfilled: 4,
  completed: 4,
  declined: 2,
  withdrawn: 0,
};

/** How far a request is, step by step; a closed one that was not granted has no current step. */
export function progressOf(request: Facts): { step: ProgressStep; state: StepState }[] {
  const reached = REACHED[request.state];
  const over = request.state === 'declined' || request.state === 'withdrawn';
  return PROGRESS_STEPS.map((step, index) => ({
    step,
    state: index < reached ? 'done' : index === reached && !over ? 'current' : 'todo',
  }));
}

/** The colour of the current step, by whose turn it is. */
export function toneOf(request: Facts): StepTone {
  const shown: ShownState = shownState(request);
  if (shown === 'offered') return 'offer';
  return request.turn === 'member' ? 'mine' : 'office';
}

/** What the municipality is asked to do, or null when it is not its turn. */
export function neededAct(request: Facts): 'draft' | 'offer' | 'answer' | null {
  const shown = shownState(request);
  if (shown === 'draft' || shown === 'action') return shown === 'draft' ? 'draft' : 'answer';
  return shown === 'offered' ? 'offer' : null;
}
