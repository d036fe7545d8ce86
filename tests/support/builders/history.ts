import { sql } from 'kysely';
import type { Database } from '#db/connect.ts';
import { withPrivileges } from '#db/privileged.ts';
import { sealHistory } from '#server/accounts/seal-history.ts';
import { nobody } from '#tests/support/database.ts';

/** Adds many plausible rows to the record of changes, in one transaction. */
export async function addHistory(database: Database, count: number): Promise<void> {
  await database.write(nobody, (tx) =>
    sql`insert into history (id, at, actor_id, actor_role, subject, subject_id, action, from_state, to_state, reason, details)
      select gen_random_uuid(), timestamptz '2027-01-01T00:00:00Z' + n * interval '1 second', gen_random_uuid(),
        'staff_coordinator', 'request', gen_random_uuid(), 'approve', 'in_triage', 'approved',
        case when n % 3 = 0 then '理由' || n end, jsonb_build_object('n', n, 'pool', gen_random_uuid())
      from generate_series(1, ${count}) n`.execute(tx),
  );
}

/** Seals until nothing is left; on a busy server a transaction of somebody else may hold the last rows up. */
export async function sealAll(database: Database, thorough = false): Promise<number> {
  const unsealed = async () =>
    (
      await database.read(nobody, (db) =>
        sql<{ n: number }>`select count(*)::int as n from history h
          where not exists (select from history_seal s where s.history_id = h.id)`.execute(db),
      )
    ).rows[0]?.n ?? 0;
  let sealed = 0;
  for (let tries = 0; tries < 1_200 && (await unsealed()) > 0; tries += 1) {
    const round = await sealHistory(database, new Date(), { thorough });
    sealed += round.sealed;
    if (round.sealed === 0) await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return sealed;
}

/** Does what only somebody who holds the whole database can do: changes rows behind the triggers. */
export function behindTheTriggers(database: Database, script: string): Promise<void> {
  return withPrivileges(database, (_, line) =>
    line.script(`begin; set local session_replication_role = replica; ${script}; commit`),
  );
}
