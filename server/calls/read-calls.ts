import type { Db } from '#db/connect.ts';
import { callsWhere } from '#db/queries/calls.ts';
import { findEventId } from '#db/queries/events.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import type { CallView } from '#shared/calls/contract.ts';
import type { CallId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { presentCall } from './present.ts';

/** Calls of an event, the latest closing first. What opens later is the office's alone. */
export function listCalls(ctx: Ctx, actor: Actor, slug: string): Promise<{ items: CallView[] }> {
  return ctx.database.read(actor, async (db) => {
    const eventId = (await findEventId(db, slug)) ?? refuse('not-found', {});
    const rows = await callsWhere(db, { eventId }, actor, isMember(actor) ? ctx.now() : null);
    return { items: rows.map((row) => presentCall(row, ctx.now())) };
  });
}

export function readCall(ctx: Ctx, actor: Actor, id: CallId): Promise<CallView> {
  return ctx.database.read(actor, (db) => wholeCall(ctx, db, actor, id));
}

/** A call as the actor sees it; refuses `not-found` when it is not there for them. */
export async function wholeCall(ctx: Ctx, db: Db, actor: Actor, id: CallId): Promise<CallView> {
  const [row] = await callsWhere(db, { id }, actor, isMember(actor) ? ctx.now() : null);
  return presentCall(row ?? refuse('not-found', {}), ctx.now());
}
