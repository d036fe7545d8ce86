import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import type { Receiver } from '#shared/delegations/consent.ts';
import type { Lang } from '#shared/lang.ts';

export type ConsentRow = {
  delegateId: string;
  receiver: Receiver;
  textVersion: string;
  lang: Lang;
  method: 'link' | 'paper';
  givenAt: Date;
  country: string;
  provisional: boolean;
  endedAt: Date | null;
  endedAs: 'withdrawn' | 'replaced' | null;
};

/** The latest consent of each delegate to each receiver. */
export async function latestConsents(db: Db, delegateIds: readonly string[]): Promise<ConsentRow[]> {
  if (delegateIds.length === 0) return [];
  const { rows } = await sql<ConsentRow>`
    select distinct on (delegate_id, receiver) delegate_id, receiver, text_version, lang, method, given_at, country,
      provisional, ended_at, ended_as
    from consent where delegate_id = any(${[...delegateIds]}::uuid[])
    order by delegate_id, receiver, ended_at is not null, given_at desc, id desc`.execute(db);
  return rows;
}

export type NewConsent = Pick<ConsentRow, 'delegateId' | 'receiver' | 'textVersion' | 'lang' | 'method' | 'givenAt'> &
  Pick<ConsentRow, 'country' | 'provisional'> & { eventId: string; memberId: string; recordedBy: string | null };

/** Writes down a consent of a locked delegate; the one before it to the same receiver is replaced. */
export async function giveConsent(tx: Tx, consent: NewConsent): Promise<void> {
  await endConsent(tx, consent, 'replaced', consent.givenAt);
  await tx
    .insertInto('consent')
    .values({ id: newId(), ...consent })
    .execute();
}

/** Ends the consent that a locked delegate has given; answers whether there was one. */
export async function endConsent(
  tx: Tx,
  { delegateId, receiver }: { delegateId: string; receiver: Receiver },
  endedAs: 'withdrawn' | 'replaced',
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('consent')
    .set({ endedAs, endedAt: sql<Date>`greatest(given_at, ${at}::timestamptz)` })
    .where('delegateId', '=', delegateId)
    .where('receiver', '=', receiver)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
