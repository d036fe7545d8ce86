import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';

/** Notes that a person has the programme of an event open (wall clock). */
export async function markInEditor(tx: Tx, eventId: string, accountId: string, presentAt: Date): Promise<void> {
  await tx
    .insertInto('editorPresence')
    .values({ eventId, accountId, presentAt })
    .onConflict((conflict) => conflict.columns(['eventId', 'accountId']).doUpdateSet({ presentAt }))
    .execute();
}

/** The names of the others who have had it open since an instant of the wall clock. */
export async function othersInEditor(db: Db, eventId: string, accountId: string, since: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('editorPresence')
    .innerJoin('account', 'account.id', 'editorPresence.accountId')
    .select('account.name')
    .where('editorPresence.eventId', '=', eventId)
    .where('editorPresence.presentAt', '>=', since)
    .where('account.id', '<>', accountId)
    .orderBy('account.name')
    .orderBy('account.id')
    .execute();
  return rows.map((row) => row.name);
}

/** A text that differs when any session of an event's draft has been added or changed. */
export async function draftMark(db: Db, eventId: string): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select count(*) || '.' || coalesce(sum(version), 0) as mark from programme_session
    where event_id = ${eventId}`.execute(db);
  return rows[0]?.mark ?? '';
}
