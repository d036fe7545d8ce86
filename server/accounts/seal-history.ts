import type { Database } from '#db/connect.ts';
import { addSeals, horizon, keepSealerState, maySeal, sealerState, unsealedRows } from '#db/queries/history-seal.ts';
import { theProgram } from '../who.ts';
import { BEGINNING, FORM, linkHash } from './history-chain.ts';

/** As many as are hashed and written well within a statement's time. */
const MOST_AT_ONCE = 5_000;

/**
 * Adds to the chain what the record of changes has got since: one round, of 5,000 rows at most. Only rows whose
 * transaction is over are taken, so that none can turn up behind the chain's end; only one round at a time goes on,
 * however many instances share the database. Answers how many were sealed, and whether more may be waiting.
 *
 * With `thorough` it looks at the whole record, and not only behind where it stopped: once after each start, for what
 * a restored copy may have brought.
 */
export function sealHistory(
  database: Database,
  at: Date,
  { thorough = false }: { thorough?: boolean } = {},
): Promise<{ sealed: number; more: boolean }> {
  return database.write(theProgram, async (tx) => {
    if (!(await maySeal(tx))) return { sealed: 0, more: false };
    const state = await sealerState(tx);
    const over = await horizon(tx);
    const since = thorough ? null : (state?.sealedBefore ?? null);
    const rows = await unsealedRows(tx, over, since, MOST_AT_ONCE);
    let { seq, hash } = state ?? BEGINNING;
    const seals = rows.map((row) => {
      seq += 1;
      hash = linkHash(hash, seq, row);
      return { seq, historyId: row.id, hash };
    });
    const more = rows.length === MOST_AT_ONCE;
    if (seals.length > 0) {
      await addSeals(tx, FORM, seals, at);
      // A full round may have stopped in the midst of a transaction's rows: the next one begins where this one did.
      await keepSealerState(tx, { seq, hash, sealedAt: at }, more ? (state?.sealedBefore ?? '0') : over.from);
    }
    return { sealed: seals.length, more };
  });
}
