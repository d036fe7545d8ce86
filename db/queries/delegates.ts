import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';

const COLUMNS = [
  ...(['id', 'delegationId', 'eventId', 'memberId', 'familyName', 'givenName', 'familyKana', 'givenKana'] as const),
  ...(['familyLatin', 'givenLatin', 'titleJa', 'titleEn', 'section', 'level', 'email', 'arrivesOn'] as const),
  ...(['leavesOn', 'position', 'version'] as const),
] as const;

/** Who belongs to a delegation, in its order; whoever was taken out does not. */
export function listDelegates(db: Db, delegationId: string) {
  return db
    .selectFrom('delegate')
    .select(COLUMNS)
    .where('delegationId', '=', delegationId)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}
export type DelegateRow = Awaited<ReturnType<typeof listDelegates>>[number];

/** One delegate who has not been taken out, locked against other changes and against being given anything new. */
export function lockDelegate(tx: Tx, id: string): Promise<DelegateRow | undefined> {
  return tx
    .selectFrom('delegate')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export type DelegateColumns = Omit<
  DelegateRow,
  'id' | 'delegationId' | 'eventId' | 'memberId' | 'position' | 'version'
>;
export type NewDelegate = DelegateColumns & Pick<DelegateRow, 'id' | 'delegationId' | 'eventId' | 'memberId'>;

/** Adds a delegate at the end of a locked delegation; answers their position. */
export async function insertDelegate(tx: Tx, delegate: NewDelegate): Promise<number> {
  const { position } = await tx
    .insertInto('delegate')
    .values({
      ...delegate,
      position: sql<number>`(select coalesce(max(position) + 1, 0) from delegate where delegation_id = ${delegate.delegationId})`,
    })
    .returning('position')
    .executeTakeFirstOrThrow();
  return position;
}

/** Changes a locked delegate. */
export async function updateDelegate(
  tx: Tx,
  id: string,
  change: (DelegateColumns | { removedAt: Date }) & { version: number },
): Promise<void> {
  await tx.updateTable('delegate').set(change).where('id', '=', id).execute();
}

export type Engagements = { pass: boolean; session: boolean; meeting: boolean; request: boolean };

/** What still counts on a delegate: a pass not given back, a planned session, a meeting ahead, an open request. */
export async function engagementsOf(db: Db, delegateId: string): Promise<Engagements> {
  const { rows } = await sql<Engagements>`select
    exists (select from pass where delegate_id = ${delegateId} and state <> 'released') as pass,
    exists (select from session_speaker s join programme_session p on p.id = s.session_id
      where s.delegate_id = ${delegateId} and p.state = 'planned') as session,
    exists (select from meeting_delegate d join meeting m on m.id = d.meeting_id
      where d.delegate_id = ${delegateId} and m.state not in ('held', 'cancelled')) as meeting,
    exists (select from request_delegate d join request r on r.id = d.request_id
      where d.delegate_id = ${delegateId} and r.closed_at is null) as request`.execute(db);
  return rows[0] ?? { pass: false, session: false, meeting: false, request: false };
}
