import { isClosed, type RequestState, type Turn } from './lifecycle.ts';

/** What people see, the same eleven for every kind. */
export const SHOWN_STATES = [
  'draft',
  'received',
  'review',
  'action',
  'arranging',
  'offered',
  'confirmed',
  'waitlisted',
  'declined',
  'withdrawn',
  'completed',
] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

const BY_STATE: Record<RequestState, ShownState> = {
  draft: 'draft',
  submitted: 'received',
  in_triage: 'review',
  needs_info: 'action',
  approved: 'arranging',
  waitlisted: 'waitlisted',
  offered: 'offered',
  fulfilled: 'confirmed',
  completed: 'completed',
  declined: 'declined',
  withdrawn: 'withdrawn',
};

/** The state people see. While the municipality is asked for something, that comes before everything else. */
export function shownState(request: { state: RequestState; turn: Turn }): ShownState {
  const asked =
    request.turn === 'member' && request.state !== 'draft' && request.state !== 'offered' && !isClosed(request.state);
  return asked ? 'action' : BY_STATE[request.state];
}
