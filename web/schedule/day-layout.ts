import type { DraftView, SessionView } from '#shared/schedule/contract.ts';
import { type Busy, GRID_CLOSES, GRID_OPENS, minuteOfClock } from '#shared/schedule/editor-grid.ts';
import { dayOf, formatTime } from '#shared/time.ts';

/** A room on a day: the days shown stand side by side, each with all rooms. `roomIndex` counts these columns. */
export type Column = { day: string; roomId: string };
export type Placed = { session: SessionView; roomIndex: number; from: number; to: number };
export type OtherHold = { key: string; roomIndex: number; from: number; to: number };

const minuteAt = (iso: string, zone: string) => minuteOfClock(formatTime(iso, zone).padStart(5, '0'));
const lengthOf = (span: { startsAt: string; endsAt: string }) =>
  (Date.parse(span.endsAt) - Date.parse(span.startsAt)) / 60_000;

export type Layout = { columns: Column[]; placed: Placed[]; holds: OtherHold[]; busy: Busy[] };

/** What stands on the grid on some days of the venue, by minutes since midnight. Rooms are busy with set-up too. */
export function layoutOf(draft: DraftView, days: readonly string[]): Layout {
  const zone = draft.timeZone;
  const columns = days.flatMap((day) => draft.rooms.map((room) => ({ day, roomId: room.id as string })));
  const columnAt = new Map(columns.map((one, index) => [`${one.day} ${one.roomId}`, index]));
  const at = (span: { roomId: string; startsAt: string; endsAt: string }) => {
    const roomIndex = columnAt.get(`${dayOf(span.startsAt, zone)} ${span.roomId}`);
    if (roomIndex === undefined) return null;
    const from = minuteAt(span.startsAt, zone);
    return { roomIndex, from, to: from + lengthOf(span) };
  };
  const placed = draft.sessions.flatMap((session): Placed[] => {
    const where = session.slot && at(session.slot);
    return where ? [{ session, ...where }] : [];
  });
  const holds = draft.otherHolds.flatMap((hold): OtherHold[] => {
    const where = at(hold);
    return where ? [{ key: `${hold.roomId} ${hold.startsAt}`, ...where }] : [];
  });
  const busy = [
    ...placed.map(({ session, roomIndex, from, to }) => ({
      ...{ id: session.id as string, roomIndex },
      ...{ from: from - session.setupMinutes, to: to + session.teardownMinutes },
    })),
    ...holds.map(({ key, ...rest }) => ({ id: key, ...rest })),
  ];
  return { columns, placed, holds, busy };
}

/** The hours the grid shows: the usual ones, stretched where something begins earlier or ends later. */
export function hoursOf(busy: readonly Busy[]): { opens: number; closes: number } {
  const opens = Math.min(GRID_OPENS, ...busy.map((one) => Math.floor(one.from / 60) * 60));
  const closes = Math.max(GRID_CLOSES, ...busy.map((one) => Math.ceil(one.to / 60) * 60));
  return { opens, closes: Math.min(closes, 24 * 60) };
}
