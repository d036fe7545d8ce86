import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidates, meets } from '#shared/bilaterals/candidates.ts';

const at = (clock: string) => new Date(`2027-11-11T${clock}:00Z`);
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });

test('a free window gives its first two times that do not overlap', () => {
  expect(candidates([span('09:00', '12:00')], 45, [], ['a'], [])).toEqual([
    { ...span('09:00', '09:45'), roomIds: ['a'] },
    { ...span('09:45', '10:30'), roomIds: ['a'] },
  ]);
});

test('nobody of the party may be promised elsewhere', () => {
  expect(candidates([span('09:00', '10:30')], 45, [span('09:15', '09:45')], ['a'], [])).toEqual([
    { ...span('09:45', '10:30'), roomIds: ['a'] },
  ]);
});

test('times with a free room come before those without, whatever the order of wishes', () => {
  const found = candidates(
    [span('09:00', '09:45'), span('14:00', '14:45')],
    45,
    [],
    ['a'],
    [{ roomId: 'a', ...span('09:00', '10:00') }],
  );
  expect(found.map((one) => [one.startsAt, one.roomIds])).toEqual([
    [at('14:00'), ['a']],
    [at('09:00'), []],
  ]);
});

test('a window shorter than the meeting gives nothing', () => {
  expect(candidates([span('09:00', '09:30')], 45, [], ['a'], [])).toEqual([]);
});

test('no candidate ever meets what is busy, or leaves its window', () => {
  const minute = fc.integer({ min: 0, max: 600 });
  const busySpan = fc
    .tuple(minute, fc.integer({ min: 5, max: 120 }))
    .map(([from, length]) => ({ startsAt: new Date(from * 60_000), endsAt: new Date((from + length) * 60_000) }));
  fc.assert(
    fc.property(
      fc.array(busySpan, { maxLength: 5 }),
      fc.array(busySpan, { maxLength: 3 }),
      fc.constantFrom(15, 30, 45, 60),
      (busy, windows, minutes) => {
        for (const one of candidates(windows, minutes, busy, [], [])) {
          expect(busy.some((other) => meets(other, one))).toBe(false);
          expect(windows.some((window) => window.startsAt <= one.startsAt && one.endsAt <= window.endsAt)).toBe(true);
        }
      },
    ),
  );
});
