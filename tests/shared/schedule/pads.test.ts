import { describe, expect, test } from 'vitest';
import { paddedTime, partsInTheWay } from '#shared/schedule/pads.ts';

const at = (time: string) => new Date(`2027-11-11T${time}:00Z`);
const use = (from: string, to: string, setupMinutes = 0, teardownMinutes = 0) =>
  paddedTime(at(from), at(to), { setupMinutes, teardownMinutes });

test('a room is kept for the minutes before and after, and the public time stays', () => {
  expect(use('10:00', '11:00', 15, 30)).toEqual({
    ...{ from: at('09:45'), startsAt: at('10:00'), endsAt: at('11:00'), to: at('11:30') },
  });
});

describe('what is in the way of what', () => {
  test.each([
    ['the public times come first', use('10:00', '11:00', 30, 30), use('10:30', '11:30', 30), 'time', 'time'],
    ['set-up in a session', use('11:00', '12:00', 15), use('10:00', '11:00'), 'setup', 'time'],
    ['a session in tear-down', use('11:00', '12:00'), use('10:00', '11:00', 0, 15), 'time', 'teardown'],
    ['set-up in tear-down', use('11:20', '12:00', 15), use('10:00', '11:00', 0, 15), 'setup', 'teardown'],
    ['tear-down in set-up', use('10:00', '11:00', 0, 15), use('11:20', '12:00', 15), 'teardown', 'setup'],
    ['nothing, where they touch', use('11:30', '12:00', 15), use('10:00', '11:00', 0, 15), 'time', 'time'],
  ])('%s', (_name, own, other, mine, theirs) => {
    expect(partsInTheWay(own, other)).toEqual({ own: mine, other: theirs });
  });
});
