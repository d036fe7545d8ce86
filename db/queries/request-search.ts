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

/** Keeps the folded text of a request for searching: its reference, the municipality's names and what it says. */
export async function indexRequest(
  tx: Tx,
  request: Pick<RequestRecord, 'id' | 'eventId' | 'memberId' | 'reference'>,
  texts: readonly string[],
): Promise<void> {
  const all = [request.reference ?? '', ...(await namesOf(tx, request.memberId)), ...texts].filter(Boolean);
  const text = foldForSearch(all.join(' '));
  // An array parameter: the two drivers agree on a JSON text, not on a list of text.
  const pairs = sql<string[]>`array(select jsonb_array_elements_text(${JSON.stringify(pairsOf(text))}::jsonb))`;
  await tx
    .insertInto('requestSearch')
    .values({ requestId: request.id, eventId: request.eventId, memberId: request.memberId, text, pairs })
    .onConflict((conflict) => conflict.column('requestId').doUpdateSet({ text, pairs }))
    .execute();
}
