import { Temporal } from 'temporal-polyfill';
import type { Day } from './time.ts';

/** Says that a wall-clock time does not name one instant: the clocks skip it, or show it twice. */
export class TimeNotClear extends Error {
  override readonly name = 'TimeNotClear';
  readonly kind: 'skipped' | 'twice' | 'unreadable';

  constructor(kind: 'skipped' | 'twice' | 'unreadable') {
    super(kind);
    this.kind = kind;
  }
}

/**
 * The instant at which clocks in an IANA zone show a day and `HH:mm`.
 * Throws `TimeNotClear` when that time is skipped or shown twice there (a change of summer time), or cannot be read.
 */
export function instantOf(day: Day, time: string, zone: string): Date {
  let wall: Temporal.PlainDateTime;
  try {
    if (!/^\d{1,2}:\d{2}$/.test(time)) throw new RangeError(time);
    wall = Temporal.PlainDateTime.from(`${day}T${time.padStart(5, '0')}`);
  } catch {
    throw new TimeNotClear('unreadable');
  }
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (!earlier.toInstant().equals(later.toInstant())) {
    throw new TimeNotClear(earlier.toPlainDateTime().equals(wall) ? 'twice' : 'skipped');
  }
  return new Date(earlier.epochMilliseconds);
}

/** How many minutes the clocks of a zone are ahead of UTC at an instant. */
export function offsetMinutes(instant: Date, zone: string): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return zoned.offsetNanoseconds / 60e9;
}

/** The instant at which a day begins in a zone: midnight, or the first moment after it where the clocks skip midnight. */
export function startOfDay(day: Day, zone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
}

/** An instant as the clocks of a zone show it, to the second and with their distance from UTC: 2027-11-11T14:00:00+03:00. */
export function withOffset(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toString({
    timeZone: zone,
    fractionalSecondDigits: 0,
  });
}
