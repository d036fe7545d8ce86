/** A session to be laid out: its room and its minutes since midnight at the venue. */
export type Placed = { roomId: string; from: number; to: number };

/** Where a session lies: lines of the grid. Columns are counted in lanes, rows in the rows of the grid; both from 1. */
export type GridArea = { row: number; rowEnd: number; column: number; columnEnd: number };

export type Grid = {
  /** From top to bottom. A gap stands for a long time in which nothing is on. */
  rows: { from: number; to: number; gap: boolean }[];
  /** Lanes of each room; more than one only where a cancelled session lies under its successor. */
  lanes: number[];
  areas: GridArea[];
};

const HALF_HOUR = 30;
const LONG_GAP = 60;
const CORE = { from: 9 * 60, to: 18 * 60 };

/**
 * Lays a day out. Rows begin at every half hour, at every beginning and end, and at `now` when that lies among them;
 * more than an hour of nothing before 9 or after 18 o'clock becomes one narrow row.
 */
export function gridOf(placed: readonly Placed[], roomIds: readonly string[], now: number | null): Grid {
  const rows = rowsOf(placed, now);
  const lanes: number[] = [];
  const laneOf = new Map<Placed, { lane: number; span: number }>();
  for (const roomId of roomIds)
    lanes.push(
      layLanes(
        placed.filter((one) => one.roomId === roomId),
        laneOf,
      ),
    );
  const firstColumn = lanes.map((_, at) => 1 + lanes.slice(0, at).reduce((sum, count) => sum + count, 0));
  const areas = placed.map((one) => {
    const room = roomIds.indexOf(one.roomId);
    const { lane, span } = laneOf.get(one) ?? { lane: 0, span: 1 };
    const column = (firstColumn[room] ?? 1) + lane;
    return {
      row: 1 + rows.findIndex((row) => row.to > one.from),
      rowEnd: 1 + rows.findLastIndex((row) => row.from < one.to) + 1,
      column,
      columnEnd: column + span,
    };
  });
  return { rows, lanes, areas };
}

function rowsOf(placed: readonly Placed[], now: number | null): Grid['rows'] {
  if (placed.length === 0) return [];
  const first = Math.floor(Math.min(...placed.map(({ from }) => from)) / HALF_HOUR) * HALF_HOUR;
  const last = Math.ceil(Math.max(...placed.map(({ to }) => to)) / HALF_HOUR) * HALF_HOUR;
  const lines = new Set(placed.flatMap(({ from, to }) => [from, to]));
  for (let line = first; line <= last; line += HALF_HOUR) lines.add(line);
  if (now !== null && now > first && now < last) lines.add(now);
  const sorted = [...lines].sort((a, b) => a - b);
  const rows = sorted.slice(1).map((to, at) => ({ from: sorted[at] as number, to, gap: false }));
  return rows.reduce<Grid['rows']>((joined, row) => {
    const before = joined.at(-1);
    if (!isIdle(row, placed)) joined.push(row);
    else if (before?.gap) before.to = row.to;
    else joined.push(isInLongGap(row, rows, placed) ? { ...row, gap: true } : row);
    return joined;
  }, []);
}

/** Outside the core of the day and nothing on in any room. */
function isIdle(row: { from: number; to: number }, placed: readonly Placed[]): boolean {
  const outside = row.to <= CORE.from || row.from >= CORE.to;
  return outside && !placed.some(({ from, to }) => from < row.to && to > row.from);
}

function isInLongGap(row: { from: number }, rows: Grid['rows'], placed: readonly Placed[]): boolean {
  let end = row.from;
  for (const next of rows) if (next.from === end && isIdle(next, placed)) end = next.to;
  return end - row.from > LONG_GAP;
}

/** Gives each session of one room its lane. Those that overlap nobody are as wide as the room. */
function layLanes(placed: readonly Placed[], laneOf: Map<Placed, { lane: number; span: number }>): number {
  const ends: number[] = [];
  for (const one of [...placed].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const free = ends.findIndex((end) => end <= one.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = one.to;
    laneOf.set(one, { lane, span: 1 });
  }
  const lanes = Math.max(1, ends.length);
  for (const one of placed) {
    const alone = placed.every((other) => other === one || other.to <= one.from || other.from >= one.to);
    if (alone) laneOf.set(one, { lane: 0, span: lanes });
  }
  return lanes;
}
