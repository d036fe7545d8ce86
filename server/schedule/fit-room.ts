import type { Tx } from '#db/connect.ts';
import { daysOfEvent } from '#db/queries/draft-schedule.ts';
import { holdsRoom } from '#db/queries/rooms-held.ts';
import type { Actor } from '#shared/actor.ts';
import { inLang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import { paddedTime, partsInTheWay } from '#shared/schedule/pads.ts';
import { schedulePolicyTexts } from '#shared/schedule/policy-texts.ts';
import { textsIn } from '#shared/text.ts';
import { dayOf } from '#shared/time.ts';

/** Refuses a time of which a part lies on a day that the event does not have, by the clocks of the room. */
export async function refuseOutsideDays(
  tx: Tx,
  actor: Actor,
  eventId: string,
  { timeZone }: { timeZone: string },
  startsAt: Date,
  endsAt: Date,
): Promise<void> {
  const days = (await daysOfEvent(tx, eventId)).map((one) => one.day);
  const last = new Date(endsAt.getTime() - 1);
  const inside = [startsAt, last].every((at) => days.includes(dayOf(at, timeZone)));
  if (!inside) refuseField('/startsAt', textsIn(schedulePolicyTexts, actor.lang).outsideDays);
}

export type Pads = { setupMinutes: number; teardownMinutes: number };
const NO_PADS: Pads = { setupMinutes: 0, teardownMinutes: 0 };

/**
 * Refuses when a locked room is held by somebody else then, and says by what; where only set-up or tear-down is in the
 * way, it says whose and which.
 */
export async function refuseTaken(
  tx: Tx,
  actor: Actor,
  roomId: string,
  startsAt: Date,
  endsAt: Date,
  holder: { sessionId: string } | { meetingId: string },
  pads: Pads = NO_PADS,
): Promise<void> {
  const { from, to } = paddedTime(startsAt, endsAt, pads);
  const taken = await holdsRoom(tx, roomId, from, to, holder);
  if (!taken) return;
  const parts = partsInTheWay(
    { from, startsAt, endsAt, to },
    { from: taken.heldFrom, startsAt: taken.startsAt, endsAt: taken.endsAt, to: taken.heldTo },
  );
  refuse('room-taken', { by: inLang({ ja: taken.titleJa, en: taken.titleEn }, actor.lang).text, ...parts });
}

/** Refuses because of one field of what was sent. */
export function refuseField(pointer: string, detail: string): never {
  refuse('invalid-input', { count: 1 }, { errors: [{ pointer, detail }] });
}
