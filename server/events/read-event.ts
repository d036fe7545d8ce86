import type { Db } from '#db/connect.ts';
import { currentEvent } from '#db/queries/current-event.ts';
import { listDeadlines, listRooms, listVenues, listWindows } from '#db/queries/event-parts.ts';
import { findEvent, listDays, listProcesses, listEvents as listRows } from '#db/queries/events.ts';
import { listPools } from '#db/queries/pass-pools.ts';
import { thePublic } from '#server/who.ts';
import type { Actor } from '#shared/actor.ts';
import type { EventList, EventView } from '#shared/events/contract.ts';
import { refuse } from '#shared/problem.ts';
import { dayOf, JAPAN } from '#shared/time.ts';
import type { Ctx } from '../context.ts';
import { presentEvent, presentProcess, presentRow } from './present.ts';

/** All events, the latest first, and the processes that a new one can belong to. */
export function listEvents(ctx: Ctx, actor: Actor): Promise<EventList> {
  return ctx.database.read(actor, async (db) => {
    const [rows, processes] = await Promise.all([listRows(db), listProcesses(db)]);
    return { items: rows.map(presentRow), processes: processes.map(presentProcess) };
  });
}

/** One event with everything that belongs to it. */
export function readEvent(ctx: Ctx, actor: Actor, slug: string): Promise<EventView> {
  return ctx.database.read(actor, (db) => wholeEvent(db, slug));
}

/** One event with everything that belongs to it, as it stands inside a transaction. */
export async function wholeEvent(db: Db, slug: string): Promise<EventView> {
  const row = (await findEvent(db, slug)) ?? refuse('not-found', {});
  const [days, venues, rooms, deadlines, windows, pools] = await Promise.all([
    listDays(db, row.id),
    listVenues(db, row.id),
    listRooms(db, row.id),
    listDeadlines(db, row.id),
    listWindows(db, row.id),
    listPools(db, row.id),
  ]);
  return presentEvent(row, { days, venues, rooms, deadlines, windows, pools });
}

/** The slug of the event the public sees first, or null when there is none. */
export async function currentEventSlug(ctx: Ctx): Promise<string | null> {
  const day = dayOf(ctx.now(), JAPAN);
  const event = await ctx.database.read(thePublic, (db) => currentEvent(db, day));
  return event?.slug ?? null;
}
