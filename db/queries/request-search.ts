import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import { foldForSearch, pairsOf } from '#shared/requests/search.ts';
import type { RequestRecord } from './requests.ts';

/** The text of a municipality's name in every form people type it. */
async function namesOf(db: Db, memberId: string): Promise<string[]> {
  const row = await db
    .selectFrom('organisation')
    .select(['nameJa', 'nameEn', 'kana'])
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow();
  return [row.nameJa, row.nameEn, row.kana];
}

/** What a request is found by, folded: its reference, the names of the municipality and what it says. */
export function searchText(reference: string | null, names: readonly string[], texts: readonly string[]): string {
  return foldForSearch([reference ?? '', ...names, ...texts].filter(Boolean).join(' '));
}

/** Keeps the folded text of a request for searching: its reference, the municipality's names and what it says. */
export async function indexRequest(
  tx: Tx,
  request: Pick<RequestRecord, 'id' | 'eventId' | 'memberId' | 'reference'>,
  texts: readonly string[],
): Promise<void> {
  const text = searchText(request.reference, await namesOf(tx, request.memberId), texts);
  // An array parameter: the two drivers agree on a JSON text, not on a list of text.
  const pairs = sql<string[]>`array(select jsonb_array_elements_text(${JSON.stringify(pairsOf(text))}::jsonb))`;
  await tx
    .insertInto('requestSearch')
    .values({ requestId: request.id, eventId: request.eventId, memberId: request.memberId, text, pairs })
    .onConflict((conflict) => conflict.column('requestId').doUpdateSet({ text, pairs }))
    .execute();
}
