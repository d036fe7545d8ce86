import type { Bilingual } from '#shared/lang.ts';
import { addDays, type Day, dayOf, daysBetween } from '#shared/time.ts';
import type { PublicSession } from './contract.ts';

/** What the public knows of an event. */
export type PublicEvent = {
  slug: string;
  shortName: string;
  name: Bilingual;
  city: Bilingual;
  country: Bilingual;
  venue: Bilingual;
  pavilion: Bilingual;
  startsOn: Day;
  endsOn: Day;
  timeZone: string;
};

export type PublicDay = { day: Day; theme: Bilingual; rest: boolean };

const MOST_DAYS = 40;

/** The days of the programme: those of the event, and any other on which something is on. */
export function daysOfProgramme(
  event: Pick<PublicEvent, 'startsOn' | 'endsOn'>,
  known: readonly PublicDay[],
  sessions: readonly Pick<PublicSession, 'day'>[],
): PublicDay[] {
  const days = new Map<Day, PublicDay>();
  const plain = (day: Day) => days.set(day, { day, theme: { ja: '', en: '' }, rest: false });
  const length = Math.min(daysBetween(event.startsOn, event.endsOn), MOST_DAYS - 1);
  for (let count = 0; count <= length; count += 1) plain(addDays(event.startsOn, count));
  for (const { day } of sessions) plain(day);
  for (const day of known) days.set(day.day, day);
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The day to show when none is asked for: today at the venue while the event is on, else its first day. */
export function defaultDay(days: readonly PublicDay[], now: Date, zone: string): Day {
  const today = dayOf(now, zone);
  return (days.find(({ day }) => day === today) ?? days[0])?.day ?? today;
}

/** The days in rows of seven, counted from the first. */
export function inWeeks<Item extends { day: Day }>(days: readonly Item[]): { number: number; days: Item[] }[] {
  const weeks = new Map<number, Item[]>();
  for (const day of days) {
    const number = 1 + Math.max(0, Math.floor(daysBetween(days[0]?.day ?? day.day, day.day) / 7));
    weeks.set(number, [...(weeks.get(number) ?? []), day]);
  }
  return [...weeks].map(([number, inWeek]) => ({ number, days: inWeek }));
}
