import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  daysLeft,
  dualTime,
  formatDateTime,
  formatDay,
  formatDays,
  formatDeadline,
  formatLeft,
  formatLongDay,
  formatShortDay,
  formatStamp,
  formatTime,
  formatWeekday,
  isOver,
  JAPAN,
} from '#shared/time.ts';

const ADDIS = 'Africa/Addis_Ababa';
const BELEM = 'America/Belem';
const APIA = 'Pacific/Apia';

describe('days', () => {
  test('an instant falls on the day of the zone, not of the machine', () => {
    const instant = new Date('2027-11-11T15:30:00Z');
    expect(dayOf(instant, ADDIS)).toBe('2027-11-11');
    expect(dayOf(instant, JAPAN)).toBe('2027-11-12');
    expect(dayOf('2027-11-11T23:59:00-03:00', BELEM)).toBe('2027-11-11');
  });
  test('a day stays itself in every zone', () => {
    expect([ADDIS, BELEM, JAPAN, APIA].map((zone) => dayOf('2027-11-11', zone))).toEqual(Array(4).fill('2027-11-11'));
  });
  test('adding and counting cross months, years and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
    expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
    expect(daysBetween('2027-10-31', '2027-11-08')).toBe(8);
    expect(daysBetween('2027-11-08', '2027-10-31')).toBe(-8);
  });
});

describe('words for days and times', () => {
  test('in a sentence a day has its weekday', () => {
    expect(formatDay('2027-11-11', 'ja')).toBe('11月11日（木）');
    expect(formatDay('2027-11-11', 'en')).toBe('11 November (Thu)');
    expect(formatWeekday('2027-11-11', 'ja', JAPAN)).toBe('木');
  });
  test('with its year', () => {
    expect(formatLongDay('2027-11-11', 'ja')).toBe('2027年11月11日（木）');
    expect(formatLongDay('2027-11-11', 'en')).toBe('11 November 2027 (Thu)');
  });
  test('in a table it is short', () => {
    expect(formatShortDay('2027-09-03', 'ja')).toBe('9/3');
    expect(formatShortDay('2027-11-03', 'en')).toBe('3 Nov');
    expect(formatStamp('2027-09-21T01:12:00Z', 'ja')).toBe('9/21 10:12');
  });
  test('a span says the month once', () => {
    expect(formatDays('2027-11-08', '2027-11-19', 'ja')).toBe('2027年11月8日（月）–19日（金）');
    expect(formatDays('2027-11-08', '2027-11-19', 'en')).toBe('8–19 November 2027');
    expect(formatDays('2027-10-30', '2027-11-02', 'ja')).toBe('2027年10月30日（土）–11月2日（火）');
    expect(formatDays('2027-10-30', '2027-11-02', 'en')).toBe('30 October 2027–2 November 2027');
  });
  test('the clock has 24 hours and begins at 0:00', () => {
    expect(formatTime('2027-11-11T15:00:00Z', JAPAN)).toBe('0:00');
    expect(formatTime('2027-11-11T15:00:00Z', ADDIS)).toBe('18:00');
    expect(formatTime('2027-11-11T05:05:00Z', ADDIS)).toBe('8:05');
  });
  test('a deadline is in Japan time and says so in English', () => {
    expect(formatDeadline('2027-09-30T08:00:00Z', 'ja')).toBe('9月30日（木）17:00');
    expect(formatDeadline('2027-09-30T08:00:00Z', 'en')).toBe('30 September (Thu), 17:00 Japan time');
    expect(formatDeadline('2027-09-30', 'ja')).toBe('9月30日（木）');
    expect(formatDateTime('2027-09-30T08:00:00Z', 'ja', ADDIS)).toBe('9月30日（木）11:00');
  });
});

