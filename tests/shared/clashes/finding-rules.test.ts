import { describe, expect, test } from 'vitest';
import {
  betweenTwo,
  daysOfPerson,
  inOneRoom,
  isLateInJapan,
  ofItself,
  rankOf,
  strengthOf,
  tooFewInterpreters,
  wayBetween,
} from '#shared/clashes/finding-rules.ts';
import { stampOf } from '#shared/clashes/stamp.ts';
import { ASKS, aFact, NINE, PLANNING } from './facts.ts';

describe('one person’s two things', () => {
  const first = aFact('b', 0);

  test('at once are two places, under a key that does not depend on which begins first', () => {
    const later = aFact('a', 30);
    const found = betweenTwo('x', later, first, PLANNING);
    expect([found?.key, found?.about.map((one) => one.id)]).toEqual(['two_places:x:a:b', ['b', 'a']]);
    expect(betweenTwo('x', aFact('a', -30), first, PLANNING)?.key).toBe('two_places:x:a:b');
    expect([strengthOf('two_places'), strengthOf('short_way')]).toEqual(['blocking', 'warning']);
  });

  test.each([
    ['in the same room need nothing', { roomId: first.roomId }, 60, null],
    ['in one venue need the way between rooms', {}, 64, { needed: 5, given: 4 }],
    ['in one venue fit when the way does', {}, 65, null],
    ['in two venues need the usual way', { venueId: 'v2' }, 74, { needed: 15, given: 14 }],
    ['in two venues fit when the way does', { venueId: 'v2' }, 75, null],
    [
      'elsewhere, nobody knows where, need the usual way',
      { venueId: null, roomId: null },
      70,
      { needed: 15, given: 10 },
    ],
    ['online need none', { venueId: null, roomId: null, online: true }, 60, null],
  ])('%s', (_, more, after, way) => {
    expect(betweenTwo('x', first, aFact('a', after, more), PLANNING)?.way ?? null).toEqual(way);
  });

  test('need the way that the event names, in both directions', () => {
    const planning = { ...PLANNING, ways: [{ a: 'v1', b: 'v2', minutes: 40 }] };
    const other = aFact('a', 90, { venueId: 'v2' });
    expect([wayBetween(first, other, planning), wayBetween(other, first, planning)]).toEqual([40, 40]);
    expect(wayBetween(first, aFact('c', 90, { venueId: 'v3' }), planning)).toBe(15);
  });
});

describe('a person’s days', () => {
  const blue = { zone: 'blue' };
  const stay = { arrives: null, leaves: null, covers: [{ from: '2027-11-11', to: '2027-11-12' }] };

  test('need a place in the Blue Zone, said once a day', () => {
    const facts = [
      aFact('a', 0, blue),
      aFact('b', 0, { ...blue, day: '2027-11-13' }),
      aFact('c', 90, { ...blue, day: '2027-11-13' }),
      aFact('d', 0, { day: '2027-11-14' }),
    ];
    expect(daysOfPerson('x', facts, stay).map(({ key, about }) => [key, about.map((one) => one.id)])).toEqual([
      ['no_pass:x:2027-11-13', ['b', 'c']],
    ]);
    expect(daysOfPerson('x', [aFact('a', 0, blue)], undefined).map((one) => one.key)).toEqual(['no_pass:x:2027-11-11']);
  });

  test('are between arrival and departure', () => {
    const days = ['2027-11-10', '2027-11-11', '2027-11-12', '2027-11-13'];
    const facts = days.map((day) => aFact(day, 0, { day }));
    const found = daysOfPerson('x', facts, { arrives: '2027-11-11', leaves: '2027-11-12', covers: [] });
    expect(found.map((one) => one.key)).toEqual(['away:x:2027-11-10', 'away:x:2027-11-13']);
    expect(
      daysOfPerson('x', [aFact('a', 0, { day: '2027-11-10', online: true })], {
        arrives: '2027-11-11',
        leaves: null,
        covers: [],
      }),
    ).toEqual([]);
  });
});

