import type { DraftView } from '#shared/schedule/contract.ts';
import { minuteOfClock } from '#shared/schedule/editor-grid.ts';
import type { Proposal } from '#shared/schedule/placement-contract.ts';
import { dayOf, formatTime } from '#shared/time.ts';

/** A proposed place as the grid draws it. */
export type Proposed = { id: string; title: string; day: string; roomId: string; from: number; minutes: number };

/** What a proposal would add to the grid: only sessions that still have no place. */
export function proposedOf(
  draft: DraftView,
  proposal: Proposal | null,
  titleOf: (title: { ja: string; en: string }) => string,
): Proposed[] {
  const unplaced = new Map(draft.sessions.filter((one) => one.slot === null).map((one) => [one.id, one]));
  return (proposal?.items ?? []).flatMap((item) => {
    const session = unplaced.get(item.sessionId);
    if (!session) return [];
    const from = minuteOfClock(formatTime(item.startsAt, draft.timeZone).padStart(5, '0'));
    const day = dayOf(item.startsAt, draft.timeZone);
    return [
      { id: item.sessionId, title: titleOf(session.title), day, roomId: item.roomId, from, minutes: item.minutes },
    ];
  });
}
