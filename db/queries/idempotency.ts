import { sql } from 'kysely';
import type { Tx } from '../connect.ts';

export type IdempotencyKey = { principal: string; key: string; operation: string };
export type KeptAnswer = { fingerprint: Uint8Array; status: number | null; answer: unknown };

/**
 * Claims a key within the transaction of the effect: null when it is ours, otherwise what was done under it.
 * Waits while another transaction holds the same key; 55P03 when that takes longer than the lock time-out.
 */
export async function claimKey(
  tx: Tx,
  { principal, key, operation }: IdempotencyKey,
  fingerprint: Uint8Array,
  now: Date,
  forgottenBefore: Date,
): Promise<KeptAnswer | null> {
  const claimed = await tx
    .insertInto('idempotency')
    .values({ principal, key, operation, fingerprint: Buffer.from(fingerprint), createdAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['principal', 'key', 'operation'])
        .doUpdateSet({ fingerprint: Buffer.from(fingerprint), status: null, answer: null, createdAt: now })
        .where('idempotency.createdAt', '<', forgottenBefore),
    )
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 1n) return null;
  return tx
    .selectFrom('idempotency')
    .select(['fingerprint', 'status', 'answer'])
    .where('principal', '=', principal)
    .where('key', '=', key)
    .where('operation', '=', operation)
    .executeTakeFirstOrThrow();
}

/** Keeps the answer beside the claim, in the same transaction, so that both exist or neither. */
export async function keepAnswer(
  tx: Tx,
  { principal, key, operation }: IdempotencyKey,
  status: number,
  answer: unknown,
): Promise<void> {
  await tx
    .updateTable('idempotency')
    .set({ status, answer: JSON.stringify(answer) })
    .where('principal', '=', principal)
    .where('key', '=', key)
    .where('operation', '=', operation)
    .execute();
}

/** Forgets answers given before an instant; answers with how many. */
export async function forgetAnswers(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('idempotency').where('createdAt', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}

/**
 * Runs a part of a transaction that may fail on a constraint and be explained afterwards: the part is undone,
 * and the transaction can still be read from. The savepoint is not released, which saves a round trip.
 */
export async function inPart<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  // Nobody waits for it either: when it fails, so does everything after it.
  const begun = sql`savepoint part`.execute(tx);
  try {
    const [result] = await Promise.all([work(tx), begun]);
    return result;
  } catch (error) {
    // When even that fails, the connection is gone, and the first error is the one to tell.
    await sql`rollback to savepoint part`.execute(tx).catch(() => {});
    throw error;
  }
}
