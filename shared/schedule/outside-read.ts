import type { Day } from '#shared/time.ts';
import { startOfDay } from '#shared/time-zone.ts';
import { readCalendar } from './outside-ics.ts';
import { eachOnce, MOST_CHARACTERS, type OutsideReading } from './outside-item.ts';
import { readTable } from './outside-table-words.ts';
import { readScheduleXml } from './outside-xml.ts';

/**
 * What another organiser's timetable says: a calendar, a schedule.xml or a table, whichever it is. Times without a zone
 * are meant in `zone`; days without a year are those closest to `near`, the event's first day.
 */
export function readOutside(source: string, zone: string, near: Day): OutsideReading {
  const text = source.replace(/^\ufeff/, '').trimStart();
  if (text === '') return { format: null, fault: 'empty' };
  if (text.length > MOST_CHARACTERS) return { format: null, fault: 'too-many' };
  const at = startOfDay(near, zone);
  const reading = /^BEGIN:VCALENDAR/i.test(text)
    ? readCalendar(text, zone, at)
    : text.startsWith('<')
      ? readScheduleXml(text, at)
      : readTable(text, zone, { day: near, at });
  if ('fault' in reading) return reading;
  if (reading.rows.length === 0) return { format: reading.format, fault: 'empty' };
  return { ...reading, rows: eachOnce(reading.rows) };
}

/** The text of a file: UTF-8, or Shift_JIS as spreadsheets in Japan save it; null when it is neither. */
export function decodeFile(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The other one, then.
    }
  }
  return null;
}
