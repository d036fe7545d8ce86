import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import type { Favourite } from '#shared/schedule/favourites.ts';

/** An account's favourites at an event and the stars it took back, by session. `at` in milliseconds. */
export async function favouritesOf(db: Db, accountId: string, eventId: string): Promise<Favourite[]> {
  const rows = await db
    .selectFrom('favourite')
    .select(['sessionId', 'starred', 'changedAt'])
    .where('accountId', '=', accountId)
    .where('eventId', '=', eventId)
    .orderBy('sessionId')
    .execute();
  return rows.map(({ sessionId, starred, changedAt }) => ({ id: sessionId, on: starred, at: changedAt.getTime() }));
}

/** Lets one device of an account speak at a time: two that merge at once would each miss what the other says. */
export async function lockFavourites(tx: Tx, accountId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`favourites ${accountId}`}, 0))`.execute(tx);
}

/** Of these sessions, those that any release of the event has shown. */
export async function everReleased(db: Db, eventId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('releasedSession')
    .innerJoin('release', 'release.id', 'releasedSession.releaseId')
    .select('releasedSession.sessionId')
    .distinct()
    .where('release.eventId', '=', eventId)
    .where('releasedSession.sessionId', 'in', ids)
    .execute();
  return new Set(rows.map(({ sessionId }) => sessionId));
}

/** Makes an account's favourites at an event exactly these. */
export async function replaceFavourites(
  tx: Tx,
  accountId: string,
  eventId: string,
  favourites: readonly Favourite[],
): Promise<void> {
  await tx.deleteFrom('favourite').where('accountId', '=', accountId).where('eventId', '=', eventId).execute();
  if (favourites.length === 0) return;
  const rows = favourites.map(({ id, on, at }) => ({
    ...{ accountId, eventId, sessionId: id, starred: on },
    changedAt: new Date(at),
  }));
  await tx.insertInto('favourite').values(rows).execute();
}
