import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
import { expect, test } from 'vitest';
import { type CalendarOf, scheduleCalendar } from '#server/schedule/ical.ts';
import type { Lang } from '#shared/lang.ts';
import type { PublicSession } from '#shared/schedule/contract.ts';
import { programme } from '#tests/support/builders/programme.ts';
import { released } from '#tests/support/builders/released.ts';

const long = '雨、雪；風\\雲\nの話'.repeat(6);
const plain = released({ ja: long, en: 'Rain, snow; wind' });
const off = released({ ja: '熱の話', en: 'Heat', state: 'cancelled', at: '22:00', minutes: 90 });
const write = (sessions: PublicSession[], lang: Lang = 'ja', of: CalendarOf = null) =>
  scheduleCalendar(programme(sessions), sessions, lang, 'https://desk.example', of);
const text = (lang: Lang = 'ja') => write([plain, off], lang);

type Read = { uid: string; summary: string; from: string; to: string; status: string; sequence: number; stamp: string };
/** A value, or with its parameters beside it. */
const bare = (value: unknown) => String(typeof value === 'object' && value && 'val' in value ? value.val : value);

/** Programs that read calendars, none of which knows the others or what writes ours. */
const READERS: Record<string, (ics: string) => Read[]> = {
  'ical.js': (ics) =>
    new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent').map((one) => {
      const event = new ICAL.Event(one);
      return {
        uid: event.uid,
        summary: event.summary,
        from: event.startDate.toJSDate().toISOString(),
        to: event.endDate.toJSDate().toISOString(),
        status: String(one.getFirstPropertyValue('status')),
        sequence: event.sequence,
        stamp: (one.getFirstPropertyValue('dtstamp') as ICAL.Time).toJSDate().toISOString(),
      };
    }),
  'node-ical': (ics) =>
    Object.values(nodeIcal.sync.parseICS(ics)).flatMap((one) =>
      one?.type === 'VEVENT'
        ? [
            {
              uid: one.uid,
              summary: bare(one.summary),
              from: new Date(one.start).toISOString(),
              to: new Date(one.end ?? 0).toISOString(),
              status: String(one.status),
              sequence: Number(one.sequence),
              stamp: new Date(one.dtstamp).toISOString(),
            },
          ]
        : [],
    ),
  'ts-ics': (ics) =>
    (convertIcsCalendar(undefined, ics).events ?? []).map((one) => ({
      uid: one.uid,
      summary: one.summary,
      from: one.start.date.toISOString(),
      to: (one.end?.date ?? new Date(0)).toISOString(),
      status: String(one.status),
      sequence: Number(one.sequence),
      stamp: one.stamp.date.toISOString(),
    })),
};

/** The line breaks of a calendar undone as RFC 5545 3.1 says, by hand: a fourth reader. */
const unfolded = (ics: string) => ics.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);

test.each(Object.keys(READERS))('%s reads back what was written', (reader) => {
  const expected = (one: PublicSession, summary: string, status: string) => ({
    ...{ uid: `${one.id}@cop-desk`, summary, status, sequence: 7, stamp: '2027-10-20T01:00:00.000Z' },
    ...{ from: one.startsAt, to: one.endsAt },
  });
  expect(READERS[reader]?.(text())).toEqual([
    expected(plain, long, 'CONFIRMED'),
    expected(off, '【中止】熱の話', 'CANCELLED'),
  ]);
  expect(READERS[reader]?.(text('en')).map(({ summary }) => summary)).toEqual(['Rain, snow; wind', 'Cancelled: Heat']);
});

