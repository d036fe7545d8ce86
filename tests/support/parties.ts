import type { Database } from '#db/connect.ts';
import { type AnEvent, aPassRequest, someDelegates } from './builders/passes.ts';
import { nobody } from './database.ts';

/** Delegates of a municipality who are named in a request for passes that stands in `state`; answers their ids. */
export async function aParty(
  database: Database,
  event: AnEvent,
  memberId: string | null,
  names: readonly string[],
  state = 'approved',
): Promise<string[]> {
  const member = { id: memberId ?? '', name: '' };
  const ids = await someDelegates(database, event, member, names);
  const request = await aPassRequest(database, event, member, ids, { state });
  await database.write(nobody, async (tx) => {
    const rows = ids.map((delegateId, position) => ({
      ...{ requestId: request.id, memberId: member.id, delegateId, position },
    }));
    await tx.insertInto('requestDelegate').values(rows).execute();
  });
  return ids;
}

/** What the history says of delegates, oldest first. */
export async function delegateHistory(database: Database) {
  const rows = await database.read(nobody, (db) =>
    db.selectFrom('history').selectAll().where('subject', '=', 'delegate').orderBy('id').execute(),
  );
  return rows.map(({ action, actorRole, details }) => ({ action, actorRole, details }));
}
