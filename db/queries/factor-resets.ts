import type { Db, Tx } from '#db/connect.ts';
import type { AccountId, FactorResetId } from '#shared/ids.ts';

export type FactorReset = {
  id: FactorResetId;
  accountId: AccountId;
  requestedBy: AccountId;
  endsAt: Date;
};

/** Closes what nobody approved in time, so that it can be asked for anew. */
export async function expireFactorResets(tx: Tx, now: Date): Promise<void> {
  await tx
    .updateTable('factorReset')
    .set({ outcome: 'expired', settledAt: now })
    .where('outcome', 'is', null)
    .where('endsAt', '<=', now)
    .execute();
}

export type NewFactorReset = { id: string; accountId: string; requestedBy: string; requestedAt: Date; endsAt: Date };

/** Asks for a second administrator; 23505 while one is asked for already. */
export async function insertFactorReset(tx: Tx, reset: NewFactorReset): Promise<void> {
  await tx.insertInto('factorReset').values(reset).execute();
}

/** Locks an open reset; undefined when there is none, or it is over. */
export async function lockFactorReset(tx: Tx, id: string, now: Date): Promise<FactorReset | undefined> {
  const row = await tx
    .selectFrom('factorReset')
    .select(['id', 'accountId', 'requestedBy', 'endsAt'])
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .where('endsAt', '>', now)
    .forUpdate()
    .executeTakeFirst();
  return row as FactorReset | undefined;
}

/** Whether there is such a reset at all, open or settled. */
export async function factorResetExists(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('factorReset').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** Closes a reset as approved by another administrator, or as withdrawn. */
export async function settleFactorReset(
  tx: Tx,
  id: string,
  { by, outcome, at }: { by: string; outcome: 'approved' | 'withdrawn'; at: Date },
): Promise<void> {
  await tx.updateTable('factorReset').set({ outcome, settledBy: by, settledAt: at }).where('id', '=', id).execute();
}

/** What waits for a second administrator, the oldest first. */
export async function openFactorResets(db: Db, now: Date) {
  const rows = await db
    .selectFrom('factorReset')
    .innerJoin('account', 'account.id', 'factorReset.accountId')
    .innerJoin('account as asker', 'asker.id', 'factorReset.requestedBy')
    .select(['factorReset.id', 'factorReset.accountId', 'account.name', 'account.email'])
    .select(['factorReset.requestedBy', 'asker.name as requestedByName', 'requestedAt', 'endsAt'])
    .where('outcome', 'is', null)
    .where('endsAt', '>', now)
    .orderBy('requestedAt')
    .execute();
  return rows as ((typeof rows)[number] & FactorReset)[];
}

/** The other active administrators, who can approve. */
export async function otherAdmins(db: Db, except: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'staff_admin')
    .where('state', '=', 'active')
    .where('id', 'not in', except)
    .execute();
  return rows.map((row) => row.id);
}