/** What a person may have typed, and what would break a line: characters of one to four bytes, joined and combining. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'髙﨑葛󠄀'.split(''),
        '👩‍👩‍👧‍👦',
        '🇯🇵',
        'が',
        'か\u3099',
        'é',
        '\\',
        ';',
        ',',
        ':',
        '"',
        '\n',
        '^',
        '\\n',
        '\t',
      ),
      fc.constantFrom('END:VEVENT', '\nBEGIN:VALARM', 'X;TZID=evil:1', ' '),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 60 },
  )
  // Shapes refuse the rest before it is kept; see `line` and `paragraph`.
  .map((parts) =>
    parts
      .join('')
      .toWellFormed()
      .replace(/[^\P{Cc}\n\t]/gu, '')
      .trim(),
  )
  .filter((one) => one !== '');

/** What two of them read wrongly although it is written rightly: a backslash before an n, a quote, a line's beginning inside a text. */
const READ_WRONGLY: Record<string, RegExp> = { 'node-ical': /[\\"]/, 'ts-ics': /\\|BEGIN|END/ };

test.each(Object.keys(READERS))('whatever a title says, %s reads that title and one event', (reader) => {
  fc.assert(
    fc.property(
      hostile.filter((one) => !READ_WRONGLY[reader]?.test(one)),
      (title) => {
        const found = READERS[reader]?.(write([released({ ja: title, en: title })])) ?? [];
        // One reader trims and folds blanks at the ends of lines; the words are what counts.
        const words = (of: string) => of.replace(/\s+/g, '');
        expect(found.map(({ summary }) => words(summary))).toEqual([words(title)]);
      },
    ),
    { numRuns: 150 },
  );
});

test('every line has at most 75 octets and is text by itself: no character is cut in two', () => {
  fc.assert(
    fc.property(hostile, hostile, (title, abstract) => {
      const one = released({ ja: title, en: title, abstract: { ja: abstract, en: '' } });
      const bytes = Buffer.from(write([one]));
      let begin = 0;
      for (let at = bytes.indexOf('\r\n'); at !== -1; at = bytes.indexOf('\r\n', begin)) {
        const line = bytes.subarray(begin, at);
        expect(line.length).toBeLessThanOrEqual(75);
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(line)).not.toThrow();
        begin = at + 2;
      }
      expect(begin).toBe(bytes.length);
    }),
    { numRuns: 300 },
  );
});

/** What a calendar has to be, whichever program reads it (RFC 5545, 7986); each with a text in which it is broken. */
const INVARIANTS: Record<string, { holds: (ics: string) => boolean; broken: (ics: string) => string }> = {
  'lines end with CR and LF, the last one too': {
    holds: (ics) => ics.endsWith('END:VCALENDAR\r\n') && !/[^\r]\n|\r[^\n]/.test(ics),
    broken: (ics) => ics.replace('\r\n', '\n'),
  },
  'no line is empty': {
    holds: (ics) => !ics.includes('\r\n\r\n') && !ics.startsWith('\r\n'),
    broken: (ics) => ics.replace('\r\n', '\r\n\r\n'),
  },
  'what is opened is closed, in order': {
    holds: (ics) => {
      const open: string[] = [];
      for (const line of unfolded(ics)) {
        if (line.startsWith('BEGIN:')) open.push(line.slice(6));
        if (line.startsWith('END:') && open.pop() !== line.slice(4)) return false;
      }
      return open.length === 0;
    },
    broken: (ics) => ics.replace('END:VEVENT', 'END:VTODO'),
  },
  'a calendar speaks of itself before its first entry': {
    holds: (ics) => !/END:VEVENT\r\n(?!BEGIN:VEVENT|END:VCALENDAR)/.test(ics),
    broken: (ics) => ics.replace('END:VCALENDAR', 'X-WR-TIMEZONE:UTC\r\nEND:VCALENDAR'),
  },
  'version, maker, name and refreshing are said once': {
    holds: (ics) =>
      [
        'VERSION:2.0',
        'PRODID:',
        'NAME:',
        'X-WR-CALNAME:',
        'METHOD:PUBLISH',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'X-PUBLISHED-TTL:PT1H',
        'X-WR-TIMEZONE:Africa/Addis_Ababa',
      ].every((start) => unfolded(ics).filter((line) => line.startsWith(start)).length === 1),
    broken: (ics) => ics.replace('X-PUBLISHED-TTL:PT1H\r\n', ''),
  },
  'every time is in UTC': {
    holds: (ics) =>
      unfolded(ics)
        .filter((line) => /^(DTSTAMP|DTSTART|DTEND|LAST-MODIFIED)/.test(line))
        .every((line) => /^[A-Z-]+:\d{8}T\d{6}Z$/.test(line)),
    broken: (ics) => ics.replace(/DTSTART:(\d+T\d+)Z/, 'DTSTART;TZID=Asia/Tokyo:$1'),
  },
  'no two entries have one name': {
    holds: (ics) => {
      const names = unfolded(ics).filter((line) => line.startsWith('UID:'));
      return new Set(names).size === names.length && names.length > 0;
    },
    broken: (ics) => ics.replace(/BEGIN:VEVENT[\s\S]*?END:VEVENT\r\n/, (one) => one + one),
  },
  'each entry says what it must, once': {
    holds: (ics) =>
      ics
        .split('BEGIN:VEVENT')
        .slice(1)
        .every((entry) =>
          ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'STATUS', 'SEQUENCE', 'LAST-MODIFIED', 'URL'].every(
            (name) => entry.match(new RegExp(`^${name}[:;]`, 'gm'))?.length === 1,
          ),
        ),
    broken: (ics) => ics.replace(/SEQUENCE:\d+\r\n/, ''),
  },
  'nothing ends before it begins': {
    holds: (ics) => (READERS['ical.js']?.(ics) ?? []).every(({ from, to }) => from < to),
    broken: (ics) => ics.replace(/DTEND:\d{4}/, 'DTEND:1999'),
  },
};

