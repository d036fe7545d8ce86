import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { scheduleCalendar } from '#server/schedule/ical.ts';
import { scheduleXml } from '#server/schedule/schedule-xml.ts';
import type { OutsideReading } from '#shared/schedule/outside-item.ts';
import { decodeFile, readOutside } from '#shared/schedule/outside-read.ts';
import { programme } from '#tests/support/builders/programme.ts';
import { released } from '#tests/support/builders/released.ts';

const ZONE = 'Africa/Addis_Ababa';
const read = (text: string, zone = ZONE, near = '2027-11-08') => readOutside(text, zone, near);
const rowsOf = (reading: OutsideReading) => ('rows' in reading ? reading.rows : []);
const items = (text: string, zone?: string, near?: string) =>
  rowsOf(read(text, zone, near)).flatMap(({ item }) => item ?? []);
const faults = (text: string, zone?: string) =>
  rowsOf(read(text, zone)).map(({ line, faults: found }) => [line, ...found.map(({ code }) => code)]);
const calendar = (...entries: string[][]) =>
  ['BEGIN:VCALENDAR', ...entries.flatMap((one) => ['BEGIN:VEVENT', ...one, 'END:VEVENT']), 'END:VCALENDAR', ''].join(
    '\r\n',
  );

test('what we publish can be read in again, in either format', () => {
  const sessions = [released({ ja: '雨、雪；風\\雲' }), released({ at: '23:30', minutes: 90, room: 1 })];
  const whole = programme(sessions);
  const expected = sessions.map((one) => [one.title.ja, one.startsAt, one.endsAt]);
  const found = (text: string) => items(text).map((one) => [one.title.ja, one.startsAt, one.endsAt]);
  expect(found(scheduleCalendar(whole, sessions, 'ja', 'https://desk.example'))).toEqual(expected);
  expect(found(scheduleXml(whole, 'ja', 'https://desk.example'))).toEqual(expected);
  expect(items(scheduleXml(whole, 'ja', 'https://desk.example'))[0]).toMatchObject({
    uid: sessions[0]?.id,
    place: 'メインステージ',
    organiser: 'COP32 自治体パビリオン',
    url: `https://desk.example/schedule/cop32/sessions/${sessions[0]?.id}`,
  });
});

test('a calendar’s times: in UTC, in a zone by name or at the end of one, without any, by length', () => {
  const at = (start: string, end: string, uid: string) => [`UID:${uid}`, 'SUMMARY:x', `DTSTART${start}`, end];
  const found = items(
    calendar(
      at(':20271111T070000Z', 'DTEND:20271111T080000Z', 'a'),
      at(';TZID=Europe/Berlin:20271111T090000', 'DTEND;TZID=Europe/Berlin:20271111T100000', 'b'),
      at(';TZID=/freeassociation.sourceforge.net/Asia/Tokyo:20271111T090000', 'DURATION:PT1H30M', 'c'),
      at(':20271111T100000', 'DURATION:P0DT45M', 'd'),
      at(':20271111T230000', 'DTEND:20271111T240000', 'e'),
    ),
  );
  expect(found.map(({ uid, startsAt, endsAt }) => [uid, startsAt.slice(0, 16), endsAt.slice(0, 16)])).toEqual([
    ['a', '2027-11-11T07:00', '2027-11-11T08:00'],
    ['b', '2027-11-11T08:00', '2027-11-11T09:00'],
    ['c', '2027-11-11T00:00', '2027-11-11T01:30'],
    ['d', '2027-11-11T07:00', '2027-11-11T07:45'],
    ['e', '2027-11-11T20:00', '2027-11-11T21:00'],
  ]);
});

test('what cannot be taken from a calendar is said entry by entry; what is cancelled is not there', () => {
  const times = ['DTSTART:20271111T070000Z', 'DTEND:20271111T080000Z'];
  expect(
    faults(
      calendar(
        ['UID:1', 'SUMMARY:good', ...times],
        ['UID:2', ...times],
        ['UID:3', 'SUMMARY:x', 'DTSTART;VALUE=DATE:20271111'],
        ['UID:4', 'SUMMARY:x', ...times, 'RRULE:FREQ=DAILY'],
        ['UID:5', 'SUMMARY:x', 'DTSTART;TZID=Nowhere/City:20271111T090000', 'DURATION:PT1H'],
        ['UID:6', 'SUMMARY:x', 'DTSTART:20271111T080000Z', 'DTEND:20271111T080000Z'],
        ['UID:1', 'SUMMARY:again', ...times],
        ['UID:8', 'SUMMARY:gone', 'STATUS:CANCELLED', ...times],
        ['UID:9', 'SUMMARY:long', 'DTSTART:20271111T080000Z', 'DTEND:20271113T080000Z'],
        ['UID:10', 'SUMMARY:old', 'DTSTART:20211111T080000Z', 'DTEND:20211111T090000Z'],
        ['UID:11', 'SUMMARY:x'],
      ),
    ),
  ).toEqual([
    [1],
    [2, 'no-title'],
    [3, 'all-day'],
    [4, 'repeats'],
    [5, 'unknown-zone'],
    [6, 'ends-before'],
    [7, 'same-name'],
    [9, 'too-long'],
    [10, 'far-away'],
    [11, 'no-start'],
  ]);
});

