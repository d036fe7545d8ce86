import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { scheduleCalendar } from '#server/schedule/ical.ts';
import type { PublicProgramme } from '#shared/schedule/public-view.ts';
import { released } from '#tests/support/builders/released.ts';
import { FORMULAS, MAIL, XSS } from '#tests/support/corpora.ts';

const event = {
  slug: 'cop32',
  shortName: 'COP32',
  timeZone: 'Africa/Addis_Ababa',
  pavilion: { ja: '', en: '' },
} as PublicProgramme['event'];
const release = {
  id: 'x',
  number: 1,
  releasedAt: new Date('2027-10-20T01:00:00Z'),
} as unknown as PublicProgramme['release'];

const CALENDAR = [
  'X\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil',
  'X\nATTACH:https://evil.example/x',
  'X\r\n ATTENDEE:mailto:evil@evil.example',
  'X;TZID=evil:20270101',
  'a\\nb,c;d:e"f',
  'X\\r\\nBEGIN:VALARM',
];

/** Texts that would add a property or an event to a calendar, put everywhere a text can stand. */
test('a text in a calendar stays a text', () => {
  const texts = [...CALENDAR, ...MAIL, ...XSS, ...FORMULAS].map((text) => text.replaceAll('\0', ''));
  const sessions = texts.map((text) => {
    const both = { ja: text, en: text };
    const one = released({ ja: text, en: text });
    return {
      ...one,
      abstract: both,
      room: { ...one.room, name: both, area: text },
      hosts: one.hosts.map((host) => ({ ...host, name: both })),
      speakers: one.speakers.map((speaker) => ({ ...speaker, name: both, title: both, organisation: both })),
    };
  });
  const plain = new ICAL.Component(
    ICAL.parse(scheduleCalendar({ event, release } as PublicProgramme, [released()], 'ja', 'https://desk.example')),
  );
  const expected = plain
    .getFirstSubcomponent('vevent')
    ?.getAllProperties()
    .map(({ name }) => name)
    .sort();
  const text = scheduleCalendar({ event, release } as PublicProgramme, sessions, 'ja', 'https://desk.example');
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent');
  expect(events).toHaveLength(texts.length);
  for (const one of events) {
    expect(
      one
        .getAllProperties()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(expected);
    expect(one.getAllSubcomponents()).toEqual([]);
    expect(String(one.getFirstPropertyValue('url'))).toMatch(/^https:\/\/desk\.example\/schedule\/cop32\/sessions\//);
  }
  // Without escaping, the first of them would be two events.
  const unescaped = text.replace('SUMMARY:X\\nEND:VEVENT\\nBEGIN:VEVENT\\nUID:evil', `SUMMARY:${CALENDAR[0]}`);
  expect(new ICAL.Component(ICAL.parse(unescaped)).getAllSubcomponents('vevent').length).toBe(texts.length + 1);
});
