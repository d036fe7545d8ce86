import type { Tx } from '#db/connect.ts';
import { findEventId } from '#db/queries/events.ts';
import { writeHistory } from '#db/queries/history.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';

type Part = { id: string; eventId: string };

/** Writes down that a part of an event was added, changed or removed. */
export async function writePartHistory(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  subject: 'venue' | 'room' | 'deadline' | 'request_window' | 'pass_pool',
  action: 'add' | 'change' | 'remove',
  { id, eventId }: Part,
): Promise<void> {
  await writeHistory(tx, { at: ctx.now(), actor, subject, subjectId: id, eventId, action });
}

/** The event a part is added to; refused when there is none. */
export async function eventOf(tx: Tx, slug: string): Promise<string> {
  return (await findEventId(tx, slug)) ?? refuse('not-found', {});
}
