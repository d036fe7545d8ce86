import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import type { TakenPlace } from '#shared/passes/places.ts';

export type LockedPool = {
  id: string;
  nameJa: string;
  nameEn: string;
  zone: 'blue' | 'green' | 'outside';
  from: string;
  to: string;
};

export type PassRow = {
  id: string;
  eventId: string;
  memberId: string;
  requestId: string | null;
  poolId: string;
  poolNameJa: string;
  poolNameEn: string;
  zone: 'blue' | 'green' | 'outside';
  placeNumber: number;
  delegateId: string;
  familyName: string;
  givenName: string;
  familyLatin: string;
  givenLatin: string;
  from: string;
  to: string;
  state: 'held' | 'confirmed';
  official: string;
  version: number;
};

export type NewPass = { poolId: string; placeNumber: number; delegateId: string; from: string; to: string };

/** A day range that holds both of its ends. */
export const dayRange = (from: string, to: string) => sql<string>`daterange(${from}::date, ${to}::date, '[]')`;
const firstDay = sql<string>`lower(pass.days)::text`;
const lastDay = sql<string>`(upper(pass.days) - 1)::text`;

/** Locks pools of an event by id, so that colleagues who spend the same places wait for each other. */
export async function lockPools(tx: Tx, eventId: string, ids: readonly string[]): Promise<LockedPool[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('passPool')
    .select(['id', 'nameJa', 'nameEn', 'zone'])
    .select([sql<string>`lower(days)::text`.as('from'), sql<string>`(upper(days) - 1)::text`.as('to')])
    .where('eventId', '=', eventId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows as LockedPool[];
}

/** The numbers of the places of some pools, and which are taken when. */
export async function placesOf(
  db: Db,
  poolIds: readonly string[],
): Promise<{ places: { poolId: string; number: number }[]; taken: ({ poolId: string } & TakenPlace)[] }> {
  if (poolIds.length === 0) return { places: [], taken: [] };
  const places = await db
    .selectFrom('passPlace')
    .select(['poolId', 'number'])
    .where('poolId', 'in', [...poolIds])
    .orderBy('number')
    .execute();
  const taken = await db
    .selectFrom('pass')
    .select(['poolId', 'placeNumber as number', firstDay.as('from'), lastDay.as('to')])
    .where('poolId', 'in', [...poolIds])
    .where('state', '<>', 'released')
    .execute();
  return { places, taken: taken as ({ poolId: string } & TakenPlace)[] };
}

/** Confirmed passes for delegates of one municipality. 23P01 when a place or a delegate is taken on one of the days. */
export async function insertPasses(
  tx: Tx,
  of: { eventId: string; memberId: string; requestId: string; at: Date },
  passes: readonly NewPass[],
): Promise<string[]> {
  const { at, ...owner } = of;
  const rows = passes.map(({ from, to, ...pass }) => ({
    id: newId(),
    ...owner,
    ...pass,
    days: dayRange(from, to),
    state: 'confirmed',
    createdAt: at,
  }));
  await tx.insertInto('pass').values(rows).execute();
  return rows.map((row) => row.id);
}

function passRows(db: Db) {
  return db
    .selectFrom('pass')
    .innerJoin('passPool', 'passPool.id', 'pass.poolId')
    .innerJoin('delegate', 'delegate.id', 'pass.delegateId')
    .select(['pass.id', 'pass.eventId', 'pass.memberId', 'pass.requestId', 'pass.poolId', 'pass.placeNumber'])
    .select(['pass.state', 'pass.official', 'pass.version', 'pass.delegateId', 'passPool.zone'])
    .select(['passPool.nameJa as poolNameJa', 'passPool.nameEn as poolNameEn'])
    .select(['delegate.familyName', 'delegate.givenName', 'delegate.familyLatin', 'delegate.givenLatin'])
    .select([firstDay.as('from'), lastDay.as('to')])
    .where('pass.state', '<>', 'released')
    .orderBy('passPool.position')
    .orderBy('passPool.id')
    .orderBy('pass.placeNumber')
    .orderBy('pass.days');
}

/** The live passes of an event. */
export async function passesOfEvent(db: Db, eventId: string): Promise<PassRow[]> {
  return (await passRows(db).where('pass.eventId', '=', eventId).execute()) as PassRow[];
}

/** The live passes that a request was given. */
export async function passesOfRequest(db: Db, requestId: string): Promise<PassRow[]> {
  return (await passRows(db).where('pass.requestId', '=', requestId).execute()) as PassRow[];
}

/** One live pass, or undefined when it never was or has been given back. */
export async function passById(db: Db, id: string): Promise<PassRow | undefined> {
  return (await passRows(db).where('pass.id', '=', id).executeTakeFirst()) as PassRow | undefined;
}

/** Locks a pass; a pass given back is answered too, with its state. */
export async function lockPass(tx: Tx, id: string) {
  return tx
    .selectFrom('pass')
    .select(['id', 'eventId', 'memberId', 'requestId', 'poolId', 'placeNumber', 'state', 'official', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The live passes of the delegates named that share a day with [from, to]. */
export async function holdersAmong(
  db: Db,
  wanted: readonly { delegateId: string; from: string; to: string }[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('pass')
    .select('delegateId')
    .distinct()
    .where('state', '<>', 'released')
    .where((eb) =>
      eb.or(
        wanted.map((one) =>
          eb.and([eb('delegateId', '=', one.delegateId), sql<boolean>`days && ${dayRange(one.from, one.to)}`]),
        ),
      ),
    )
    .execute();
  return rows.map((row) => row.delegateId);
}

/** Locks the live passes that a request was given, in the order of their ids. */
export async function lockPassesOfRequest(tx: Tx, requestId: string) {
  return tx
    .selectFrom('pass')
    .select(['id', 'poolId', 'placeNumber', 'state', 'official'])
    .select(lastDay.as('to'))
    .where('requestId', '=', requestId)
    .where('state', '<>', 'released')
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Gives places back to their pools. */
export async function giveBack(tx: Tx, ids: readonly string[], at: Date, reason: string): Promise<void> {
  await tx
    .updateTable('pass')
    .set({ state: 'released', releasedAt: at, releaseReason: reason, placeNumber: null })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', 'in', [...ids])
    .execute();
}

/** Records how far the secretariat's own system is. */
export async function setOfficial(tx: Tx, id: string, official: string): Promise<void> {
  await tx
    .updateTable('pass')
    .set((eb) => ({ official, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
