import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';

/** Any number that nothing else locks by: a hold is placed before a purge looks, or after it is done. */
const HOLDING = 7_420_017;

/** Waits for purges and holds at work, and keeps others waiting until the end of the transaction. */
export async function lockHolds(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${HOLDING})`.execute(tx);
}

function holds(db: Db) {
  return db
    .selectFrom('vaultHold as h')
    .innerJoin('organisation as o', 'o.id', 'h.memberId')
    .leftJoin('account as placer', 'placer.id', 'h.placedBy')
    .leftJoin('account as asker', 'asker.id', 'h.endAskedBy')
    .select(['h.id', 'h.eventId', 'h.memberId', 'h.reason', 'h.placedAt', 'h.endAskedBy', 'h.endAskedAt', 'h.endedAt'])
    .select(['o.nameJa', 'o.nameEn', 'placer.name as placerName', 'asker.name as askerName']);
}
export type HoldRow = NonNullable<Awaited<ReturnType<typeof findHold>>>;

export function findHold(db: Db, id: string) {
  return holds(db).where('h.id', '=', id).executeTakeFirst();
}

/** What is held of an event, by municipality. */
export function listHolds(db: Db, eventId: string) {
  return holds(db)
    .where('h.eventId', '=', eventId)
    .where('h.endedAt', 'is', null)
    .orderBy('o.kana')
    .orderBy('h.id')
    .execute();
}

/** The municipalities whose data of an event are held. */
export async function heldMembers(db: Db, eventId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('vaultHold')
    .select('memberId')
    .where('eventId', '=', eventId)
    .where('endedAt', 'is', null)
    .execute();
  return rows.map((row) => row.memberId);
}

export type NewHold = {
  id: string;
  eventId: string;
  memberId: string;
  reason: string;
  placedBy: string;
  placedAt: Date;
};

/** Holds a municipality's data of an event. 23505 while they are held already. */
export async function insertHold(tx: Tx, hold: NewHold): Promise<void> {
  await tx.insertInto('vaultHold').values(hold).execute();
}

/** Takes the next step towards the end of a hold. */
export async function stepHold(
  tx: Tx,
  id: string,
  step: { endAskedBy: string; endAskedAt: Date } | { endedBy: string; endedAt: Date },
): Promise<void> {
  await tx.updateTable('vaultHold').set(step).where('id', '=', id).where('endedAt', 'is', null).execute();
}
