import type { Lang } from './lang.ts';

/** A moment on the time line: a `Date`, or its ISO text with an offset or `Z`. */
export type Instant = Date | string;
/** A calendar day, `YYYY-MM-DD`, without a place. */
export type Day = string;

/** The office's and the members' time zone; deadlines are meant in it. */
export const JAPAN = 'Asia/Tokyo';

const LOCALES: Record<Lang, string> = { ja: 'ja-JP', en: 'en-GB' };
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs more than using it a thousand times, so each is made once. */
function formatter(lang: Lang, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${zone} ${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(LOCALES[lang], { ...options, timeZone: zone });
    formatters.set(key, found);
  }
  return found;
}

const isDay = (value: Instant): value is Day => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** A day is read as its midnight in UTC, so that no zone can shift it. */
function read(value: Instant, zone: string): { date: Date; zone: string } {
  if (isDay(value)) return { date: new Date(`${value}T00:00:00Z`), zone: 'UTC' };
  return { date: typeof value === 'string' ? new Date(value) : value, zone };
}

function parts(value: Instant, zone: string) {
  const at = read(value, zone);
  const found: Record<string, string> = {};
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  for (const part of formatter('en', at.zone, { ...options, hourCycle: 'h23' }).formatToParts(at.date)) {
    found[part.type] = part.value;
  }
  return {
    year: found.year ?? '',
    month: found.month ?? '',
    day: found.day ?? '',
    time: `${found.hour}:${found.minute}`,
  };
}

/** The calendar day (`YYYY-MM-DD`) on which an instant falls in an IANA zone; a day stays itself. */
export function dayOf(value: Instant, zone: string): Day {
  const { year, month, day } = parts(value, zone);
  return `${year.padStart(4, '0')}-${month}-${day}`;
}

const DAY_MS = 86_400_000;
const midnight = (day: Day) => Date.parse(`${day}T00:00:00Z`);

/** The day that lies `count` days after `day` (before it when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(midnight(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** How many days after `from` the day `to` lies; negative when it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((midnight(to) - midnight(from)) / DAY_MS);
}

/** The weekday alone: 木, Thu. */
export function formatWeekday(value: Instant, lang: Lang, zone: string): string {
  const at = read(value, zone);
  return formatter(lang, at.zone, { weekday: 'short' }).format(at.date);
}

/** A day in a sentence: 11月11日（木）, 11 November (Thu). */
export function formatDay(value: Instant, lang: Lang, zone: string = JAPAN): string {
  const at = read(value, zone);
  const text = formatter(lang, at.zone, { month: 'long', day: 'numeric' }).format(at.date);
  return lang === 'ja'
    ? `${text}（${formatWeekday(value, lang, zone)}）`
    : `${text} (${formatWeekday(value, lang, zone)})`;
}

/** A day with its year: 2027年11月11日（木）, 11 November 2027 (Thu). */
export function formatLongDay(value: Instant, lang: Lang, zone: string = JAPAN): string {
  const { year } = parts(value, zone);
  const day = formatDay(value, lang, zone);
  return lang === 'ja' ? `${Number(year)}年${day}` : day.replace(' (', ` ${Number(year)} (`);
}

/** A day in a table: 11/11, 11 Nov. */
export function formatShortDay(value: Instant, lang: Lang, zone: string = JAPAN): string {
  const { month, day } = parts(value, zone);
  if (lang === 'ja') return `${Number(month)}/${Number(day)}`;
  const at = read(value, zone);
  return formatter(lang, at.zone, { month: 'short', day: 'numeric' }).format(at.date);
}

