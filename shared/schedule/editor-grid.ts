/** The grid on which staff move sessions: rooms across, minutes of the venue's day down. Pure, so that mouse and keyboard agree. */
export type Cell = { roomIndex: number /** Minutes since midnight at the venue. */; minute: number };
export type GridLimits = { rooms: number /** Minutes since midnight. */; opens: number; closes: number };
export type Busy = { id: string; roomIndex: number; from: number; to: number };

export const GRID_OPENS = 8 * 60;
export const GRID_CLOSES = 20 * 60;

/**
 * Where a carried session goes when a key is pressed, or null when the key moves nothing: arrows by a quarter of an
 * hour or a room, with Shift by five minutes. It stays inside the grid, whole.
 */
export function stepCell(cell: Cell, key: string, shift: boolean, minutes: number, limits: GridLimits): Cell | null {
  const step = shift ? 5 : 15;
  const moves: Record<string, Cell> = {
    ArrowUp: { ...cell, minute: cell.minute - step },
    ArrowDown: { ...cell, minute: cell.minute + step },
    ArrowLeft: { ...cell, roomIndex: cell.roomIndex - 1 },
    ArrowRight: { ...cell, roomIndex: cell.roomIndex + 1 },
    Home: { ...cell, minute: limits.opens },
    End: { ...cell, minute: limits.closes - minutes },
  };
  const next = moves[key];
  return next ? within(next, minutes, limits) : null;
}

/** The nearest cell in which a session of this length is wholly inside the grid. */
export function within(cell: Cell, minutes: number, limits: GridLimits): Cell {
  const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), Math.max(low, high));
  return {
    roomIndex: clamp(cell.roomIndex, 0, limits.rooms - 1),
    minute: clamp(cell.minute, limits.opens, limits.closes - minutes),
  };
}

/** What stands in the way of a session of this length at a cell; itself never does. */
export function inTheWay(cell: Cell, minutes: number, busy: readonly Busy[], selfId: string): Busy | null {
  const to = cell.minute + minutes;
  return (
    busy.find(
      (one) => one.id !== selfId && one.roomIndex === cell.roomIndex && one.from < to && cell.minute < one.to,
    ) ?? null
  );
}

/** The first free cell of a day at or after the hours opened, room by room; the very first when the day is full. */
export function firstFree(minutes: number, busy: readonly Busy[], limits: GridLimits, selfId: string): Cell {
  for (let minute = Math.max(limits.opens, 9 * 60); minute + minutes <= limits.closes; minute += 15) {
    for (let roomIndex = 0; roomIndex < limits.rooms; roomIndex += 1) {
      if (!inTheWay({ roomIndex, minute }, minutes, busy, selfId)) return { roomIndex, minute };
    }
  }
  return { roomIndex: 0, minute: limits.opens };
}

/** `09:05` for 545 minutes since midnight. */
export function clockOfMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** 545 for `09:05`. */
export function minuteOfClock(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
