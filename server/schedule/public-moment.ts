import { defaultDay } from '#shared/schedule/public-days.ts';
import { type PublicProgramme, todayIn } from '#shared/schedule/public-view.ts';
import { dayOf } from '#shared/time.ts';
import { versionOf } from './public-asked.ts';
import { minuteOf } from './public-at-hand.ts';

const moments = new WeakMap<PublicProgramme, { minute: number; today: string; on: boolean; first: string }>();

/** A programme at a moment: its own day says every minute something else, another day only which day is today. */
export function momentOf(programme: PublicProgramme, wished: string | null, now: Date): string {
  const minute = minuteOf(now);
  let known = moments.get(programme);
  if (known?.minute !== minute) {
    const { event, days } = programme;
    const first = defaultDay(days, now, event.timeZone);
    known = { minute, today: dayOf(now, event.timeZone), on: todayIn(programme, now) !== null, first };
    moments.set(programme, known);
  }
  const { on, first, today } = known;
  return `${versionOf(programme)} ${on && (wished ?? first) === today ? minute : today}`;
}
