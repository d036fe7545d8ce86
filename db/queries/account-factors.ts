import type { Db, Tx } from '#db/connect.ts';

export type TotpState = 'pending' | 'active';

/** Keeps a key that has been shown and not yet been proved, in the place of an older one. */
export async function keepPendingTotp(tx: Tx, accountId: string, secret: Buffer, at: Date): Promise<void> {
  await tx
    .insertInto('accountTotp')
    .values({ accountId, state: 'pending', secret, createdAt: at })
    .onConflict((conflict) =>
      conflict.columns(['accountId', 'state']).doUpdateSet({ secret, createdAt: at, lastStep: null }),
    )
    .execute();
}

/** An account's key as it is kept, with the step used last; undefined when there is none. */
export async function findTotp(db: Db, accountId: string, state: TotpState) {
  return db
    .selectFrom('accountTotp')
    .select(['secret', 'lastStep', 'createdAt'])
    .where('accountId', '=', accountId)
    .where('state', '=', state)
    .executeTakeFirst();
}

/** Spends a step and all before it, and keeps the key as sealed anew: of several at once exactly one gets true. */
export async function spendTotpStep(tx: Tx, accountId: string, step: number, secret: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('accountTotp')
    .set({ lastStep: step, secret })
    .where('accountId', '=', accountId)
    .where('state', '=', 'active')
    .where((where) => where.or([where('lastStep', 'is', null), where('lastStep', '<', step)]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Puts the pending key in the place of the active one; the step that proved it is spent. */
export async function activateTotp(tx: Tx, accountId: string, step: number, at: Date): Promise<void> {
  await tx.deleteFrom('accountTotp').where('accountId', '=', accountId).where('state', '=', 'active').execute();
  await tx
    .updateTable('accountTotp')
    .set({ state: 'active', lastStep: step })
    .where('accountId', '=', accountId)
    .where('state', '=', 'pending')
    .execute();
  await tx.updateTable('account').set({ totpAt: at }).where('id', '=', accountId).execute();
}

/** Takes the authenticator app away from an account. */
export async function dropTotp(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('accountTotp').where('accountId', '=', accountId).execute();
  await tx.updateTable('account').set({ totpAt: null }).where('id', '=', accountId).execute();
}

/** Takes the recovery codes away from an account that has nothing left for which they could stand in. */
export async function dropRecoveryCodes(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('recoveryCode').where('accountId', '=', accountId).execute();
}

/** Whether a mailed code is asked for at sign-in. */
export async function chooseMailCode(tx: Tx, accountId: string, on: boolean): Promise<void> {
  await tx.updateTable('account').set({ mailCode: on }).where('id', '=', accountId).execute();
}

/** Puts new recovery codes in the place of all older ones, used or not. */
export async function keepRecoveryCodes(tx: Tx, accountId: string, hashes: readonly Buffer[], at: Date) {
  await tx.deleteFrom('recoveryCode').where('accountId', '=', accountId).execute();
  await tx
    .insertInto('recoveryCode')
    .values(hashes.map((codeHash) => ({ accountId, codeHash, createdAt: at })))
    .execute();
}

/** Spends a recovery code: of several at once exactly one gets true. */
export async function spendRecoveryCode(
  tx: Tx,
  accountId: string,
  hashes: readonly Buffer[],
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recoveryCode')
    .set({ usedAt: at })
    .where('accountId', '=', accountId)
    .where('codeHash', 'in', hashes)
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** How many recovery codes have not been used yet. */
export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('recoveryCode')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('accountId', '=', accountId)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The keys of all apps as they are kept. Role of the program. */
export function totpSecrets(db: Db) {
  return db.selectFrom('accountTotp').select(['accountId', 'secret']).orderBy('accountId').execute();
}

/** Puts the same key sealed anew in the place of how it was kept; false when it is kept otherwise by now. */
export async function replaceTotpSecret(tx: Tx, accountId: string, before: Buffer, secret: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('accountTotp')
    .set({ secret })
    .where('accountId', '=', accountId)
    .where('secret', '=', before)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
