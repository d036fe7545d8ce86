import { daysLeft } from '#shared/time.ts';

export const CALL_STATES = ['upcoming', 'open', 'closed'] as const;
/** Where a call stands by the clock alone: nobody opens or closes it. */
export type CallState = (typeof CALL_STATES)[number];

export const QUESTION_KINDS = ['short', 'long', 'choice', 'yes_no'] as const;
/** The most a text may be, by the kind of its question, in characters. */
export const LONGEST_ANSWER = { short: 120, long: 2000 } as const;
export const MOST_QUESTIONS = 20;
export const MOST_CRITERIA = 10;

type Times = { opensAt: Date | string; closesAt: Date | string };

/** Where a call stands at an instant. Half-open: at the closing instant itself it is closed. */
export function callState({ opensAt, closesAt }: Times, now: Date): CallState {
  if (now < new Date(opensAt)) return 'upcoming';
  return now < new Date(closesAt) ? 'open' : 'closed';
}

/** Whole days until an open call closes, as the home screen counts them. */
export function daysToClose({ closesAt }: Pick<Times, 'closesAt'>, now: Date): number {
  return Math.max(0, daysLeft(new Date(closesAt), now));
}
