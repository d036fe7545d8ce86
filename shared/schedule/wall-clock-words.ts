import type { Day } from '#shared/time.ts';

/** Nobody writes a day or a time in more characters. */
const MOST = 80;

/** A day of the calendar, or null. Excel counts days from the end of 1899. */
export function dayIn(typed: string, near: Day): Day | null {
  const text = typed
    .slice(0, MOST)
    .normalize('NFKC')
    .replace(/[（(［[][^（(［[)\]）］]{0,20}[)\]）］]/gu, ' ')
    .replace(/(?:月|火|水|木|金|土|日)曜日?|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b[.,]?/giu, ' ')
    .replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const serial = /^(\d{5})(?:\.0+)?$/.exec(text);
  if (serial) return new Date(Date.UTC(1899, 11, 30) + Number(serial[1]) * 86_400_000).toISOString().slice(0, 10);
  const era = /^(?:令和|R\.?)\s?(\d{1,2}|元)\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})\s?日?$/i.exec(text);
  if (era) return dayOfParts(2018 + (era[1] === '元' ? 1 : Number(era[1])), era[2], era[3]);
  const whole = /^(\d{4})\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})\s?日?$/.exec(text);
  if (whole) return dayOfParts(Number(whole[1]), whole[2], whole[3]);
  const short = /^(\d{1,2})\s?[月/]\s?(\d{1,2})\s?日?$/.exec(text);
  if (short) return nearest(near, short[1], short[2]);
  const words = /^(\d{1,2})\.? ([a-z]{3,9})\.?,?(?: (\d{4}))?$/i.exec(text);
  const turned = /^([a-z]{3,9})\.? (\d{1,2}),?(?: (\d{4}))?$/i.exec(text);
  const [date, name, year] = words ? words.slice(1) : turned ? [turned[2], turned[1], turned[3]] : [];
  const month = MONTHS.findIndex((one) => name?.toLowerCase().startsWith(one)) + 1;
  if (!name || month === 0) return null;
  return year ? dayOfParts(Number(year), String(month), date) : nearest(near, String(month), date);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dayOfParts(year: number, month = '', date = ''): Day | null {
  const at = new Date(Date.UTC(year, Number(month) - 1, Number(date)));
  const right =
    year >= 2000 && year < 2100 && at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(date);
  return right ? at.toISOString().slice(0, 10) : null;
}

/** Without a year: that of the day closest to the event. */
function nearest(near: Day, month = '', date = ''): Day | null {
  const year = Number(near.slice(0, 4));
  const far = (day: Day) => Math.abs(Date.parse(day) - Date.parse(near));
  const days = [year - 1, year, year + 1].flatMap((one) => dayOfParts(one, month, date) ?? []);
  return days.sort((a, b) => far(a) - far(b))[0] ?? null;
}

/** A time of day in minutes from midnight, or null. After midnight people in Japan count on: 25:30 is half past one. */
export function clockIn(typed: string): number | null {
  const text = typed.slice(0, MOST).normalize('NFKC').trim();
  const part = /^0?\.(\d{1,17})$/.exec(text);
  if (part) return Math.round(Number(`0.${part[1]}`) * 1_440);
  const found =
    /^(午前|午後|am|pm)?\s?(\d{1,2})(?:(?:[:.]|時\s?)(\d{2}|\d(?=分)|半)?\s?分?|)(?::\d{2})?\s?(a\.?m\.?|p\.?m\.?)?$/i.exec(
      text,
    );
  if (!found) return null;
  const [, before = '', hours = '', minutes = '0', after = ''] = found;
  // A bare number is no time: it may be anything.
  if (!/[:.時]/.test(text) && !before && !after) return null;
  const half = minutes === '半' ? 30 : Number(minutes);
  const mark = (before || after).toLowerCase().replaceAll('.', '');
  const hour = Number(hours);
  if (half > 59 || hour > (mark ? 12 : 29)) return null;
  const shifted = mark === '午後' || mark === 'pm' ? (hour % 12) + 12 : mark ? hour % 12 : hour;
  return shifted * 60 + half;
}
