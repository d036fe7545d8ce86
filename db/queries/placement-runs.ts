import type { Db, Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import type { Proposal, RunProgress } from '#shared/schedule/placement-contract.ts';

export type RunRow = {
  id: string;
  eventId: string;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  askedAt: Date;
  askedBy: string;
  beatAt: Date;
  progress: RunProgress;
  proposal: Proposal | null;
};

function runs(db: Db) {
  return db
    .selectFrom('placementRun as p')
    .innerJoin('account as a', 'a.id', 'p.askedBy')
    .select(['p.id', 'p.eventId', 'p.state', 'p.askedAt', 'p.beatAt', 'p.progress', 'p.proposal', 'a.name as askedBy']);
}

/** The latest run of an event, or undefined. */
export async function latestRun(db: Db, eventId: string): Promise<RunRow | undefined> {
  const row = await runs(db).where('p.eventId', '=', eventId).orderBy('p.id', 'desc').limit(1).executeTakeFirst();
  return row as RunRow | undefined;
}

/** One run, or undefined. */
export async function runById(db: Db, id: string): Promise<RunRow | undefined> {
  const row = await runs(db).where('p.id', '=', id).executeTakeFirst();
  return row as RunRow | undefined;
}

/** Begins a run and answers its id. 23505 while another of the event runs. */
export async function insertRun(
  tx: Tx,
  of: { eventId: string; askedBy: string; askedAt: Date; beatAt: Date; progress: RunProgress },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('placementRun')
    .values({ id, ...of, state: 'running', progress: JSON.stringify(of.progress) })
    .execute();
  return id;
}

/** Notes how far a running run is (wall clock); answers whether it still runs: somebody may have stopped it. */
export async function beat(tx: Tx, id: string, beatAt: Date, progress: RunProgress): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('placementRun')
    .set({ beatAt, progress: JSON.stringify(progress) })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends a running run; answers whether it was still running. */
export async function endRun(
  tx: Tx,
  id: string,
  state: 'done' | 'cancelled' | 'failed',
  proposal: Proposal | null = null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('placementRun')
    .set({ state, proposal: proposal === null ? null : JSON.stringify(proposal) })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends the runs of an event whose instance has stopped beating since an instant of the wall clock. */
export async function endDeadRuns(tx: Tx, eventId: string, since: Date): Promise<void> {
  await tx
    .updateTable('placementRun')
    .set({ state: 'failed' })
    .where('eventId', '=', eventId)
    .where('state', '=', 'running')
    .where('beatAt', '<', since)
    .execute();
}
