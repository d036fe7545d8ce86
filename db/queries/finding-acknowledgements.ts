import type { Db, Tx } from '#db/connect.ts';

/** What somebody has let be at an event, with their names. */
export async function acknowledgementsOf(db: Db, eventId: string) {
  return db
    .selectFrom('findingAcknowledgement as f')
    .innerJoin('account as a', 'a.id', 'f.givenBy')
    .select(['f.findingKey', 'f.stamp', 'f.reason', 'f.givenAt', 'a.name as by'])
    .where('f.eventId', '=', eventId)
    .execute();
}

/** Lets a finding be, in place of what was said of it before. */
export async function acknowledge(
  tx: Tx,
  values: { eventId: string; findingKey: string; stamp: string; reason: string; givenBy: string; givenAt: Date },
): Promise<void> {
  const { stamp, reason, givenBy, givenAt } = values;
  await tx
    .insertInto('findingAcknowledgement')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['eventId', 'findingKey']).doUpdateSet({ stamp, reason, givenBy, givenAt }),
    )
    .execute();
}

/** Takes an acknowledgement back; answers whether there was one. */
export async function forgetAcknowledgement(tx: Tx, eventId: string, findingKey: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('findingAcknowledgement')
    .where('eventId', '=', eventId)
    .where('findingKey', '=', findingKey)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
