import type { Db, Tx } from '#db/connect.ts';
import type { AccountId, IssuerBindingId } from '#shared/ids.ts';

export type IssuerBinding = { id: IssuerBindingId; issuer: string; createdAt: Date; lastUsedAt: Date | null };

/** By which issuers an account can be signed in to, the oldest first. */
export function issuerBindingsOf(db: Db, accountId: string): Promise<IssuerBinding[]> {
  return db
    .selectFrom('issuerBinding')
    .select(['id', 'issuer', 'createdAt', 'lastUsedAt'])
    .where('accountId', '=', accountId)
    .orderBy('createdAt')
    .orderBy('id')
    .$castTo<IssuerBinding>()
    .execute();
}

/** Whose account an issuer's subject is bound to, or undefined. Nothing else of what an issuer says names an account. */
export async function findIssuerBinding(db: Db, issuer: string, subject: string) {
  const row = await db
    .selectFrom('issuerBinding')
    .select(['id', 'accountId'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row as { id: IssuerBindingId; accountId: AccountId } | undefined;
}

export type NewIssuerBinding = {
  id: IssuerBindingId;
  accountId: string;
  issuer: string;
  subject: string;
  createdAt: Date;
};

/** Binds; 23505 when the subject is bound to an account already, or the account to the issuer. */
export async function insertIssuerBinding(tx: Tx, binding: NewIssuerBinding): Promise<void> {
  await tx.insertInto('issuerBinding').values(binding).execute();
}

/** Notes that somebody signed in by it. */
export async function touchIssuerBinding(tx: Tx, id: IssuerBindingId, at: Date): Promise<void> {
  await tx.updateTable('issuerBinding').set({ lastUsedAt: at }).where('id', '=', id).execute();
}

/** Ends one of an account's; false when it has none with this id. */
export async function endIssuerBindingOf(tx: Tx, accountId: string, id: IssuerBindingId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('issuerBinding')
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** The code of six digits of a municipality; undefined when it is none. */
export async function codeOfMember(db: Db, memberId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('membership')
    .select('lgCode')
    .where('organisationId', '=', memberId)
    .executeTakeFirst();
  return row?.lgCode;
}
