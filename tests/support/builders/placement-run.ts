import type { Tx } from '#db/connect.ts';

/** A proposal that was asked for and stopped. */
export async function aStoppedRun(tx: Tx, of: { id: string; eventId: string; askedBy: string; at: Date }) {
  const { at, ...rest } = of;
  const progress = JSON.stringify({ sessions: 1, seconds: 0, gap: null });
  await tx
    .insertInto('placementRun')
    .values({ ...rest, askedAt: at, beatAt: at, state: 'cancelled', progress })
    .execute();
}
