import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOfMinute, firstFree, inTheWay, minuteOfClock, stepCell, within } from '#shared/schedule/editor-grid.ts';

const limits = { rooms: 4, opens: 480, closes: 1200 };
const here = { roomIndex: 1, minute: 600 };

test.for([
  ['ArrowUp', false, { roomIndex: 1, minute: 585 }],
  ['ArrowDown', true, { roomIndex: 1, minute: 605 }],
  ['ArrowLeft', false, { roomIndex: 0, minute: 600 }],
  ['ArrowRight', false, { roomIndex: 2, minute: 600 }],
  ['Home', false, { roomIndex: 1, minute: 480 }],
  ['End', false, { roomIndex: 1, minute: 1140 }],
] as const)('%s (shift: %s) moves a carried session', ([key, shift, expected]) => {
  expect(stepCell(here, key, shift, 60, limits)).toEqual(expected);
});

test('other keys move nothing', () => {
  expect(stepCell(here, 'a', false, 60, limits)).toBeNull();
});

test('a carried session stays wholly inside the grid, whatever is pressed', () => {
  const keys = fc.array(fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(keys, fc.integer({ min: 5, max: 480 }), (pressed, minutes) => {
      const cell = pressed.reduce(
        (at, key) => stepCell(at, key, false, minutes, limits) ?? at,
        within(here, minutes, limits),
      );
      expect(cell.roomIndex).toBeGreaterThanOrEqual(0);
      expect(cell.roomIndex).toBeLessThan(4);
      expect(cell.minute).toBeGreaterThanOrEqual(480);
      expect(cell.minute + minutes).toBeLessThanOrEqual(1200);
    }),
  );
});

test('what overlaps in the same room is in the way; touching, other rooms and itself are not', () => {
  const busy = [{ id: 'a', roomIndex: 1, from: 600, to: 660 }];
  expect(inTheWay({ roomIndex: 1, minute: 630 }, 60, busy, 'x')?.id).toBe('a');
  expect(inTheWay({ roomIndex: 1, minute: 660 }, 60, busy, 'x')).toBeNull();
  expect(inTheWay({ roomIndex: 1, minute: 540 }, 60, busy, 'x')).toBeNull();
  expect(inTheWay({ roomIndex: 2, minute: 630 }, 60, busy, 'x')).toBeNull();
  expect(inTheWay({ roomIndex: 1, minute: 630 }, 60, busy, 'a')).toBeNull();
});

test('the first free cell passes over what is taken', () => {
  const busy = [0, 1, 2, 3].map((roomIndex) => ({ id: `${roomIndex}`, roomIndex, from: 540, to: 600 }));
  expect(firstFree(30, busy, limits, 'x')).toEqual({ roomIndex: 0, minute: 600 });
  expect(firstFree(30, [], limits, 'x')).toEqual({ roomIndex: 0, minute: 540 });
});

test('clocks and minutes are two ways to say the same', () => {
  expect(clockOfMinute(545)).toBe('09:05');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
      expect(minuteOfClock(clockOfMinute(minute))).toBe(minute);
    }),
  );
});
