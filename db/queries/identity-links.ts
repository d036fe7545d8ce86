import type { Db, Tx } from '#db/connect.ts';
import type { Lang } from '#shared/lang.ts';

export type NewIdentityLink = {
  id: string;
  delegateId: string;
  eventId: string;
  memberId: string;
  tokenHash: Buffer;
  lang: Lang;
  madeBy: string | null;
  madeAt: Date;
  endsAt: Date;
};

/** Makes the link of a locked delegate; an older one stops working. */
export async function makeIdentityLink(tx: Tx, link: NewIdentityLink): Promise<void> {
  await revokeIdentityLink(tx, link.delegateId, link.madeAt);
  await tx.insertInto('identityLink').values(link).execute();
}

/** Ends the link of a locked delegate; answers whether there was one. */
export async function revokeIdentityLink(tx: Tx, delegateId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('identityLink')
    .set({ revokedAt: at })
    .where('delegateId', '=', delegateId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whose link this is, as long as it works. */
export function findIdentityLink(db: Db, tokenHash: Buffer, now: Date) {
  return db
    .selectFrom('identityLink')
    .select(['id', 'delegateId', 'eventId', 'memberId', 'endsAt'])
    .where('tokenHash', '=', tokenHash)
    .where('revokedAt', 'is', null)
    .where('endsAt', '>', now)
    .executeTakeFirst();
}

/** When the links of some delegates stop working and when each was used last; without a working one there is no row. */
export async function linksOf(db: Db, delegateIds: readonly string[], now: Date) {
  if (delegateIds.length === 0) return [];
  return db
    .selectFrom('identityLink')
    .select(['delegateId', 'endsAt', 'lastUsedAt'])
    .where('delegateId', 'in', [...delegateIds])
    .where('revokedAt', 'is', null)
    .where('endsAt', '>', now)
    .execute();
}

/** Notes that something was done by a link. */
export async function touchIdentityLink(tx: Tx, delegateId: string, at: Date): Promise<void> {
  await tx
    .updateTable('identityLink')
    .set({ lastUsedAt: at })
    .where('delegateId', '=', delegateId)
    .where('revokedAt', 'is', null)
    .execute();
}
