import type { Db, Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';

/** Which places among its proposals to a call a municipality has taken. A withdrawn proposal leaves its place. */
export async function placesTaken(db: Db, callId: string, memberId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('request')
    .select('callPlace')
    .where('callId', '=', callId)
    .where('memberId', '=', memberId)
    .where('state', '<>', 'withdrawn')
    .execute();
  return rows.flatMap(({ callPlace }) => (callPlace === null ? [] : [callPlace]));
}

/** Adds the proposal of a request that was sent to a call. Answers nothing: whoever sends it may not read it. */
export async function insertProposal(
  tx: Tx,
  of: { eventId: string; callId: string; requestId: string; memberId: string; submittedAt: Date },
): Promise<void> {
  await tx
    .insertInto('proposal')
    .values({ id: newId(), ...of })
    .execute();
}
