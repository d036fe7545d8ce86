import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import type { RequestId } from '#shared/ids.ts';

/** The answers of request `r` as one number: what a sign-off was given for. */
const contentHash = sql`sha256(convert_to(r.details::text, 'UTF8'))`;

export type SignOffRule = { required: boolean; approverId: string | null };

/** A municipality's rule; none is the same as not asking. */
export async function signOffRule(db: Db, memberId: string): Promise<SignOffRule> {
  const row = await db
    .selectFrom('signOffRule')
    .select(['required', 'approverId'])
    .where('memberId', '=', memberId)
    .executeTakeFirst();
  return row ?? { required: false, approverId: null };
}

/** Sets a municipality's rule. */
export async function keepSignOffRule(tx: Tx, memberId: string, rule: SignOffRule): Promise<void> {
  await tx
    .insertInto('signOffRule')
    .values({ memberId, ...rule })
    .onConflict((conflict) => conflict.column('memberId').doUpdateSet(rule))
    .execute();
}

/** Whether a request may leave its municipality: neither its rule nor the call asks, or a sign-off holds for these very answers. */
export async function mayLeave(
  db: Db,
  requestId: RequestId,
  askedByCall = false,
): Promise<'free' | 'signed-off' | 'missing' | 'lapsed'> {
  const { rows } = await sql<{ required: boolean; given: boolean; holds: boolean }>`
    select coalesce(u.required, false) as required, coalesce(s.state = 'given', false) as given,
      coalesce(s.state = 'given' and s.content_hash = ${contentHash}, false) as holds
    from request r left join sign_off_rule u on u.member_id = r.member_id left join sign_off s on s.request_id = r.id
    where r.id = ${requestId}`.execute(db);
  const [row] = rows;
  if (!row || !(row.required || askedByCall)) return 'free';
  if (row.holds) return 'signed-off';
  return row.given ? 'lapsed' : 'missing';
}

export type SignOff = {
  state: 'waiting' | 'given' | 'returned';
  number: string;
  decidedOn: string | null;
  approver: string;
  approverId: string | null;
  askedBy: string | null;
  comment: string;
  at: Date;
};

/** Keeps a request's sign-off, for the answers as they are now, in place of the one before. */
export async function keepSignOff(tx: Tx, requestId: RequestId, signOff: SignOff): Promise<void> {
  const { state, number, decidedOn, approver, approverId, askedBy, comment, at } = signOff;
  await sql`insert into sign_off
      (request_id, member_id, state, number, decided_on, approver, approver_id, asked_by, comment, content_hash, at)
    select r.id, r.member_id, ${state}, ${number}, ${decidedOn}::date, ${approver}, ${approverId}::uuid,
      ${askedBy}::uuid, ${comment}, ${contentHash}, ${at}::timestamptz from request r where r.id = ${requestId}
    on conflict (request_id) do update set state = excluded.state, number = excluded.number,
      decided_on = excluded.decided_on, approver = excluded.approver, approver_id = excluded.approver_id,
      asked_by = excluded.asked_by, comment = excluded.comment, content_hash = excluded.content_hash,
      at = excluded.at`.execute(tx);
}

/** Who asked for a request's sign-off that is still to be given; undefined when none is waited for. */
export async function waitingSignOff(db: Db, requestId: RequestId): Promise<{ askedBy: string | null } | undefined> {
  return db
    .selectFrom('signOff')
    .select('askedBy')
    .where('requestId', '=', requestId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
}

/** The drafts of a municipality that wait for its own sign-off, the longest first. */
export async function draftsWaiting(db: Db, memberId: string) {
  return db
    .selectFrom('signOff as s')
    .innerJoin('request as r', 'r.id', 's.requestId')
    .leftJoin('account as a', 'a.id', 's.askedBy')
    .select(['r.id', 'r.kind', 'r.titleJa', 'r.titleEn', 'a.name as askedBy', 's.at'])
    .where('s.memberId', '=', memberId)
    .where('s.state', '=', 'waiting')
    .where('r.state', '=', 'draft')
    .orderBy('s.at')
    .orderBy('r.id')
    .limit(200)
    .execute();
}
