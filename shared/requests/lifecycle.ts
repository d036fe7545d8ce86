/**
 * A request asks; a pass, a session or a meeting fulfils. This file owns only the asking: its states, and every
 * step between them as a table of data. Routes, buttons, history and mails are derived from it.
 */
export const REQUEST_STATES = [
  'draft',
  'submitted',
  'in_triage',
  'needs_info',
  'approved',
  'waitlisted',
  'offered',
  'fulfilled',
  'completed',
  'declined',
  'withdrawn',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const CLOSED_STATES = ['completed', 'declined', 'withdrawn'] as const satisfies readonly RequestState[];
export const TURNS = ['member', 'desk', 'counterpart', 'none'] as const;
/** Who must act next. */
export type Turn = (typeof TURNS)[number];

/** When the next step is due: so many working days on, at an instant somebody gives, after the event, or never. */
export type DueRule = { workingDays: number } | 'given' | 'event_end' | 'never';

export type Transition = {
  /** From which state to which; a state that is not named cannot take this step. */
  moves: Partial<Record<RequestState, RequestState>>;
  by: 'member' | 'desk';
  turn: Turn;
  due: DueRule;
  /** What the person must write along with it. */
  asks?: 'reason' | 'question' | 'answer' | 'offer';
};

export const TRANSITIONS = {
  submit: { moves: { draft: 'submitted' }, by: 'member', turn: 'desk', due: { workingDays: 1 } },
  start: { moves: { submitted: 'in_triage' }, by: 'desk', turn: 'desk', due: { workingDays: 5 } },
  ask: {
    moves: {
      submitted: 'needs_info',
      in_triage: 'needs_info',
      needs_info: 'needs_info',
      approved: 'approved',
      fulfilled: 'fulfilled',
    },
    by: 'desk',
    turn: 'member',
    due: 'given',
    asks: 'question',
  },
  answer: {
    moves: { needs_info: 'in_triage', approved: 'approved', fulfilled: 'fulfilled' },
    by: 'member',
    turn: 'desk',
    due: { workingDays: 3 },
    asks: 'answer',
  },
  approve: {
    moves: { submitted: 'approved', in_triage: 'approved', waitlisted: 'approved' },
    by: 'desk',
    turn: 'desk',
    due: { workingDays: 15 },
  },
  waitlist: {
    moves: { submitted: 'waitlisted', in_triage: 'waitlisted', approved: 'waitlisted' },
    by: 'desk',
    turn: 'desk',
    due: { workingDays: 10 },
  },
  offer: {
    moves: { in_triage: 'offered', approved: 'offered', waitlisted: 'offered' },
    by: 'desk',
    turn: 'member',
    due: 'given',
    asks: 'offer',
  },
  accept_offer: { moves: { offered: 'approved' }, by: 'member', turn: 'desk', due: { workingDays: 5 } },
  refuse_offer: { moves: { offered: 'in_triage' }, by: 'member', turn: 'desk', due: { workingDays: 3 } },
  decline: {
    moves: {
      submitted: 'declined',
      in_triage: 'declined',
      needs_info: 'declined',
      approved: 'declined',
      waitlisted: 'declined',
      offered: 'declined',
    },
    by: 'desk',
    turn: 'none',
    due: 'never',
    asks: 'reason',
  },
  reopen: {
    moves: { declined: 'in_triage', waitlisted: 'in_triage' },
    by: 'desk',
    turn: 'desk',
    due: { workingDays: 3 },
  },
  withdraw: {
    moves: {
      submitted: 'withdrawn',
      in_triage: 'withdrawn',
      needs_info: 'withdrawn',
      approved: 'withdrawn',
      waitlisted: 'withdrawn',
      offered: 'withdrawn',
      fulfilled: 'withdrawn',
    },
    by: 'member',
    turn: 'none',
    due: 'never',
  },
  fulfil: { moves: { approved: 'fulfilled' }, by: 'desk', turn: 'desk', due: 'event_end' },
  take_back: { moves: { fulfilled: 'approved' }, by: 'desk', turn: 'desk', due: { workingDays: 5 }, asks: 'reason' },
  complete: { moves: { fulfilled: 'completed' }, by: 'desk', turn: 'none', due: 'never' },
} as const satisfies Record<string, Transition>;

export type RequestAction = keyof typeof TRANSITIONS;
export const REQUEST_ACTIONS = Object.keys(TRANSITIONS) as RequestAction[];

/** The state `action` leads to from `state`, or null when it cannot be taken there. */
export function nextState(state: RequestState, action: RequestAction): RequestState | null {
  const { moves }: Transition = TRANSITIONS[action];
  return moves[state] ?? null;
}

export function isClosed(state: RequestState): boolean {
  return (CLOSED_STATES as readonly RequestState[]).includes(state);
}

/** The member may still change the answers: until the office has started, and while it has been asked. */
export function isEditable(state: RequestState): boolean {
  return state === 'draft' || state === 'submitted' || state === 'needs_info';
}
