import { sql } from 'kysely';
import type { Tx } from '#db/connect.ts';

const MINUTE_MS = 60_000;
export type Tries = { tries: number; oldest: Date; lastAt: Date | null };

/**
 * Counts one more try under a key and answers how many there were in the last `minutes`, with the oldest's minute and
 * when one was last let through (`letThrough`).
 * Tries at once wait for each other, so that none is missed. Rolling back takes the try back.
 */
export async function countTry(tx: Tx, key: string, now: Date, minutes: number): Promise<Tries> {
  const minute = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS);
  const since = new Date(minute.getTime() - (minutes - 1) * MINUTE_MS);
  await tx
    .insertInto('signInTry')
    .values({ key, minute })
    .onConflict((conflict) =>
      conflict.columns(['key', 'minute']).doUpdateSet({ tries: sql<number>`sign_in_try.tries + 1` }),
    )
    .execute();
  const row = await tx
    .selectFrom('signInTry')
    .select(({ fn }) => [
      fn.sum<number>('tries').as('tries'),
      fn.min('minute').as('oldest'),
      fn.max('lastAt').as('lastAt'),
    ])
    .where('key', '=', key)
    .where('minute', '>=', since)
    .executeTakeFirstOrThrow();
  return { tries: Number(row.tries), oldest: row.oldest ?? minute, lastAt: row.lastAt };
}

/** Notes that the try just counted goes on. */
export async function letThrough(tx: Tx, key: string, now: Date): Promise<void> {
  const minute = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS);
  await tx.updateTable('signInTry').set({ lastAt: now }).where('key', '=', key).where('minute', '=', minute).execute();
}

/** Forgets the tries under a key, and of all keys those before an instant. */
export async function forgetTries(tx: Tx, key: string, before: Date): Promise<void> {
  await tx
    .deleteFrom('signInTry')
    .where((where) => where.or([where('key', '=', key), where('minute', '<', before)]))
    .execute();
}
