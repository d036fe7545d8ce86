import { expect, test } from 'vitest';
import { gridOf } from '#shared/schedule/public-grid.ts';

const hour = (value: number) => value * 60;
const at = (from: number, to: number, roomId = 'a') => ({ roomId, from: hour(from), to: hour(to) });
const rowsOf = (grid: ReturnType<typeof gridOf>) => grid.rows.map(({ from, to, gap }) => [from / 60, to / 60, gap]);

test('rows begin at half hours and wherever something begins or ends', () => {
  const grid = gridOf([at(10, 11.25)], ['a'], null);
  expect(rowsOf(grid)).toEqual([
    [10, 10.5, false],
    [10.5, 11, false],
    [11, 11.25, false],
    [11.25, 11.5, false],
  ]);
  expect(grid.areas).toEqual([{ row: 1, rowEnd: 4, column: 1, columnEnd: 2 }]);
});

test('the present moment begins a row when it lies in the plan', () => {
  expect(rowsOf(gridOf([at(10, 11)], ['a'], hour(10.25))).map(([from]) => from)).toEqual([10, 10.25, 10.5]);
  expect(gridOf([at(10, 11)], ['a'], hour(12)).rows).toHaveLength(2);
});

test('a long idle evening is one narrow row, an idle hour is not', () => {
  const long = gridOf([at(17, 18), at(20, 21)], ['a'], null);
  expect(rowsOf(long)).toContainEqual([18, 20, true]);
  expect(long.areas[1]).toMatchObject({ row: 4, rowEnd: 6 });
  expect(gridOf([at(17, 18), at(19, 20)], ['a'], null).rows.some(({ gap }) => gap)).toBe(false);
});

test('an idle core of the day keeps its size, so that days look alike', () => {
  expect(gridOf([at(9, 10), at(16, 17)], ['a'], null).rows.some(({ gap }) => gap)).toBe(false);
});

test('what another room does keeps a gap open', () => {
  expect(gridOf([at(17, 18), at(20, 21), at(18, 20, 'b')], ['a', 'b'], null).rows.some(({ gap }) => gap)).toBe(false);
});

test('sessions that overlap in a room lie side by side, the others are as wide as the room', () => {
  const grid = gridOf([at(10, 11), at(10.5, 11.5), at(12, 13), at(10, 11, 'b')], ['a', 'b'], null);
  expect(grid.lanes).toEqual([2, 1]);
  expect(grid.areas.map(({ column, columnEnd }) => [column, columnEnd])).toEqual([
    [1, 2],
    [2, 3],
    [1, 3],
    [3, 4],
  ]);
});

test('a day without sessions has no rows', () => {
  expect(gridOf([], [], 600)).toEqual({ rows: [], lanes: [], areas: [] });
});
