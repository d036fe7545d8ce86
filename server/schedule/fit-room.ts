import type { Tx } from '#db/connect.ts';
import { daysOfEvent } from '#db/queries/draft-schedule.ts';
import { holdsRoom } from '#db/queries/rooms-held.ts';
import type { Actor } from '#shared/actor.ts';
import { inLang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
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

/** Refuses when a locked room is held by somebody else then, and says by what. */
export async function refuseTaken(
  tx: Tx,
  actor: Actor,
  roomId: string,
  startsAt: Date,
  endsAt: Date,
  holder: { sessionId: string } | { meetingId: string },
): Promise<void> {
  const taken = await holdsRoom(tx, roomId, startsAt, endsAt, holder);
  if (taken) refuse('room-taken', { by: inLang({ ja: taken.titleJa, en: taken.titleEn }, actor.lang).text });
}

/** Refuses because of one field of what was sent. */
export function refuseField(pointer: string, detail: string): never {
  refuse('invalid-input', { count: 1 }, { errors: [{ pointer, detail }] });
}
