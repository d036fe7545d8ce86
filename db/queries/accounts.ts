import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import type { Role } from '#shared/actor.ts';
import type { AccountId, OrganisationId } from '#shared/ids.ts';
import type { Lang } from '#shared/lang.ts';

export type AccountState = 'invited' | 'active' | 'suspended';
export type AccountRole = Exclude<Role, 'anonymous' | 'worker'>;
export type AccountRow = {
  id: AccountId;
  email: string;
  name: string;
  section: string;
  role: AccountRole;
  memberId: OrganisationId | null;
  memberNameJa: string | null;
  memberNameEn: string | null;
  lang: Lang;
  state: AccountState;
  hotkeys: boolean;
  version: number;
  lastSignedInAt: Date | null;
  demo: boolean;
  totpAt: Date | null;
  mailCode: boolean;
  passkeys: number;
};

/** Accounts with what may be shown of them, for further conditions. */
export function accountRows(db: Db) {
  return db
    .selectFrom('account')
    .leftJoin('organisation', 'organisation.id', 'account.memberId')
    .select([
      'account.id',
      'account.email',
      'account.name',
      'account.section',
      'account.role',
      'account.memberId',
      'organisation.nameJa as memberNameJa',
      'organisation.nameEn as memberNameEn',
      'account.lang',
      'account.state',
      'account.hotkeys',
      'account.version',
      'account.lastSignedInAt',
      'account.demo',
      'account.totpAt',
      'account.mailCode',
      'account.passkeys',
    ])
    .$castTo<AccountRow>();
}

/** One account, or undefined. */
export function findAccount(db: Db, id: string): Promise<AccountRow | undefined> {
  return accountRows(db).where('account.id', '=', id).executeTakeFirst();
}

/**
 * The account with an address, or undefined: the one that has accepted, otherwise one that is invited. With a
 * municipality, only among its own.
 */
export function findAccountByEmail(db: Db, email: string, memberId?: string | null): Promise<AccountRow | undefined> {
  let query = accountRows(db).where('account.email', '=', email);
  if (memberId) query = query.where('account.memberId', '=', memberId);
  return query.orderBy(sql`account.state = 'invited'`).limit(1).executeTakeFirst();
}

export type AccountFilter = { memberId?: string | undefined; office?: boolean | undefined; afterEmail?: string | null };

/** Accounts in the order of their addresses, after one of them. */
export function listAccounts(db: Db, { memberId, office, afterEmail }: AccountFilter, limit: number) {
  let query = accountRows(db).orderBy('account.email').limit(limit);
  if (memberId) query = query.where('account.memberId', '=', memberId);
  if (office !== undefined) query = query.where('account.memberId', office ? 'is' : 'is not', null);
  if (afterEmail) query = query.where('account.email', '>', afterEmail);
  return query.execute();
}

/** The demonstration's accounts, the office first, for the sign-in page. */
export function demoAccounts(db: Db): Promise<AccountRow[]> {
  return accountRows(db)
    .where('account.demo', '=', true)
    .where('account.state', '=', 'active')
    .orderBy('account.memberId', (order) => order.asc().nullsFirst())
    .orderBy('account.email')
    .execute();
}

/** Active people who can own a request, by name. */
export async function listStaff(db: Db) {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name', 'role'])
    .where('state', '=', 'active')
    .where('role', 'in', ['staff_triager', 'staff_coordinator', 'registrar'])
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows as { id: AccountId; name: string; role: AccountRole }[];
}

/** What proves an account's owner. Kept out of every other query, so that it cannot slip into an answer. */
export async function readPasswordHash(db: Db, by: { id: string } | { email: string }) {
  const query = db.selectFrom('account').select(['id', 'passwordHash', 'state']);
  return 'id' in by
    ? query.where('id', '=', by.id).executeTakeFirst()
    : query.where('email', '=', by.email).where('state', '!=', 'invited').executeTakeFirst();
}

/** Locks an account's row and answers what decides about it, or undefined. */
export async function lockAccount(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('account')
    .select(['id', 'role', 'memberId', 'state', 'version', 'hasPassword', 'demo'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, role: row.role as AccountRole, state: row.state as AccountState };
}

/** Locks an account's row with what proves its owner, or undefined; only for whoever is not in yet (`atTheDoor`). */
export async function lockAccountAtTheDoor(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('account')
    .select(['id', 'role', 'memberId', 'state', 'version', 'passwordHash'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, role: row.role as AccountRole, state: row.state as AccountState };
}

/** Locks the active administrators, so that no two changes at once can remove the last of them; answers their ids. */
export async function lockActiveAdmins(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'staff_admin')
    .where('state', '=', 'active')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}

export type AccountChange = Partial<{
  name: string;
  section: string;
  lang: Lang;
  hotkeys: boolean;
  role: AccountRole;
  state: AccountState;
  passwordHash: string;
  lastSignedInAt: Date;
  version: number;
}>;

/** Changes an account; false when the version asked for is no longer the current one. */
export async function updateAccount(tx: Tx, id: string, change: AccountChange, version?: number): Promise<boolean> {
  let query = tx.updateTable('account').set(change).where('id', '=', id);
  if (version !== undefined) query = query.where('version', '=', version);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type NewAccount = {
  id: string;
  email: string;
  name: string;
  role: AccountRole;
  memberId: string | null;
  lang: Lang;
};

/** Adds a person who has been invited; 23505 when the same municipality has invited the address already. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<void> {
  await tx.insertInto('account').values(account).execute();
}

/** Whether there is such a member municipality. */
export async function memberExists(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('membership')
    .select('organisationId')
    .where('organisationId', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