test('on the day the clocks change, a time that is skipped or shown twice is not guessed', () => {
  const of = (start: string) =>
    calendar(['UID:1', 'SUMMARY:x', `DTSTART;TZID=Europe/Berlin:${start}`, 'DURATION:PT1H']);
  expect(faults(of('20280326T023000'))).toEqual([[1, 'skipped']]);
  expect(faults(of('20271031T023000'))).toEqual([[1, 'twice-shown']]);
  expect(faults(of('20271031T033000'))).toEqual([[1]]);
  expect(faults('タイトル\t日付\t開始\t所要時間\n朝\t2028/3/26\t2:30\t60', 'Europe/Berlin')).toEqual([[2, 'skipped']]);
});

test('our reader and another one find the same in a calendar', () => {
  const part = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/[\p{Cc}\ufffe\uffff]/gu, ''));
  fc.assert(
    fc.property(part, part, fc.integer({ min: 1, max: 600 }), (title, name, minutes) => {
      const one = released({ ja: `x${title}`, minutes, room: 0 });
      const session = { ...one, room: { ...one.room, name: { ja: name, en: '' } } };
      const text = scheduleCalendar(programme([session]), [session], 'ja', 'https://desk.example');
      const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
      const found = rowsOf(read(text))[0]?.item;
      const words = (of: unknown) =>
        String(of)
          .normalize('NFC')
          .replace(/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]+/gu, '');
      const said = found?.title.ja || found?.title.en;
      expect(words(said)).toBe(words(event?.getFirstPropertyValue('summary')));
      expect(found?.uid).toBe(event?.getFirstPropertyValue('uid'));
      expect(found?.endsAt).toBe(released({ minutes }).endsAt);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['タイトル\t日付\t開始\t終了\t場所', '朝の会\t2027/11/11\t9:00\t10:30\tA室'],
  ['企画名,開催日,時間,会場', '朝の会,2027年11月11日（木）,9:00～10:30,A室'],
  ['題名\t日付\t開始時刻\t所要時間（分）\t場所', '朝の会\t令和９年１１月１１日\t９：００\t９０\tA室'],
  ['題名\t日付\t開始時刻\t所要時間\t場所', '朝の会\tR9.11.11\t午前9時\t1時間30分\tA室'],
  ['Title (Japanese)\tDate\tStart time\tEnd time\tRoom', '朝の会\t11 Nov 2027\t9:00 am\t10.30 am\tA室'],
  ['Session,Date,Time,Venue', '"朝の会","Thu, November 11, 2027","09:00 - 10:30",A室'],
  ['Title;Date;Start;Duration;Place', '朝の会;2027-11-11;09:00;1:30;A室'],
  ['イベント名\t開始日時\t終了日時\t場所', '朝の会\t2027/11/11 9:00\t2027/11/11 10:30\tA室'],
  ['タイトル\t月日\t時間\t場所', '朝の会\t11月11日(木)\t9時〜10時半\tA室'],
  ['タイトル\t日付\t開始\t終了\t場所', '朝の会\t46702\t0.375\t0.4375\tA室'],
  ['title\tstart\tend\tplace', '朝の会\t2027-11-11T09:00:00+03:00\t2027-11-11T07:30:00Z\tA室'],
])('a table is read however people write it: %s', (head, row) => {
  const [found] = items(
    `第32回の予定\n${head}\n${row}\n`.replace(/^.*\n/, head.includes('\t') ? '第32回の予定\t\n' : ''),
  );
  expect(found).toMatchObject({
    ...{ title: { ja: '朝の会', en: '' }, place: 'A室' },
    ...{ startsAt: '2027-11-11T06:00:00.000Z', endsAt: '2027-11-11T07:30:00.000Z' },
  });
});

test('a day left out is the one above, past midnight is the next day, a cell may hold a line break', () => {
  const text = 'タイトル,日付,開始,終了\n"一,つ\n目",2027/11/11,23:30,0:30\n二つ目,,25:00,26:00\n';
  expect(items(text).map(({ title, startsAt, endsAt }) => [title.ja, startsAt, endsAt])).toEqual([
    ['一,つ 目', '2027-11-11T20:30:00.000Z', '2027-11-11T21:30:00.000Z'],
    ['二つ目', '2027-11-11T22:00:00.000Z', '2027-11-11T23:00:00.000Z'],
  ]);
});

