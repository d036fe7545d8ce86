import type { DraftView, SessionView } from '#shared/schedule/contract.ts';
import { type Busy, GRID_CLOSES, GRID_OPENS, minuteOfClock } from '#shared/schedule/editor-grid.ts';
import { dayOf, formatTime } from '#shared/time.ts';

export type Placed = { session: SessionView; roomIndex: number; from: number; to: number };
export type OtherHold = { key: string; roomIndex: number; from: number; to: number };

const minuteAt = (iso: string, zone: string) => minuteOfClock(formatTime(iso, zone).padStart(5, '0'));

/** What stands on the grid on one day of the venue, by minutes since midnight. */
export function layoutOf(draft: DraftView, day: string): { placed: Placed[]; holds: OtherHold[]; busy: Busy[] } {
  const zone = draft.timeZone;
  const roomIndex = new Map(draft.rooms.map((room, index) => [room.id as string, index]));
  const placed = draft.sessions.flatMap((session): Placed[] => {
    const { slot } = session;
    if (!slot || dayOf(slot.startsAt, zone) !== day) return [];
    const from = minuteAt(slot.startsAt, zone);
    return [
      {
        session,
        roomIndex: roomIndex.get(slot.roomId) ?? 0,
        from,
        to: from + (Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / 60_000,
      },
    ];
  });
  const holds = draft.otherHolds
    .filter((hold) => dayOf(hold.startsAt, zone) === day)
    .map((hold) => {
      const from = minuteAt(hold.startsAt, zone);
      return {
        key: `${hold.roomId} ${hold.startsAt}`,
        roomIndex: roomIndex.get(hold.roomId) ?? 0,
        from,
        to: from + (Date.parse(hold.endsAt) - Date.parse(hold.startsAt)) / 60_000,
      };
    });
  const busy = [
    ...placed.map(({ session, ...rest }) => ({
      id: session.id as string,
      roomIndex: rest.roomIndex,
      from: rest.from,
      to: rest.to,
    })),
    ...holds.map(({ key, ...rest }) => ({ id: key, ...rest })),
  ];
  return { placed, holds, busy };
}

/** The hours the grid shows: the usual ones, stretched where something begins earlier or ends later. */
export function hoursOf(busy: readonly Busy[]): { opens: number; closes: number } {
  const opens = Math.min(GRID_OPENS, ...busy.map((one) => Math.floor(one.from / 60) * 60));
  const closes = Math.max(GRID_CLOSES, ...busy.map((one) => Math.ceil(one.to / 60) * 60));
  return { opens, closes: Math.min(closes, 24 * 60) };
}
