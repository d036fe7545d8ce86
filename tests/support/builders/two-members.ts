import { sql } from 'kysely';
import type { Database } from '#db/connect.ts';
import { withPrivileges } from '#db/privileged.ts';
import { nobody, START } from '../database.ts';
import { type Belongings, belongings } from './belongings.ts';
import { type Surroundings, surroundings } from './surroundings.ts';

export type TwoMembers = { ours: Belongings; theirs: Belongings; around: Surroundings };

/** Two municipalities at one event with one of everything each, so that whatever leaks has something to leak. */
export async function twoMembers(database: Database): Promise<TwoMembers> {
  const two = await database.write(nobody, async (tx) => {
    const around = await surroundings(tx);
    const [ours, theirs] = [await belongings(tx, around, 1), await belongings(tx, around, 2)];
    return { ours, theirs, around };
  });
  await keepPurge(database, two);
  return two;
}

/** A purge that waits for approval, a hold, and a certificate for each municipality: nobody else may write these by themselves. */
function keepPurge(database: Database, { around, ours, theirs }: TwoMembers): Promise<unknown> {
  return withPrivileges(database, async (db) => {
    await sql`insert into vault_purge (id, event_id, kind, report, requested_by, requested_at)
      values (${around.purge}, ${around.eventId}, 'left', '[]', ${ours.account}, ${START})`.execute(db);
    await sql`insert into vault_hold (id, event_id, member_id, reason, placed_by, placed_at)
      values (${around.hold}, ${around.eventId}, ${theirs.member}, '調査', ${ours.account}, ${START})`.execute(db);
    for (const { certificate, member } of [ours, theirs]) {
      await sql`insert into vault_certificate (id, purge_id, event_id, member_id, counts, key_ids, done_at, history_head)
        values (${certificate}, ${around.purge}, ${around.eventId}, ${member},
          '{"identities": 1, "cells": 7, "links": 0, "mails": 0}', '{1}', ${START}, '0:')`.execute(db);
    }
  });
}