test('rows that cannot be taken are said by their number, the others are read', () => {
  const rows = [
    '良い\t2027/11/11\t9:00\t10:00',
    '\t2027/11/11\t9:00\t10:00',
    '日なし\t11月31日\t9:00\t10:00',
    '時なし\t2027/11/11\t朝\t10:00',
    '逆\t2027/11/11\t18:00\t9:00\t',
    '終わりなし\t2027/11/11\t9:00\t',
  ];
  expect(faults(`タイトル\t日付\t開始\t終了\n${rows.join('\n')}`)).toEqual([
    [2],
    [3, 'no-title'],
    [4, 'bad-day'],
    [5, 'bad-time'],
    [6, 'ends-before'],
    [7, 'no-end'],
  ]);
});

test('a row keeps its name when its time moves, and two of one title have two names', () => {
  const of = (time: string) => `タイトル\t日付\t時間\n朝礼\t11/11\t${time}\n朝礼\t11/12\t9:00-9:10`;
  const [first, second] = [items(of('9:00-9:10')), items(of('9:30-9:40'))].map((list) => list.map(({ uid }) => uid));
  expect(second).toEqual(first);
  expect(new Set(first).size).toBe(2);
});

test('a file saved by a spreadsheet in Japan is read', () => {
  // タイトル,日付,開始,終了 / 髙い木,2027/11/11,9:00,10:00 in Shift_JIS as Windows writes it.
  expect(decodeFile(Buffer.from('835e8343836783 8b2c93fa95742c8a4a8e6e2c8f4997b9'.replace(' ', ''), 'hex'))).toBe(
    'タイトル,日付,開始,終了',
  );
  expect(decodeFile(Buffer.from('fbfc', 'hex'))).toBe('髙');
  expect(decodeFile(Buffer.from('﻿タイトル'))).toBe('タイトル');
  expect(decodeFile(Buffer.from([0xff, 0xfe, 0x00]))).toBeNull();
});

test.each([
  ['', 'empty'],
  ['\ufeff \n', 'empty'],
  ['これはただの文です', 'no-header'],
  ['{"schedule":{}}', 'no-header'],
  ['<html><body>x</body></html>', 'not-recognised'],
  ['<schedule><day>', 'broken'],
  ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR', 'broken'],
  ['BEGIN:VCALENDAR\nEND:VCALENDAR', 'empty'],
  [`<!DOCTYPE a [<!ENTITY a "${'x'.repeat(50)}">]><schedule/>`, 'doctype'],
  [
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><schedule>&lol2;</schedule>',
    'doctype',
  ],
  ['<schedule>&lol9;</schedule>', 'broken'],
  ['<!ENTITY a SYSTEM "file:///etc/passwd"><schedule/>', 'doctype'],
  [`${'<a>'.repeat(40)}`, 'too-deep'],
])('%s is %s', (text, fault) => {
  expect(read(text)).toMatchObject({ fault });
});

test('whatever is sent, an answer comes at once', () => {
  const most = 1_000_000;
  const table = 'タイトル\t日付\t開始\n';
  const bait = [
    '<a '.repeat(most / 3),
    `<schedule>${'<a/>'.repeat(most / 5)}</schedule>`,
    `<schedule ${' '.repeat(most - 20)}`,
    `<a b="${'&amp;'.repeat(most / 6)}"/>`,
    `<a>${'&'.repeat(most - 10)}</a>`,
    '<!--'.repeat(most / 4),
    `BEGIN:VCALENDAR\n${';'.repeat(most - 30)}`,
    `BEGIN:VCALENDAR\nA;${'B="c",'.repeat(most / 7)}`,
    `BEGIN:VCALENDAR\nBEGIN:VEVENT\n${'SUMMARY:x\n'.repeat(most / 11)}END:VEVENT\nEND:VCALENDAR`,
    `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nEND:VEVENT\n'.repeat(most / 25)}END:VCALENDAR`,
    `A:${'\n a'.repeat(most / 4)}`,
    ','.repeat(most),
    '\n'.repeat(most / 2) + '\t'.repeat(most / 2 - 1),
    `${table}x\t${'('.repeat(most - 100)}\t9:00`,
    `${table}x\t2027/11/11\t${' '.repeat(most - 100)}9`,
    `${table}${'"'.repeat(most - 50)}`,
    `${table}${'x\t2027/11/11\t9:00\n'.repeat(1_900)}`,
  ];
  for (const text of bait) {
    expect(text.length).toBeLessThanOrEqual(most);
    const begins = performance.now();
    read(text);
    expect(performance.now() - begins, text.slice(0, 40)).toBeLessThan(2_000);
  }
  expect(read('x'.repeat(most + 1))).toMatchObject({ fault: 'too-many' });
});
