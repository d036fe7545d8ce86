import { addDays, type Day, daysBetween } from '#shared/time.ts';

/** People travel before the opening and after the end. */
const BEFORE = 5;
const AFTER = 4;

/** The days somebody could be on site: the event's, and some around them. */
export function daysAround(event: { startsOn: Day; endsOn: Day }): Day[] {
  const from = addDays(event.startsOn, -BEFORE);
  const count = daysBetween(from, event.endsOn) + AFTER + 1;
  return Array.from({ length: count }, (_, index) => addDays(from, index));
}
