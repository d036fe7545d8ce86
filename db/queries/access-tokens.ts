import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import type { Role, TokenScope } from '#shared/actor.ts';
import type { AccountId, OrganisationId, TokenId } from '#shared/ids.ts';
import type { Lang } from '#shared/lang.ts';

export type TokenHolder = {
  tokenId: TokenId;
  tokenScope: TokenScope;
  lastUsedAt: Date | null;
  accountId: AccountId;
  role: Role;
  memberId: OrganisationId | null;
  name: string;
  lang: Lang;
};

/** Whose access token this is; undefined when it is unknown, over, or its account may not sign in. */
export async function findTokenHolder(db: Db, tokenHash: Buffer, now: Date): Promise<TokenHolder | undefined> {
  const { rows } = await sql<TokenHolder>`/* hot */
    select t.id as token_id, t.scope as token_scope, t.last_used_at,
      a.id as account_id, a.role, a.member_id, a.name, a.lang
    from access_token t join account a on a.id = t.account_id
    where t.token_hash = ${tokenHash} and t.ends_at > ${now} and a.state = 'active'`.execute(db);
  return rows[0];
}

/** Notes that a token was used; does nothing when somebody has just done so. */
export async function touchToken(tx: Tx, id: TokenId, seen: { at: Date; before: Date }): Promise<void> {
  await tx
    .updateTable('accessToken')
    .set({ lastUsedAt: seen.at })
    .where('id', '=', id)
    .where((where) => where.or([where('lastUsedAt', 'is', null), where('lastUsedAt', '<', seen.before)]))
    .execute();
}

export type TokenRow = {
  id: TokenId;
  name: string;
  scope: TokenScope;
  createdAt: Date;
  endsAt: Date;
  lastUsedAt: Date | null;
};

/** The access tokens of an account, the latest first, those whose time is over included. */
export function tokensOf(db: Db, accountId: string): Promise<TokenRow[]> {
  return db
    .selectFrom('accessToken')
    .select(['id', 'name', 'scope', 'createdAt', 'endsAt', 'lastUsedAt'])
    .where('accountId', '=', accountId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .$castTo<TokenRow>()
    .execute();
}

export type NewToken = {
  id: TokenId;
  tokenHash: Buffer;
  accountId: string;
  name: string;
  scope: TokenScope;
  createdAt: Date;
  endsAt: Date;
};

/** Adds a token in the first free place after clearing those that are over; false when all ten are taken. */
export async function insertToken(tx: Tx, token: NewToken, most: number): Promise<boolean> {
  await tx
    .deleteFrom('accessToken')
    .where('accountId', '=', token.accountId)
    .where('endsAt', '<=', token.createdAt)
    .execute();
  const taken = await tx.selectFrom('accessToken').select('number').where('accountId', '=', token.accountId).execute();
  const numbers = new Set(taken.map((row) => row.number));
  const number = Array.from({ length: most }, (_, at) => at + 1).find((one) => !numbers.has(one));
  if (number === undefined) return false;
  await tx
    .insertInto('accessToken')
    .values({ ...token, number })
    .execute();
  return true;
}

/** Ends every token of an account; answers how many there were. */
export async function endTokensOf(tx: Tx, accountId: string): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('accessToken').where('accountId', '=', accountId).executeTakeFirst();
  return Number(numDeletedRows);
}

/** Ends one token of an account; false when it has none with this id. */
export async function endTokenOf(tx: Tx, accountId: string, id: TokenId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('accessToken')
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
