import { addDays, type Day } from '#shared/time.ts';
import type { Placed } from './demo-programme.ts';
import type { Speaker } from './demo-speakers.ts';

export type Session = Placed & {
  id: string;
  format: 'keynote' | 'panel' | 'workshop' | 'dialogue' | 'signing' | 'reception' | 'briefing';
  language: 'en' | 'ja_en';
  interpretation: 'none' | 'consecutive' | 'simultaneous';
  speakers: Speaker[];
  startsAt: Date | null;
  endsAt: Date | null;
  /** When it got its room and time. */
  placedAt: Date;
  abstractEn: string;
};

/** The abstract that the municipality still owes. */
export const LACKS_ABSTRACT = '実習：歩いて';
/** In its room since the day after the last release. */
export const ADDED_SINCE = '建設廃材を';

/** The first host of a session is its host, the others host along. */
export const hostRole = (position: number) => (position === 0 ? ('host' as const) : ('cohost' as const));

/** A wish for the part of the day in which a session is, and one for the day after. */
export function wishesAround({ slot, text }: Pick<Session, 'slot' | 'text'>) {
  const hour = Number((slot?.time ?? `${9 + (text.minutes % 7)}`).split(':')[0]);
  const part = hour < 12 ? ('morning' as const) : hour < 15 ? ('midday' as const) : ('afternoon' as const);
  const first = slot?.day ?? '2027-11-11';
  return [
    { day: first, part },
    { day: dayAfter(first), part: 'midday' as const },
  ];
}

/** The next day of the event: the rest day is left out. */
function dayAfter(day: Day): Day {
  const next = addDays(day, 1);
  return next === '2027-11-14' ? addDays(next, 1) : next;
}