/** From one day to another: 2027年11月8日（月）–19日（金）, 8–19 November 2027. */
export function formatDays(from: Day, to: Day, lang: Lang): string {
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  if (lang === 'ja') {
    const end = formatDay(to, lang);
    return `${formatLongDay(from, lang)}–${sameMonth ? end.slice(end.indexOf('月') + 1) : end}`;
  }
  const bare = (day: Day) => formatLongDay(day, lang).replace(/ \(.*/, '');
  return `${sameMonth ? Number(from.slice(8)) : bare(from)}–${bare(to)}`;
}

/** The time of day on a 24-hour clock: 9:05. Always name the place beside it. */
export function formatTime(value: Instant, zone: string): string {
  return parts(value, zone).time.replace(/^0/, '');
}

/** A day and a time in one zone: 9月30日（木）17:00, 30 September (Thu), 17:00. */
export function formatDateTime(value: Instant, lang: Lang, zone: string = JAPAN): string {
  return `${formatDay(value, lang, zone)}${lang === 'ja' ? '' : ', '}${formatTime(value, zone)}`;
}

/** A day and a time for tables and conversations: 9/21 10:12, 21 Sept 10:12. */
export function formatStamp(value: Instant, lang: Lang, zone: string = JAPAN): string {
  return `${formatShortDay(value, lang, zone)} ${formatTime(value, zone)}`;
}

/** A deadline, in Japan's time: 9月30日（木）17:00, 30 September (Thu), 17:00 Japan time. A day has no hour. */
export function formatDeadline(due: Instant, lang: Lang): string {
  if (isDay(due)) return formatDay(due, lang);
  return lang === 'ja' ? formatDateTime(due, lang) : `${formatDateTime(due, lang)} Japan time`;
}

export type DualTime = {
  /** The day at the venue, `YYYY-MM-DD`. */
  day: Day;
  /** The venue's time: 18:30 or 18:30–19:30. */
  venue: string;
  /** Japan's time: 翌0:30–1:30, 00:30 next day. */
  japan: string;
  /** How many days later (or earlier) it is in Japan at the beginning. */
  dayShift: number;
};

const shifted = (time: string, shift: number, lang: Lang): string => {
  if (shift === 0) return time;
  if (lang === 'ja') return `${shift > 0 ? '翌' : '前日'}${time}`;
  return `${time} ${shift > 0 ? 'next day' : 'day before'}`;
};

/** Both clocks of a span at a venue. Japan's day is marked where it differs from the day at the venue's beginning. */
export function dualTime(from: Instant, to: Instant | null, zone: string, lang: Lang): DualTime {
  const day = dayOf(from, zone);
  const shiftOf = (value: Instant) => daysBetween(day, dayOf(value, JAPAN));
  const dayShift = shiftOf(from);
  const start = formatTime(from, JAPAN);
  if (to === null) return { day, venue: formatTime(from, zone), japan: shifted(start, dayShift, lang), dayShift };
  const venueEnd = shifted(formatTime(to, zone), daysBetween(day, dayOf(to, zone)), lang);
  const endShift = shiftOf(to);
  const end = formatTime(to, JAPAN);
  const together = endShift === dayShift;
  const japan = !together
    ? `${shifted(start, dayShift, lang)}–${shifted(end, endShift, lang)}`
    : lang === 'ja'
      ? `${shifted(start, dayShift, lang)}–${end}`
      : shifted(`${start}–${end}`, dayShift, lang);
  return { day, venue: `${formatTime(from, zone)}–${venueEnd}`, japan, dayShift };
}

/** Calendar days in Japan from `now` until a deadline; negative when that day is over. */
export function daysLeft(due: Instant, now: Instant): number {
  return daysBetween(dayOf(now, JAPAN), dayOf(due, JAPAN));
}

/** Whether a deadline is over: its instant, or for a day the end of that day in Japan. */
export function isOver(due: Instant, now: Instant): boolean {
  if (isDay(due)) return daysLeft(due, now) < 0;
  return read(due, JAPAN).date.getTime() < read(now, JAPAN).date.getTime();
}

/** How far a deadline is, in words: あと4日, 今日まで, 期限超過, 2日超過. */
export function formatLeft(due: Instant, now: Instant, lang: Lang): string {
  const left = daysLeft(due, now);
  const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;
  if (left < 0) return lang === 'ja' ? `${-left}日超過` : `${days(-left)} overdue`;
  if (isOver(due, now)) return lang === 'ja' ? '期限超過' : 'Overdue';
  if (left === 0) return lang === 'ja' ? '今日まで' : 'Due today';
  return lang === 'ja' ? `あと${left}日` : `${days(left)} left`;
}
