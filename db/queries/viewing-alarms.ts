import type { Db } from '#db/connect.ts';

const MANY = 'identity.many-revealed';

/** How often somebody has looked at passport data since an instant, and whether that has been told since. Role `worker`. */
export async function viewingsSince(db: Db, actorId: string, since: Date): Promise<{ looks: number; told: boolean }> {
  const rows = await db
    .selectFrom('history')
    .select(['action', ({ fn }) => fn.countAll<string>().as('count')])
    .where('actorId', '=', actorId)
    .where('action', 'in', ['identity.revealed', MANY])
    .where('at', '>', since)
    .groupBy('action')
    .execute();
  const count = (action: string) => Number(rows.find((row) => row.action === action)?.count ?? 0);
  return { looks: count('identity.revealed'), told: count(MANY) > 0 };
}

/** Who is told when somebody looks at much: the active administrators and auditors. Role `worker`. */
export async function watchers(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('account')
    .select('id')
    .where('state', '=', 'active')
    .where('role', 'in', ['staff_admin', 'auditor'])
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** The alarms of the last while, the latest first: who had looked at much, how often, and when. Role `worker`. */
export async function alarmsSince(db: Db, since: Date) {
  return db
    .selectFrom('history')
    .innerJoin('account', 'account.id', 'history.actorId')
    .select(['history.id', 'account.name', 'history.at', 'history.details'])
    .where('action', '=', MANY)
    .where('at', '>', since)
    .orderBy('history.at', 'desc')
    .orderBy('history.id', 'desc')
    .limit(20)
    .execute();
}
