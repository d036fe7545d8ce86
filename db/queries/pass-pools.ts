import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';

export type PoolRow = {
  id: string;
  eventId: string;
  route: string;
  zone: string;
  nameJa: string;
  nameEn: string;
  /** The first and the last day, both included. */
  from: string;
  to: string;
  places: number;
  position: number;
  version: number;
};

function pools(db: Db) {
  return db
    .selectFrom('passPool')
    .select(['id', 'eventId', 'route', 'zone', 'nameJa', 'nameEn', 'places', 'position', 'version'])
    .select([sql<string>`lower(days)`.as('from'), sql<string>`upper(days) - 1`.as('to')]);
}

/** An event's pools in the order in which the office keeps them. */
export function listPools(db: Db, eventId: string): Promise<PoolRow[]> {
  return pools(db).where('eventId', '=', eventId).orderBy('position').orderBy('id').execute();
}

/** One pool, locked against other changes, or undefined. */
export function lockPool(tx: Tx, id: string): Promise<PoolRow | undefined> {
  return pools(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

const daysOf = ({ from, to }: { from: string; to: string }) => sql<string>`daterange(${from}::date, ${to}::date, '[]')`;

/** Adds a pool with its numbered places. */
export async function insertPool(tx: Tx, { from, to, ...row }: Omit<PoolRow, 'version'>): Promise<void> {
  await tx
    .insertInto('passPool')
    .values({ ...row, days: daysOf({ from, to }) })
    .execute();
  await addPlaces(tx, row.id, 0, row.places);
}

/** Changes a locked pool and keeps its numbered places in step; `usedBeyond` must have been asked before. */
export async function updatePool(
  tx: Tx,
  before: PoolRow,
  { from, to, ...change }: Omit<PoolRow, 'id' | 'eventId' | 'version'>,
): Promise<void> {
  await tx
    .updateTable('passPool')
    .set({ ...change, days: daysOf({ from, to }), version: before.version + 1 })
    .where('id', '=', before.id)
    .execute();
  if (change.places > before.places) await addPlaces(tx, before.id, before.places, change.places);
  if (change.places < before.places) {
    await tx.deleteFrom('passPlace').where('poolId', '=', before.id).where('number', '>', change.places).execute();
  }
}

async function addPlaces(tx: Tx, poolId: string, after: number, upTo: number): Promise<void> {
  await sql`insert into pass_place (pool_id, number)
    select ${poolId}, number from generate_series(${after}::int + 1, ${upTo}::int) as number`.execute(tx);
}

/** Whether a pass in use needs a day that would no longer be the pool's. */
export async function usedOutside(db: Db, poolId: string, days: { from: string; to: string }): Promise<boolean> {
  const row = await db
    .selectFrom('pass')
    .select('id')
    .where('poolId', '=', poolId)
    .where('state', '!=', 'released')
    .where(sql<boolean>`not (days <@ ${daysOf(days)})`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Moves the passes off the places above `places` so that those can go: passes in use to a place that is free on their
 * days, given-back ones to the first. False when one in use has nowhere to go.
 */
export async function clearPlacesAbove(tx: Tx, poolId: string, places: number): Promise<boolean> {
  if (places > 0) {
    await tx
      .updateTable('pass')
      .set({ placeNumber: 1 })
      .where('poolId', '=', poolId)
      .where('placeNumber', '>', places)
      .where('state', '=', 'released')
      .execute();
  }
  const above = await tx
    .selectFrom('pass')
    .select(['id'])
    .where('poolId', '=', poolId)
    .where('placeNumber', '>', places)
    .where('state', '!=', 'released')
    .orderBy(sql`lower(days)`)
    .orderBy('id')
    .execute();
  for (const { id } of above) {
    const { numAffectedRows } = await sql`
      update pass set place_number = free.number
      from (
        select place.number from pass_place place, pass moved
        where moved.id = ${id} and place.pool_id = ${poolId} and place.number <= ${places}
          and not exists (
            select from pass other
            where other.pool_id = place.pool_id and other.place_number = place.number
              and other.state <> 'released' and other.days && moved.days)
        order by place.number limit 1) free
      where pass.id = ${id}`.execute(tx);
    if (numAffectedRows !== 1n) return false;
  }
  return true;
}

/** Removes a pool and its places; 23503 while a pass, even one given back, points to it. */
export async function deletePool(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('passPool').where('id', '=', id).execute();
}