describe('both clocks', () => {
  test('Addis Ababa is six hours behind Japan', () => {
    expect(dualTime('2027-11-11T06:00:00Z', '2027-11-11T07:00:00Z', ADDIS, 'ja')).toEqual({
      day: '2027-11-11',
      venue: '9:00–10:00',
      japan: '15:00–16:00',
      dayShift: 0,
    });
  });
  test('Japan is marked when it is already tomorrow there', () => {
    const late = dualTime('2027-11-11T15:30:00Z', '2027-11-11T16:30:00Z', ADDIS, 'ja');
    expect(late).toEqual({ day: '2027-11-11', venue: '18:30–19:30', japan: '翌0:30–1:30', dayShift: 1 });
    expect(dualTime('2027-11-11T15:30:00Z', null, ADDIS, 'ja').japan).toBe('翌0:30');
    expect(dualTime('2027-11-11T15:30:00Z', '2027-11-11T16:30:00Z', ADDIS, 'en').japan).toBe('0:30–1:30 next day');
  });
  test('a span that passes midnight in Japan marks only its end', () => {
    const times = dualTime('2027-11-11T14:30:00Z', '2027-11-11T15:30:00Z', ADDIS, 'ja');
    expect(times.japan).toBe('23:30–翌0:30');
    expect(dualTime('2027-11-11T14:30:00Z', '2027-11-11T15:30:00Z', ADDIS, 'en').japan).toBe('23:30–0:30 next day');
  });
  test('Belém is twelve hours behind', () => {
    const times = dualTime('2025-11-13T17:00:00Z', '2025-11-13T18:00:00Z', BELEM, 'ja');
    expect(times).toEqual({ day: '2025-11-13', venue: '14:00–15:00', japan: '翌2:00–3:00', dayShift: 1 });
  });
  test('a span that passes midnight at the venue marks its end', () => {
    expect(dualTime('2027-11-11T20:30:00Z', '2027-11-11T21:30:00Z', ADDIS, 'ja').venue).toBe('23:30–翌0:30');
  });
  test('east of Japan it is still the day before there', () => {
    const times = dualTime('2027-06-10T12:00:00Z', null, APIA, 'ja');
    expect(times).toEqual({ day: '2027-06-11', venue: '1:00', japan: '前日21:00', dayShift: -1 });
    expect(dualTime('2027-06-10T12:00:00Z', null, APIA, 'en').japan).toBe('21:00 day before');
  });
  test('summer time at the venue changes the distance', () => {
    const hours = (instant: string) => dualTime(instant, null, 'Europe/Berlin', 'ja');
    expect(hours('2027-07-01T08:00:00Z')).toMatchObject({ venue: '10:00', japan: '17:00' });
    expect(hours('2027-12-01T08:00:00Z')).toMatchObject({ venue: '9:00', japan: '17:00' });
  });
});

describe('how far a deadline is', () => {
  const due = '2027-09-28T17:00:00+09:00';
  test.each([
    ['2027-09-24T09:00:00+09:00', 4, false, 'あと4日', '4 days left'],
    ['2027-09-24T00:00:00+09:00', 4, false, 'あと4日', '4 days left'],
    ['2027-09-27T23:59:00+09:00', 1, false, 'あと1日', '1 day left'],
    ['2027-09-28T16:59:00+09:00', 0, false, '今日まで', 'Due today'],
    ['2027-09-28T17:01:00+09:00', 0, true, '期限超過', 'Overdue'],
    ['2027-09-29T00:00:00+09:00', -1, true, '1日超過', '1 day overdue'],
    ['2027-09-30T08:00:00+09:00', -2, true, '2日超過', '2 days overdue'],
  ])('at %s', (now, left, over, ja, en) => {
    expect(daysLeft(due, now)).toBe(left);
    expect(isOver(due, now)).toBe(over);
    expect(formatLeft(due, now, 'ja')).toBe(ja);
    expect(formatLeft(due, now, 'en')).toBe(en);
  });
  test('days are counted in Japan: at midnight there one is gone, wherever the reader is', () => {
    expect(daysLeft(due, '2027-09-27T14:59:00Z')).toBe(1);
    expect(daysLeft(due, '2027-09-27T15:00:00Z')).toBe(0);
  });
  test('a deadline without an hour lasts its whole day', () => {
    expect(isOver('2027-09-28', '2027-09-28T23:59:00+09:00')).toBe(false);
    expect(isOver('2027-09-28', new Date('2027-09-29T00:00:00+09:00'))).toBe(true);
  });
});