test('a room is taken twice when set-up or tear-down reach into each other', () => {
  const room = { roomId: 'r' };
  expect(inOneRoom(aFact('a', 0, room), aFact('b', 60, room))).toBeNull();
  expect(inOneRoom(aFact('b', 60, { ...room, before: 10 }), aFact('a', 0, room))?.key).toBe('room_twice:a:b');
  expect(inOneRoom(aFact('a', 0, { ...room, after: 5 }), aFact('b', 65, { ...room, before: 1 }))).not.toBeNull();
  expect(inOneRoom(aFact('a', 0, { ...room, after: 5 }), aFact('b', 65, room))).toBeNull();
});

test('interpreters are too few for a stretch, said once for as long as it lasts', () => {
  const asks = { ...ASKS, interpretation: true };
  const facts = [
    aFact('a', 0, { asks }),
    aFact('b', 30, { asks }),
    aFact('c', 45, { asks }),
    aFact('d', 200, { asks }),
  ];
  const found = tooFewInterpreters([...facts, aFact('e', 30)], 1);
  expect(found.map(({ key, about }) => [key, about.map((one) => one.id)])).toEqual([
    [`no_interpreter:${NINE + 30}`, ['a', 'b', 'c']],
  ]);
  expect(tooFewInterpreters(facts, 2).map((one) => one.key)).toEqual([`no_interpreter:${NINE + 45}`]);
  expect(tooFewInterpreters(facts, 3)).toEqual([]);
  expect(tooFewInterpreters([aFact('a', 0, { asks }), aFact('b', 60, { asks })], 1)).toEqual([]);
});

describe('a session by itself', () => {
  const kinds = (more: Partial<typeof ASKS>, after = 0) =>
    ofItself(aFact('a', after, { asks: { ...ASKS, ...more } })).map((one) => one.kind);

  test('is within a wish as a whole, or outside of all', () => {
    const wishes = [
      { from: NINE + 180, to: NINE + 360 },
      { from: NINE, to: NINE + 180 },
    ];
    expect([
      rankOf({ from: NINE, to: NINE + 60 }, wishes),
      rankOf({ from: NINE + 180, to: NINE + 240 }, wishes),
    ]).toEqual([2, 1]);
    expect([kinds({ wishes }, 0), kinds({ wishes }, 150), kinds({ wishes: [] }, 150)]).toEqual([
      [],
      ['outside_wish'],
      [],
    ]);
  });

  test('says what is missing, and what the municipality wants to avoid', () => {
    expect(kinds({ noGo: '午後', gaps: ['titleEn'], undecided: true })).toEqual([
      'no_go',
      'missing_text',
      'no_speaker',
    ]);
    expect(ofItself(aFact('a', 0))).toEqual([]);
    expect(ofItself(aFact('a', 0, { asks: { ...ASKS, gaps: ['titleEn'] } }))).toMatchObject([
      { key: 'missing_text:a', gaps: ['titleEn'] },
    ]);
  });

  test.each([
    ['15:00 in Japan', 0, false],
    ['ends at 22:00 in Japan', 360, false],
    ['ends at 22:15 in Japan', 375, true],
    ['begins at 6:45 in Japan', 945, true],
    ['begins at 7:00 in Japan', 960, false],
  ])('is late when any of it is between 22:00 and 7:00: %s', (_, after, late) => {
    expect(isLateInJapan(aFact('a', after))).toBe(late);
    expect(kinds({ headSpeaks: true }, after).includes('late_in_japan')).toBe(late);
    expect(kinds({}, after)).toEqual([]);
  });
});

test('a stamp changes with time, room and set-up, and with nothing else', () => {
  const [a, b] = [aFact('a', 0), aFact('b', 60)];
  const stamp = stampOf({ about: [a, b] });
  expect(stamp).toMatch(/^[0-9a-f]{16}$/);
  expect(stampOf({ about: [b, { ...a, label: { ja: '新', en: 'new' }, people: ['x'] }] })).toBe(stamp);
  for (const moved of [{ from: a.from + 5 }, { to: a.to + 5 }, { roomId: 'other' }, { before: 5 }, { after: 5 }]) {
    expect(stampOf({ about: [{ ...a, ...moved }, b] })).not.toBe(stamp);
  }
});
