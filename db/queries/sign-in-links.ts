import type { Db, Tx } from '#db/connect.ts';

export type LinkPurpose = 'sign_in' | 'invitation';
export type NewLink = { tokenHash: Buffer; accountId: string; purpose: LinkPurpose; at: Date; endsAt: Date };

/** Makes a link valid and the account's older ones of the same purpose invalid. A used link stays used. */
export async function issueLink(tx: Tx, { at, ...link }: NewLink): Promise<void> {
  await tx
    .deleteFrom('signInLink')
    .where('accountId', '=', link.accountId)
    .where('purpose', '=', link.purpose)
    .where('tokenHash', '!=', link.tokenHash)
    .execute();
  await tx
    .insertInto('signInLink')
    .values({ ...link, createdAt: at })
    .onConflict((conflict) => conflict.column('tokenHash').doUpdateSet({ endsAt: link.endsAt }))
    .execute();
}

/** Whose valid, unused link this is; spends nothing. Undefined when it is not one. */
export async function findLink(db: Db, tokenHash: Buffer, purpose: LinkPurpose, now: Date) {
  const row = await db
    .selectFrom('signInLink')
    .select('accountId')
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('endsAt', '>', now)
    .executeTakeFirst();
  return row?.accountId;
}

/** Spends a link: of any number at once exactly one gets the account's id, the others undefined. */
export async function spendLink(tx: Tx, tokenHash: Buffer, purpose: LinkPurpose, now: Date) {
  const row = await tx
    .updateTable('signInLink')
    .set({ usedAt: now })
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('endsAt', '>', now)
    .returning('accountId')
    .executeTakeFirst();
  return row?.accountId;
}
