import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import { pairsOf } from '#shared/requests/search.ts';

/** From so many matches on, it is quicker to walk the list in its order than to fetch all matches and sort them. */
const MANY = 1_500;

const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&');

/**
 * The condition that request `r` holds every one of the words, each of at least two characters. How frequent their
 * pairs of characters are decides the way: the planner alone picks the wrong one for half of all words.
 */
export async function holdsWords(db: Db, actor: Actor, words: readonly string[]): Promise<RawBuilder<unknown>> {
  const like = sql.join(
    words.map((word) => sql`s.text like ${`%${escapeLike(word)}%`}`),
    sql` and `,
  );
  const pairs = [...new Set(words.flatMap(pairsOf))];
  // A municipality has few requests: reading those is always quickest.
  if (isMember(actor) || (await isFrequent(db, pairs))) {
    return sql`(select ${like} from request_search s where s.request_id = r.id)`;
  }
  return sql`r.id = any(array(select s.request_id from request_search s where ${holds(pairs)} and ${like}))`;
}

async function isFrequent(db: Db, pairs: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ many: boolean }>`/* fresh */ select count(*) >= ${sql.lit(MANY)} as many
    from (select 1 from request_search s where ${holds(pairs)} limit ${sql.lit(MANY)}) found`.execute(db);
  return rows[0]?.many ?? false;
}

const holds = (pairs: readonly string[]) => sql`s.pairs @> array[${sql.join(pairs)}]::text[]`;
