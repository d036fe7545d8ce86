import { addDays, type Day, dayOf, JAPAN } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';
import { addWorkingDays } from '#shared/working-days.ts';
import type { DueRule } from './lifecycle.ts';

/** The office's day ends at 17:00 in Japan: every deadline we set ourselves falls on that hour. */
const CLOSING = '17:00';

/** What the due rules look at besides the clock. */
export type DueFacts = {
  /** The instant somebody named, for steps whose due time is given. */
  given: Date | null;
  /** The last day of the event, as it really went when that is known. */
  eventEndsOn: Day;
  /** The event's next internal deadline for this kind of request, when there is one. */
  internalDeadline: Date | null;
};

/**
 * When the next step is due, or null when nothing more is. Working days end at 17:00 in Japan and skip weekends and
 * Japanese holidays; an earlier internal deadline of the event wins, but nobody is asked for anything before tomorrow.
 */
export function dueAt(rule: DueRule, now: Date, facts: DueFacts): Date | null {
  if (rule === 'never') return null;
  if (rule === 'given') return facts.given;
  const today = dayOf(now, JAPAN);
  if (rule === 'event_end') {
    return closingOf(addWorkingDays(facts.eventEndsOn > today ? facts.eventEndsOn : today, 1));
  }
  const usual = closingOf(addWorkingDays(today, rule.workingDays));
  if (facts.internalDeadline === null || facts.internalDeadline >= usual) return usual;
  const soonest = closingOf(addDays(today, 1));
  return facts.internalDeadline > soonest ? facts.internalDeadline : soonest;
}

function closingOf(day: Day): Date {
  return instantOf(day, CLOSING, JAPAN);
}
