import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import type { PapersInput, RunItem } from '#shared/schedule/sheet-contract.ts';

export type Papers = {
  sessionId: string;
  reference: string | null;
  questionsJa: string;
  questionsEn: string;
  biographies: { ja: string; en: string }[];
  items: RunItem[];
};

/** What is written for the sessions named, in one query. */
export async function papersOf(db: Db, sessionIds: readonly string[]): Promise<Papers[]> {
  if (sessionIds.length === 0) return [];
  const { rows } = await sql<Papers>`
    select s.id as session_id, r.reference, s.questions_ja, s.questions_en,
      coalesce((select json_agg(json_build_object('ja', p.biography_ja, 'en', p.biography_en) order by p.position)
        from session_speaker p where p.session_id = s.id), '[]') as biographies,
      coalesce((select json_agg(json_build_object('minutes', i.minutes, 'who', i.who,
          'what', json_build_object('ja', i.what_ja, 'en', i.what_en)) order by i.position)
        from session_item i where i.session_id = s.id), '[]') as items
    from programme_session s left join request r on r.id = s.request_id
    where s.id in (${sql.join([...sessionIds])})`.execute(db);
  return rows;
}

/** Writes what is prepared for a locked session and raises its version. Biographies go by the speakers' order. */
export async function replacePapers(tx: Tx, sessionId: string, papers: PapersInput): Promise<void> {
  const { questions, biographies, items } = papers;
  await tx
    .updateTable('programmeSession')
    .set((eb) => ({ questionsJa: questions.ja, questionsEn: questions.en, version: eb('version', '+', 1) }))
    .where('id', '=', sessionId)
    .execute();
  if (biographies.length > 0) {
    // Who was promoted may have come after a gap, so that it is the order that counts and not the number.
    const lives = sql.join(biographies.map(({ ja, en }, nth) => sql`(${nth}::int, ${ja}::text, ${en}::text)`));
    await sql`
      update session_speaker p set biography_ja = life.ja, biography_en = life.en
      from (select position, row_number() over (order by position) - 1 as nth from session_speaker
        where session_id = ${sessionId}) own
      join (values ${lives}) as life (nth, ja, en) on life.nth = own.nth
      where p.session_id = ${sessionId} and p.position = own.position`.execute(tx);
  }
  await tx.deleteFrom('sessionItem').where('sessionId', '=', sessionId).execute();
  if (items.length === 0) return;
  const rows = items.map(({ minutes, who, what }, position) => ({
    ...{ sessionId, position, minutes, who, whatJa: what.ja, whatEn: what.en },
  }));
  await tx.insertInto('sessionItem').values(rows).execute();
}
