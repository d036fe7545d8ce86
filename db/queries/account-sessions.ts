import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import type { Role } from '#shared/actor.ts';
import type { AccountId, DelegateId, OrganisationId, SessionId } from '#shared/ids.ts';
import type { Lang } from '#shared/lang.ts';

export type FoundSession = {
  sessionId: SessionId;
  lastSeenAt: Date;
  accountId: AccountId;
  role: Role;
  memberId: OrganisationId | null;
  name: string;
  lang: Lang;
  aal: 1 | 2;
  stepUpAt: Date | null;
  demo: boolean;
  totp: boolean;
  mailCode: boolean;
  passkey: boolean;
  actingFor: DelegateId | null;
};

/**
 * Whose live session this is, and for whom it acts on this day of Japan; undefined when it is unknown, over, or its
 * account may not sign in.
 */
export async function findSession(
  db: Db,
  tokenHash: Buffer,
  { now, today }: { now: Date; today: string },
): Promise<FoundSession | undefined> {
  const { rows } = await sql<FoundSession>`/* hot */
    select s.id as session_id, s.last_seen_at, s.aal, s.step_up_at, a.id as account_id, a.role, a.member_id, a.name,
      a.lang, a.demo, a.totp_at is not null as totp, a.mail_code, a.passkeys > 0 as passkey,
      u.delegate_id as acting_for
    from account_session s join account a on a.id = s.account_id
      left join authority u on u.id = s.authority_id and u.ended_at is null
        and ${today}::date between u.from_day and u.until_day
    where s.token_hash = ${tokenHash} and s.idle_ends_at > ${now} and s.ends_at > ${now} and a.state = 'active'`.execute(
    db,
  );
  return rows[0];
}

/** Moves the end by idleness; does nothing when somebody has just done so. */
export async function touchSession(tx: Tx, id: SessionId, seen: { at: Date; before: Date; idleEndsAt: Date }) {
  await tx
    .updateTable('accountSession')
    .set({ lastSeenAt: seen.at, idleEndsAt: seen.idleEndsAt })
    .where('id', '=', id)
    .where('lastSeenAt', '<', seen.before)
    .execute();
}

export type FirstFactor = 'password' | 'link' | 'invitation' | 'passkey' | 'issuer';
export type SecondFactor = 'totp' | 'recovery' | 'mail' | 'passkey' | 'issuer';

export type NewSession = {
  id: string;
  tokenHash: Buffer;
  accountId: string;
  device: string;
  firstFactor: FirstFactor;
  /** Given when one act has proved both. */
  secondFactor: SecondFactor | null;
  stepUpAt: Date | null;
  at: Date;
  idleEndsAt: Date;
  endsAt: Date;
};

/** Begins a session and ends what is over or, beyond `most`, oldest. Call it with the account's row locked. */
export async function insertSession(tx: Tx, { at, ...session }: NewSession, most: number): Promise<void> {
  await tx
    .insertInto('accountSession')
    .values({ ...session, aal: session.secondFactor ? 2 : 1, createdAt: at, lastSeenAt: at })
    .execute();
  const kept = tx
    .selectFrom('accountSession')
    .select('id')
    .where('accountId', '=', session.accountId)
    .where('idleEndsAt', '>', at)
    .where('endsAt', '>', at)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(most);
  await tx
    .deleteFrom('accountSession')
    .where('accountId', '=', session.accountId)
    .where('id', 'not in', kept)
    .execute();
}

export type Renewal = {
  /** The session as it was: exactly one of several renewals at once finds it. */
  id: SessionId;
  tokenHash: Buffer;
  newId: string;
  newTokenHash: Buffer;
  stepUpAt: Date;
  /** Given when a second factor has been proved. */
  factor?: SecondFactor | undefined;
  /** Given when nothing is owed any more: the session lasts as long as a whole one from then on. */
  ends?: { idleEndsAt: Date; endsAt: Date } | undefined;
};

/** Gives a session a new token and a new id; the old token is over in the same statement. False when it was gone. */
export async function renewSession(tx: Tx, { id, tokenHash, newId, newTokenHash, stepUpAt, factor, ends }: Renewal) {
  await tx.deleteFrom('signInCode').where('sessionId', '=', id).execute();
  const proved = factor && { aal: 2, secondFactor: factor };
  const { numUpdatedRows } = await tx
    .updateTable('accountSession')
    .set({ id: newId, tokenHash: newTokenHash, stepUpAt, ...proved, ...ends })
    .where('id', '=', id)
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** By what a session was begun; undefined when it is gone. */
export async function firstFactorOf(db: Db, id: SessionId): Promise<FirstFactor | undefined> {
  const row = await db.selectFrom('accountSession').select('firstFactor').where('id', '=', id).executeTakeFirst();
  return row?.firstFactor as FirstFactor | undefined;
}

/** The live sessions of an account, the latest first. */
export async function sessionsOf(db: Db, accountId: string, now: Date) {
  return db
    .selectFrom('accountSession')
    .select(['id', 'device', 'createdAt', 'lastSeenAt'])
    .where('accountId', '=', accountId)
    .where('idleEndsAt', '>', now)
    .where('endsAt', '>', now)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Ends the session that holds a token, whoever it belongs to. */
export async function endSessionOfToken(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom('accountSession').where('tokenHash', '=', tokenHash).execute();
}

/** Ends one session of an account; false when it has none with this id. */
export async function endSessionOf(tx: Tx, accountId: string, id: SessionId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('accountSession')
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Ends every session of an account, but for the one named. */
export async function endSessionsOf(tx: Tx, accountId: string, except: SessionId | null): Promise<void> {
  let query = tx.deleteFrom('accountSession').where('accountId', '=', accountId);
  if (except) query = query.where('id', '!=', except);
  await query.execute();
}
