import { zone } from './page.ts';
import { visit } from './store.ts';

/** Now in the desk's time: the demonstration lives on another day than the device does. */
export function deskNow(): Date {
  return new Date(Date.now() + (visit().ahead ?? 0));
}

/** The time of day in a zone as the pages write it: 9:05. */
export function timeIn(instant: Date, where: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: where,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return parts.format(instant).replace(/^0/, '');
}

/** Minutes since midnight at the venue. */
export function venueMinute(instant: Date): number {
  const [hour = 0, minute = 0] = timeIn(instant, zone).split(':').map(Number);
  return hour * 60 + minute;
}
