import { addDays } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';
import { type Found, instantOr, MOST_ITEMS, type OutsideReading, type RowFault, rowOf } from './outside-item.ts';

type Line = { name: string; parameters: ReadonlyMap<string, string>; value: string };
type Entry = Line[];

/** The entries of a calendar (RFC 5545). Times without a zone are meant in `zone`; cancelled entries are not there. */
export function readCalendar(text: string, zone: string, near: Date): OutsideReading {
  const entries = entriesOf(text);
  if (entries === null) return { format: 'ics', fault: 'broken' };
  if (entries.length > MOST_ITEMS) return { format: 'ics', fault: 'too-many' };
  const rows = entries.flatMap((entry, index) =>
    textIn(entry, 'STATUS').toUpperCase() === 'CANCELLED' ? [] : [rowOf(found(entry, index + 1, zone), near)],
  );
  return { format: 'ics', rows };
}

/** The lines of each VEVENT, without what lies inside one, such as alarms; null when something is not closed. */
function entriesOf(text: string): Entry[] | null {
  const entries: Entry[] = [];
  const open: string[] = [];
  let entry: Entry = [];
  for (const raw of text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)) {
    if (raw.trim() === '') continue;
    const line = lineOf(raw);
    if (line === null) return null;
    const what = line.value.trim().toUpperCase();
    if (line.name === 'BEGIN') {
      open.push(what);
      if (open.length > 4) return null;
      if (what === 'VEVENT') entry = [];
    } else if (line.name === 'END') {
      if (open.pop() !== what) return null;
      if (what === 'VEVENT') entries.push(entry);
    } else if (open.at(-1) === 'VEVENT') entry.push(line);
  }
  return open.length === 0 ? entries : null;
}

/** NAME;PARAMETER=value:value; a parameter in quotes may hold what separates. Goes through the line once. */
function lineOf(raw: string): Line | null {
  const parts: string[] = [];
  let quoted = false;
  let begin = 0;
  let at = 0;
  for (; at < raw.length && (quoted || raw[at] !== ':'); at += 1) {
    if (raw[at] === '"') quoted = !quoted;
    if (raw[at] === ';' && !quoted) {
      parts.push(raw.slice(begin, at));
      begin = at + 1;
    }
  }
  if (at === raw.length) return null;
  parts.push(raw.slice(begin, at));
  const [name = '', ...others] = parts;
  if (!/^[A-Za-z0-9-]{1,60}$/.test(name)) return null;
  const parameters = new Map<string, string>();
  for (const one of others) {
    const sign = one.indexOf('=');
    if (sign > 0) parameters.set(one.slice(0, sign).toUpperCase(), one.slice(sign + 1).replaceAll('"', ''));
  }
  return { name: name.toUpperCase(), parameters, value: raw.slice(at + 1) };
}

function found(entry: Entry, line: number, zone: string): Found {
  const from = timeOf(entry, 'DTSTART', zone) ?? { code: 'no-start' };
  const repeats = entry.some(({ name }) => name === 'RRULE' || name === 'RDATE');
  const recurrence = textIn(entry, 'RECURRENCE-ID');
  const uid = plain(textIn(entry, 'UID'));
  return {
    ...{ line, title: plain(textIn(entry, 'SUMMARY')), place: plain(textIn(entry, 'LOCATION')) },
    uid: [uid || `entry-${line}`, recurrence].filter(Boolean).join(' '),
    from: repeats ? { code: 'repeats' } : from,
    to: repeats ? { code: 'repeats' } : endOf(entry, from, zone),
    url: textIn(entry, 'URL'),
    organiser: entry.find(({ name }) => name === 'ORGANIZER')?.parameters.get('CN') ?? '',
  };
}

function endOf(entry: Entry, from: Date | RowFault, zone: string): Date | RowFault {
  const to = timeOf(entry, 'DTEND', zone);
  if (to) return to;
  if (!(from instanceof Date)) return from;
  const duration = textIn(entry, 'DURATION');
  const parts = /^\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?$/.exec(
    duration,
  );
  if (!parts) return duration === '' ? { code: 'no-end' } : { code: 'bad-time', value: duration.slice(0, 40) };
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return new Date(from.getTime() + ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000);
}

/** The instant a line gives, or why it gives none; null when there is no such line. */
function timeOf(entry: Entry, name: string, zone: string): Date | RowFault | null {
  const line = entry.find((one) => one.name === name);
  if (!line) return null;
  const value = line.value.trim();
  if (/^\d{8}$/.test(value)) return { code: 'all-day' };
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)$/.exec(value);
  if (!parts) return { code: 'bad-time', value: value.slice(0, 40) };
  const [, year, month, day, hour = '', minute, second, utc] = parts;
  if (utc) {
    const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    return Number.isNaN(at.getTime()) ? { code: 'bad-time', value } : at;
  }
  const named = line.parameters.get('TZID');
  const own = named === undefined ? zone : zoneOf(named);
  if (own === null) return { code: 'unknown-zone', value: named?.slice(0, 60) ?? '' };
  const date = `${year}-${month}-${day}`;
  // Some write the end of a day as 24:00.
  if (hour === '24') return instantOr(() => instantOf(addDays(date, 1), `00:${minute}`, own), value);
  return instantOr(() => instantOf(date, `${hour}:${minute}`, own), value);
}

/** The zone a name stands for: its own, or the end of a longer one, as some programs write it. */
function zoneOf(name: string): string | null {
  const parts = name.split('/').filter(Boolean);
  for (const candidate of [name, parts.slice(-2).join('/'), parts.slice(-3).join('/')]) {
    try {
      if (!/^(?:[A-Z][\w+-]*\/[\w+/-]+|UTC|GMT)$/.test(candidate)) continue;
      new Intl.DateTimeFormat('en', { timeZone: candidate });
      return candidate;
    } catch {
      // Not one that is known; the next may be.
    }
  }
  return null;
}

function textIn(entry: Entry, name: string): string {
  return entry.find((one) => one.name === name)?.value.trim() ?? '';
}

function plain(value: string): string {
  return value.replace(/\\([nN\\;,:"])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}
