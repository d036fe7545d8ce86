import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { scheduleCalendar } from '#server/schedule/ical.ts';
import type { Lang } from '#shared/lang.ts';
import { programme } from '#tests/support/builders/programme.ts';
import { released } from '#tests/support/builders/released.ts';

const long = '雨、雪；風\\雲\nの話'.repeat(6);
const plain = released({ ja: long, en: 'Rain, snow; wind' });
const off = released({ state: 'cancelled', at: '22:00', minutes: 90 });
const text = (lang: Lang = 'ja') =>
  scheduleCalendar(programme([plain, off]), [plain, off], lang, 'https://desk.example');

function read(lang?: Lang) {
  const calendar = new ICAL.Component(ICAL.parse(text(lang)));
  const events = calendar.getAllSubcomponents('vevent');
  return { calendar, events, value: (at: number, name: string) => events[at]?.getFirstPropertyValue(name) };
}

test('what was written is read back as it was', () => {
  const { value } = read();
  expect(value(0, 'summary')).toBe(long);
  expect(value(0, 'location')).toBe('メインステージ B2-14');
  expect(value(0, 'url')).toBe(`https://desk.example/schedule/cop32/sessions/${plain.id}`);
  expect(String(value(0, 'description'))).toContain('登壇 水野 汀 墨田区 環境担当部長');
  expect(read('en').value(0, 'summary')).toBe('Rain, snow; wind');
});

test('times are in UTC and the zone is named for display only', () => {
  expect(text()).toContain('DTSTART:20271111T110000Z\r\nDTEND:20271111T120000Z');
  expect(text()).toContain('DTSTAMP:20271020T010000Z');
  expect(read().calendar.getFirstPropertyValue('x-wr-timezone')).toBe('Africa/Addis_Ababa');
  expect(text()).not.toContain('VTIMEZONE');
});

test('a session’s sequence is how often releases touched it, and its last change is when one did', () => {
  const stamps = { revision: 3, changedAt: '2027-10-12T02:00:00.000Z' };
  const calendar = scheduleCalendar(programme([plain]), [{ ...plain, ...stamps }], 'ja', 'https://desk.example');
  expect(calendar).toContain('\r\nSEQUENCE:3\r\n');
  expect(calendar).toContain('\r\nLAST-MODIFIED:20271012T020000Z\r\n');
});

test('a session keeps its name over releases; one that no release stamped counts by the release', () => {
  const { value } = read();
  expect(value(0, 'uid')).toBe(`${plain.id}@cop-desk`);
  expect(value(0, 'sequence')).toBe(7);
  expect(value(0, 'status')).toBe('CONFIRMED');
});

test('a cancelled session is told to be', () => {
  expect(read().value(1, 'status')).toBe('CANCELLED');
});

test('no line is longer than 75 octets', () => {
  const lines = text().split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
});
