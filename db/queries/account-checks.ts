import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import type { OrganisationId } from '#shared/ids.ts';
import { type AccountRow, accountRows } from './accounts.ts';

export type Verdict = 'keep' | 'suspend' | 'unanswered';
export type CheckRow = AccountRow & { verdict: Verdict | null; answeredAt: Date | null; answeredBy: string | null };

/**
 * Asks about every active account of a municipality, once a year; false when it has been asked already. Whoever is
 * invited, or comes later in the year, has just been looked at.
 */
export async function openChecks(tx: Tx, year: number, at: Date): Promise<boolean> {
  const first = await tx
    .insertInto('installation')
    .values({ name: `account-check-${year}`, value: at.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (first.numInsertedOrUpdatedRows !== 1n) return false;
  await sql`insert into account_check (account_id, year, member_id, asked_at)
    select id, ${year}, member_id, ${at} from account where member_id is not null and state = 'active'`.execute(tx);
  return true;
}

/**
 * The active managers of the municipalities that have not answered for everybody, and while there are any, the
 * administrators: they answer for a manager who has no colleague.
 */
export async function whoHasToAnswer(db: Db, year: number) {
  const { rows } = await sql<{ accountId: string; memberId: string | null }>`
    select a.id as account_id, a.member_id from account a
    where a.role in ('member_manager', 'staff_admin') and a.state = 'active' and exists (
      select from account_check c where c.year = ${year} and c.verdict is null
        and (a.member_id is null or c.member_id = a.member_id))
    order by a.id`.execute(db);
  return rows;
}

/** The active managers of a municipality, and the administrators of the office. */
export async function managersAndAdmins(db: Db, memberId: string) {
  const { rows } = await sql<{ id: string; office: boolean }>`
    select id, member_id is null as office from account where state = 'active'
      and (role = 'staff_admin' or (role = 'member_manager' and member_id = ${memberId})) order by id`.execute(db);
  return rows;
}

/** The accounts of which nobody said anything in a year, or before. */
export async function unansweredChecks(db: Db, upToYear: number) {
  const { rows } = await sql<{ accountId: string; year: number }>`
    select account_id, year from account_check where verdict is null and year <= ${upToYear}
    order by account_id, year`.execute(db);
  return rows;
}

/** Writes what was said of an account; false when it was not asked, or with `onlyOpen` when it has been answered. */
export async function answerCheck(
  tx: Tx,
  { accountId, year }: { accountId: string; year: number },
  answer: { verdict: Verdict; at: Date; by: string | null },
  onlyOpen = false,
): Promise<boolean> {
  let query = tx
    .updateTable('accountCheck')
    .set({ verdict: answer.verdict, answeredAt: answer.at, answeredBy: answer.by })
    .where('accountId', '=', accountId)
    .where('year', '=', year);
  if (onlyOpen) query = query.where('verdict', 'is', null);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The accounts of a municipality that were asked about in a year, those without an answer first. */
export function checksOf(db: Db, memberId: string, year: number): Promise<CheckRow[]> {
  return accountRows(db)
    .innerJoin('accountCheck', 'accountCheck.accountId', 'account.id')
    .leftJoin('account as answerer', 'answerer.id', 'accountCheck.answeredBy')
    .select(['accountCheck.verdict', 'accountCheck.answeredAt', 'answerer.name as answeredBy'])
    .where('accountCheck.memberId', '=', memberId)
    .where('accountCheck.year', '=', year)
    .orderBy(sql`account_check.verdict is not null`)
    .orderBy('account.email')
    .$castTo<CheckRow>()
    .execute();
}

export type MemberCheckRow = {
  memberId: OrganisationId;
  nameJa: string;
  nameEn: string;
  asked: number;
  waiting: number;
  suspended: number;
};

/** How far each municipality is with a year's check, or one of them; those with something open first. */
export async function checksByMember(db: Db, year: number, memberId: string | null): Promise<MemberCheckRow[]> {
  const { rows } = await sql<MemberCheckRow>`
    select c.member_id, o.name_ja, o.name_en, count(*)::int as asked,
      (count(*) filter (where c.verdict is null))::int as waiting,
      (count(*) filter (where c.verdict in ('suspend', 'unanswered')))::int as suspended
    from account_check c join organisation o on o.id = c.member_id
    where c.year = ${year} and (${memberId}::uuid is null or c.member_id = ${memberId})
    group by c.member_id, o.id
    order by count(*) filter (where c.verdict is null) = 0, o.kana, o.id`.execute(db);
  return rows;
}
