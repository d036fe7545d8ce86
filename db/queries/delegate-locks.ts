import type { Db, Tx } from '#db/connect.ts';

/** A delegate as whoever gives them a place or a part must know them. */
export type DelegateRow = {
  id: string;
  memberId: string;
  eventId: string;
  familyName: string;
  givenName: string;
  familyLatin: string;
  givenLatin: string;
  titleJa: string;
  titleEn: string;
  level: string;
  arrivesOn: string | null;
  leavesOn: string | null;
};

const COLUMNS = [
  'id',
  'memberId',
  'eventId',
  'familyName',
  'givenName',
  'familyLatin',
  'givenLatin',
  'titleJa',
  'titleEn',
  'level',
  'arrivesOn',
  'leavesOn',
] as const;

/**
 * Locks the delegates of an event who are still in their delegation, by id: whoever gives one person two promises at
 * once waits for the other. Removed people and those of other events are missing from the answer.
 */
export async function lockDelegates(tx: Tx, eventId: string, ids: readonly string[]): Promise<DelegateRow[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('delegate')
    .select(COLUMNS)
    .where('id', 'in', [...ids])
    .where('eventId', '=', eventId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** The named delegates, removed ones too, in no particular order. */
export async function delegatesByIds(db: Db, ids: readonly string[]): Promise<DelegateRow[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('delegate')
    .select(COLUMNS)
    .where('id', 'in', [...ids])
    .execute();
}
