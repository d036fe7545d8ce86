import japan from '@holiday-jp/holiday_jp';
import { addDays, type Day } from './time.ts';

/** Whether offices in Japan are open on a day: not a weekend, not a public holiday, not 29 December to 3 January. */
export function isWorkingDay(day: Day): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  const weekday = date.getUTCDay();
  const monthDay = day.slice(5);
  const yearEnd = monthDay >= '12-29' || monthDay <= '01-03';
  return weekday !== 0 && weekday !== 6 && !yearEnd && !(day in japan.holidays);
}

/** The day that lies `count` working days after `day`; `count` is not negative. */
export function addWorkingDays(day: Day, count: number): Day {
  let result = day;
  for (let left = count; left > 0; ) {
    result = addDays(result, 1);
    if (isWorkingDay(result)) left -= 1;
  }
  return result;
}
