import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import type { EventId } from '#shared/ids.ts';
import type { RequestKind } from '#shared/requests/kind-names.ts';
import type { Day } from '#shared/time.ts';

export type RequestWindow = { opensAt: Date; closesAt: Date; late: 'mark' | 'refuse' };

/** The id of an event by its slug, or undefined. */
export async function eventIdOf(db: Db, slug: string): Promise<EventId | undefined> {
  const row = await db.selectFrom('event').select('id').where('slug', '=', slug).executeTakeFirst();
  return row?.id as EventId | undefined;
}

/** When requests of a kind may be sent; undefined when nobody has set a window. */
export async function windowOf(db: Db, eventId: EventId, kind: RequestKind): Promise<RequestWindow | undefined> {
  const row = await db
    .selectFrom('requestWindow')
    .select(['opensAt', 'closesAt', 'late'])
    .where('eventId', '=', eventId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row as RequestWindow | undefined;
}

/** What the due rules look at: the event's last day, and its next internal deadline for the kind after `now`. */
export async function dueFactsOf(
  db: Db,
  eventId: EventId,
  kind: RequestKind,
  now: Date,
): Promise<{ eventEndsOn: Day; internalDeadline: Date | null }> {
  const row = await db
    .selectFrom('event')
    .where('event.id', '=', eventId)
    .select((select) => [
      select.fn.coalesce('event.actualEndsOn', 'event.endsOn').as('eventEndsOn'),
      select
        .selectFrom('deadline')
        .select('dueAt')
        .whereRef('deadline.eventId', '=', 'event.id')
        .where('tier', '=', 'internal')
        .where('kind', '=', kind)
        .where('dueAt', '>', now)
        .orderBy('dueAt')
        .limit(1)
        .as('internalDeadline'),
    ])
    .executeTakeFirstOrThrow();
  return row;
}

/**
 * Takes the next number of a kind at an event and answers it with the event's short name. The counter's row stays
 * locked until the transaction ends, so numbers are consecutive and a rolled-back one is not lost.
 */
export async function takeNumber(
  tx: Tx,
  eventId: EventId,
  kind: RequestKind,
): Promise<{ number: number; shortName: string }> {
  const { rows } = await sql<{ number: number; shortName: string }>`
    insert into request_counter as counter (event_id, kind, last) values (${eventId}, ${kind}, 1)
    on conflict (event_id, kind) do update set last = counter.last + 1
    returning last as number, (select short_name from event where id = counter.event_id) as short_name`.execute(tx);
  return rows[0] as { number: number; shortName: string };
}
