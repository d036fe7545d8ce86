import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import type { AccountId, AuthorityId, DelegateId, OrganisationId, SessionId } from '#shared/ids.ts';
import type { Bilingual } from '#shared/lang.ts';

/** The name of the delegate `d` as people read it: 石黒 誠, Makoto Ishiguro; English is empty until known. */
export const delegateName = sql<Bilingual>`json_build_object('ja', d.family_name || ' ' || d.given_name,
  'en', trim(initcap(d.given_latin || ' ' || d.family_latin)))`;

export type AuthorityRow = {
  id: AuthorityId;
  memberId: OrganisationId;
  accountId: AccountId;
  accountName: string;
  delegateId: DelegateId;
  delegateName: Bilingual;
  eventShortName: string;
  fromDay: string;
  untilDay: string;
  endedAt: Date | null;
};

const rows = (where: RawBuilder<unknown>) => sql<AuthorityRow>`
  select u.id, u.member_id, u.account_id, coalesce(nullif(a.name, ''), a.email) as account_name, u.delegate_id,
    ${delegateName} as delegate_name, e.short_name as event_short_name, u.from_day::text, u.until_day::text, u.ended_at
  from authority u join account a on a.id = u.account_id join delegate d on d.id = u.delegate_id
    join event e on e.id = d.event_id
  where ${where} order by u.until_day desc, u.id desc limit 200`;

/** Who may act for whom in a municipality, the latest end first. Up to 200. */
export async function authoritiesOf(db: Db, memberId: string): Promise<AuthorityRow[]> {
  return (await rows(sql`u.member_id = ${memberId}`).execute(db)).rows;
}

/** One authority, or undefined. */
export async function findAuthority(db: Db, id: string): Promise<AuthorityRow | undefined> {
  return (await rows(sql`u.id = ${id}`).execute(db)).rows[0];
}

export type NewAuthority = {
  id: AuthorityId;
  memberId: string;
  accountId: string;
  delegateId: string;
  fromDay: string;
  untilDay: string;
  givenBy: string;
  givenAt: Date;
};

/** Gives an authority; false when the account has one for the person on one of these days. Call it with the account locked. */
export async function insertAuthority(tx: Tx, authority: NewAuthority): Promise<boolean> {
  const { accountId, delegateId, fromDay, untilDay } = authority;
  const held = await tx
    .selectFrom('authority')
    .select('id')
    .where('accountId', '=', accountId)
    .where('delegateId', '=', delegateId)
    .where('endedAt', 'is', null)
    .where('fromDay', '<=', untilDay)
    .where('untilDay', '>=', fromDay)
    .executeTakeFirst();
  if (held) return false;
  await tx.insertInto('authority').values(authority).execute();
  return true;
}

/** Ends an authority; false when it has been ended. */
export async function endAuthority(tx: Tx, id: string, ended: { endedAt: Date; endedBy: string }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('authority')
    .set(ended)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends whatever is held for a person who leaves a delegation; answers what it was. */
export async function endAuthoritiesFor(
  tx: Tx,
  delegateId: string,
  ended: { endedAt: Date; endedBy: string },
): Promise<AuthorityId[]> {
  const done = await tx
    .updateTable('authority')
    .set(ended)
    .where('delegateId', '=', delegateId)
    .where('endedAt', 'is', null)
    .returning('id')
    .execute();
  return done.map(({ id }) => id as AuthorityId);
}

/** Chooses by which authority a session of the account acts, or by none. */
export async function actBy(
  tx: Tx,
  { accountId, sessionId }: { accountId: string; sessionId: SessionId },
  authorityId: AuthorityId | null,
): Promise<void> {
  await tx
    .updateTable('accountSession')
    .set({ authorityId })
    .where('id', '=', sessionId)
    .where('accountId', '=', accountId)
    .execute();
}

export type Acting = { authorityId: AuthorityId; name: Bilingual; until: string };

/** By which authority a session acts, and for whom; undefined when by none. */
export async function actingOf(db: Db, sessionId: SessionId): Promise<Acting | undefined> {
  const { rows } = await sql<Acting>`
    select u.id as authority_id, ${delegateName} as name, u.until_day::text as until
    from account_session s join authority u on u.id = s.authority_id join delegate d on d.id = u.delegate_id
    where s.id = ${sessionId}`.execute(db);
  return rows[0];
}

/** The name of somebody for whom others act; null when there is nobody to be seen. */
export async function principalName(db: Db, delegateId: DelegateId): Promise<Bilingual | null> {
  const { rows } = await sql<{ name: Bilingual }>`
    select ${delegateName} as name from delegate d where d.id = ${delegateId}`.execute(db);
  return rows[0]?.name ?? null;
}