test.each(Object.entries(INVARIANTS))('%s', (_, { holds, broken }) => {
  for (const ics of [text(), text('en'), write([off])]) {
    expect(holds(ics)).toBe(true);
    expect(holds(broken(ics))).toBe(false);
  }
});

test('asked twice, the same text: nothing in it is the time of asking', () => {
  expect(text()).toBe(text());
});

test('the place, the people and the page are read back', () => {
  const event = new ICAL.Component(ICAL.parse(text())).getFirstSubcomponent('vevent');
  expect(event?.getFirstPropertyValue('location')).toBe('メインステージ B2-14');
  expect(event?.getFirstPropertyValue('url')).toBe(`https://desk.example/schedule/cop32/sessions/${plain.id}`);
  expect(String(event?.getFirstPropertyValue('description'))).toContain('登壇 水野 汀 墨田区 環境担当部長');
});

test.each([
  ['a room', { kind: 'room', id: 'main' }, 'メインステージ COP32 自治体パビリオン'],
  ['a theme', { kind: 'theme', id: 'adaptation' }, '適応・防災 COP32 自治体パビリオン'],
  ['a member', { kind: 'member', id: plain.hosts[0]?.id ?? '' }, '墨田区 COP32 自治体パビリオン'],
] as [string, CalendarOf, string][])('the calendar of %s is named after it', (_, of, name) => {
  const calendar = new ICAL.Component(ICAL.parse(write([plain], 'ja', of)));
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe(name);
});

test('only a session that a release touched counts up, and says when', () => {
  const touched = released({ revision: 3, changedAt: '2027-10-19T01:00:00Z' });
  const event = new ICAL.Component(ICAL.parse(write([touched]))).getFirstSubcomponent('vevent');
  expect(event?.getFirstPropertyValue('sequence')).toBe(3);
  expect(String(event?.getFirstPropertyValue('last-modified'))).toBe('2027-10-19T01:00:00Z');
  // A release made before that was counted: its own number, as ever.
  expect(READERS['ical.js']?.(write([plain])).map(({ sequence }) => sequence)).toEqual([7]);
});
