import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';

function delegations(db: Db) {
  return db
    .selectFrom('delegation')
    .innerJoin('event', 'event.id', 'delegation.eventId')
    .innerJoin('organisation', 'organisation.id', 'delegation.memberId')
    .select(['delegation.id', 'delegation.eventId', 'event.slug as eventSlug', 'delegation.memberId'])
    .select(['organisation.nameJa as memberNameJa', 'organisation.nameEn as memberNameEn', 'delegation.purpose'])
    .select(['delegation.headDelegateId', 'delegation.minimumParty', 'delegation.version']);
}
export type DelegationDetail = NonNullable<Awaited<ReturnType<typeof findDelegation>>>;

/** One delegation without its delegates, or undefined. */
export function findDelegation(db: Db, id: string) {
  return delegations(db).where('delegation.id', '=', id).executeTakeFirst();
}

/** The same, locked against other changes. */
export function lockDelegation(tx: Tx, id: string) {
  return delegations(tx).where('delegation.id', '=', id).forUpdate('delegation').executeTakeFirst();
}

/** The delegations to an event with how many go, who leads and from when to when, in the order of the members' kana. */
export function listDelegations(db: Db, eventId: string, memberId: string | null) {
  const living = sql`d.delegation_id = delegation.id and d.removed_at is null`;
  let query = db
    .selectFrom('delegation')
    .innerJoin('organisation', 'organisation.id', 'delegation.memberId')
    .leftJoin('delegate as head', 'head.id', 'delegation.headDelegateId')
    .leftJoinLateral(
      sql<{ count: number; from: string | null; to: string | null }>`(
        select count(*)::int as count, min(d.arrives_on) as "from", max(d.leaves_on) as "to" from delegate d where ${living})`.as(
        'party',
      ),
      (join) => join.onTrue(),
    )
    .select(['delegation.id', 'delegation.memberId', 'organisation.nameJa', 'organisation.nameEn'])
    .select(['head.familyName', 'head.givenName', 'party.count', 'party.from', 'party.to'])
    .where('delegation.eventId', '=', eventId)
    .orderBy('organisation.kana')
    .orderBy('delegation.id');
  if (memberId) query = query.where('delegation.memberId', '=', memberId);
  return query.execute();
}
export type DelegationListRow = Awaited<ReturnType<typeof listDelegations>>[number];

/** Begins a member's delegation to an event unless there is one; answers its id, and whether it is new. */
export async function openDelegation(tx: Tx, row: { id: string; eventId: string; memberId: string }) {
  const made = await tx
    .insertInto('delegation')
    .values(row)
    .onConflict((conflict) => conflict.columns(['eventId', 'memberId']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) return { id: made.id, isNew: true };
  const there = await tx
    .selectFrom('delegation')
    .select('id')
    .where('eventId', '=', row.eventId)
    .where('memberId', '=', row.memberId)
    .executeTakeFirstOrThrow();
  return { id: there.id, isNew: false };
}

export type DelegationChange = { purpose?: string; headDelegateId?: string | null; minimumParty?: number };

/** Changes a locked delegation and counts its version up. */
export async function updateDelegation(tx: Tx, id: string, change: DelegationChange): Promise<void> {
  await tx
    .updateTable('delegation')
    .set(change)
    .set((set) => ({ version: set('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
