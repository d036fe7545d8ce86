import type { PublicDayView } from '#shared/schedule/public-view.ts';

/** Pixels for a minute: half an hour leaves room for three lines. */
const PER_MINUTE = 2.1;
const GAP_PX = 34;
/** Rows of the grid before the plan begins: the names of the rooms. */
const HEAD_ROWS = 1;
/** Columns before the rooms: the scale. */
const SCALE_COLUMNS = 1;

/** The names by which the style finds its elements. */
export const ids = {
  card: (at: number) => `c${at}`,
  room: (at: number) => `r${at}`,
  tick: (at: number) => `k${at}`,
  now: 'now',
};

/** Which rows of the plan get a mark on the scale: those that begin at a full or half hour, and the gaps. */
export function ticksOf({ grid }: PublicDayView): { row: number; minute: number; gap: boolean }[] {
  return grid.rows.flatMap(({ from, gap }, row) => (from % 30 === 0 || gap ? [{ row, minute: from, gap }] : []));
}

/** The row before which the present moment lies, or null when it is outside the plan. */
export function nowRow({ grid, now }: PublicDayView): number | null {
  const row = now ? grid.rows.findIndex(({ from, to }) => from <= now.minute && now.minute < to) : -1;
  return row === -1 ? null : row;
}

/** On a narrow screen the day that is shown is in sight at once, in browsers that can do that. */
const DAY_IN_SIGHT = '.day[aria-current]{scroll-initial-target:nearest}';

/**
 * Where everything lies, as rules by id: the content policy allows one style element by its hash, but no style
 * attributes. Rows may grow with their text, so nothing is ever cut off.
 */
export function gridStyle(view: PublicDayView): string {
  const { grid, rooms } = view;
  if (grid.rows.length === 0) return DAY_IN_SIGHT;
  const rows = grid.rows.map(({ from, to, gap }) =>
    gap ? `${GAP_PX}px` : `minmax(${Math.round((to - from) * PER_MINUTE)}px,auto)`,
  );
  const lanes = grid.lanes.reduce((sum, count) => sum + count, 0);
  const area = (row: number, column: number, rowEnd: number, columnEnd: number) =>
    `grid-area:${row + HEAD_ROWS}/${column + SCALE_COLUMNS}/${rowEnd + HEAD_ROWS}/${columnEnd + SCALE_COLUMNS}`;
  let before = 0;
  const heads = rooms.map((_, at) => {
    const first = before + 1;
    before += grid.lanes[at] ?? 1;
    return `#${ids.room(at)}{${area(0, first, 1, before + 1)}}`;
  });
  const cards = grid.areas.map(
    ({ row, column, rowEnd, columnEnd }, at) => `#${ids.card(at)}{${area(row, column, rowEnd, columnEnd)}}`,
  );
  const ticks = ticksOf(view).map(({ row }, at) => `#${ids.tick(at)}{grid-row:${row + 1 + HEAD_ROWS}}`);
  const now = nowRow(view);
  const rules = [
    `#grid{grid-template:auto ${rows.join(' ')}/var(--scale) repeat(${lanes},minmax(var(--room),1fr))}`,
    ...heads,
    ...ticks,
    ...cards,
    now === null ? '' : `#${ids.now}{grid-row:${now + 1 + HEAD_ROWS}}`,
  ];
  return `${DAY_IN_SIGHT}@media screen and (min-width:701px){${rules.join('')}}`;
}
