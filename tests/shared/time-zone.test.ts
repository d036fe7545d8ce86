import { expect, test } from 'vitest';
import { instantOf, offsetMinutes, TimeNotClear } from '#shared/time-zone.ts';

const kindOf = (day: string, time: string, zone: string): string => {
  try {
    return instantOf(day, time, zone).toISOString();
  } catch (error) {
    return error instanceof TimeNotClear ? error.kind : String(error);
  }
};

test('a wall-clock time at a venue is one instant', () => {
  expect(kindOf('2027-11-11', '14:20', 'Africa/Addis_Ababa')).toBe('2027-11-11T11:20:00.000Z');
  expect(kindOf('2025-11-13', '14:00', 'America/Belem')).toBe('2025-11-13T17:00:00.000Z');
  expect(kindOf('2027-09-30', '17:00', 'Asia/Tokyo')).toBe('2027-09-30T08:00:00.000Z');
  expect(kindOf('2027-09-30', '9:05', 'Asia/Tokyo')).toBe('2027-09-30T00:05:00.000Z');
});

test('a time that the clocks skip is refused', () => {
  expect(kindOf('2027-03-28', '02:30', 'Europe/Berlin')).toBe('skipped');
  expect(kindOf('2027-03-28', '01:59', 'Europe/Berlin')).toBe('2027-03-28T00:59:00.000Z');
  expect(kindOf('2027-03-28', '03:00', 'Europe/Berlin')).toBe('2027-03-28T01:00:00.000Z');
});

test('a time that the clocks show twice is refused', () => {
  expect(kindOf('2027-10-31', '02:30', 'Europe/Berlin')).toBe('twice');
  expect(kindOf('2027-10-31', '03:00', 'Europe/Berlin')).toBe('2027-10-31T02:00:00.000Z');
  expect(kindOf('2027-11-07', '01:30', 'America/New_York')).toBe('twice');
});

test('what is no time is refused', () => {
  expect(kindOf('2027-02-30', '10:00', 'Asia/Tokyo')).toBe('unreadable');
  expect(kindOf('2027-02-28', '24:30', 'Asia/Tokyo')).toBe('unreadable');
  expect(kindOf('2027-02-28', '10', 'Asia/Tokyo')).toBe('unreadable');
});

test('how far ahead the clocks are follows summer time', () => {
  expect(offsetMinutes(new Date('2027-11-11T00:00:00Z'), 'Africa/Addis_Ababa')).toBe(180);
  expect(offsetMinutes(new Date('2027-07-01T00:00:00Z'), 'Europe/Berlin')).toBe(120);
  expect(offsetMinutes(new Date('2027-12-01T00:00:00Z'), 'Europe/Berlin')).toBe(60);
});
