import { sql } from 'kysely';
import type { Tx } from '#db/connect.ts';

/** After so many wrong tries a mailed code is over. */
const MOST_TRIES = 5;

/** Makes a mailed code valid for one session that is signing in, in the place of an older one. A session that is gone gets none. */
export async function issueSignInCode(tx: Tx, sessionId: string, codeHash: Buffer, endsAt: Date): Promise<void> {
  await sql`
    insert into sign_in_code (session_id, code_hash, ends_at)
    select id, ${codeHash}, ${endsAt} from account_session where id = ${sessionId} and aal = 1
    on conflict (session_id) do update set code_hash = excluded.code_hash, ends_at = excluded.ends_at,
      tries = case when sign_in_code.code_hash = excluded.code_hash then sign_in_code.tries else 0 end`.execute(tx);
}

/** Counts a try at a session's mailed code and answers whether it fits; one that fits is spent. */
export async function trySignInCode(tx: Tx, sessionId: string, codeHash: Buffer, now: Date): Promise<boolean> {
  const row = await tx
    .updateTable('signInCode')
    .set({ tries: sql<number>`tries + 1` })
    .where('sessionId', '=', sessionId)
    .where('endsAt', '>', now)
    .where('tries', '<', MOST_TRIES)
    .returning('codeHash')
    .executeTakeFirst();
  if (!row?.codeHash.equals(codeHash)) return false;
  await tx.deleteFrom('signInCode').where('sessionId', '=', sessionId).execute();
  return true;
}
