import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { PublicSession } from '#shared/schedule/contract.ts';
import type { Parties } from '#shared/schedule/release-recipients.ts';
import { type Stamp, stampOf } from '#shared/schedule/release-stamps.ts';

/** Locks an event, so that one release is made at a time. */
export async function lockEventForRelease(tx: Tx, slug: string) {
  return tx
    .selectFrom('event')
    .select(['id', 'slug', 'shortName'])
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst();
}

/** An event's releases, the latest first. */
export async function releasesOf(db: Db, eventId: string, limit = 200) {
  return db
    .selectFrom('release')
    .leftJoin('account', 'account.id', 'release.releasedBy')
    .select(['release.id', 'release.number', 'release.commentJa', 'release.commentEn', 'release.releasedAt'])
    .select('account.name as releasedBy')
    .select((eb) =>
      eb
        .selectFrom('releasedSession')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('releasedSession.releaseId', '=', 'release.id')
        .as('sessions'),
    )
    .where('release.eventId', '=', eventId)
    .orderBy('release.number', 'desc')
    .limit(limit)
    .execute();
}

/** What the latest release of an event shows; empty before there is one. */
export async function latestContent(db: Db, eventId: string): Promise<PublicSession[]> {
  const rows = await db
    .selectFrom('releasedSession')
    .select('content')
    .where('releaseId', '=', (eb) =>
      eb.selectFrom('release').select('id').where('eventId', '=', eventId).orderBy('number', 'desc').limit(1),
    )
    .execute();
  // An older release lacks what was added since; it is compared as the public reads it now.
  return rows.map((row) => PublicSession.parse(row.content));
}

/** The stamp under which each session of an event was last shown, in whichever release that was. */
export async function lastStamps(db: Db, eventId: string): Promise<Map<string, Stamp>> {
  const { rows } = await sql<{ id: string; number: number; releasedAt: Date } & Partial<Stamp>>`
    select distinct on (s.session_id) s.session_id as id, r.number, r.released_at,
      (s.content->>'revision')::int as revision, s.content->>'changedAt' as changed_at
    from released_session s join release r on r.id = s.release_id
    where r.event_id = ${eventId} order by s.session_id, r.number desc`.execute(db);
  return new Map(rows.map((row) => [row.id, stampOf(row, row)]));
}

/**
 * Writes the next release of a locked event; it never changes afterwards. `parties` says whom each session concerns.
 */
export async function insertRelease(
  tx: Tx,
  of: { eventId: string; commentJa: string; commentEn: string; releasedAt: Date; releasedBy: string | null },
  sessions: readonly PublicSession[],
  parties: Parties = new Map(),
): Promise<{ id: string; number: number }> {
  const id = newId();
  const { number } = await tx
    .insertInto('release')
    .values((eb) => ({
      id,
      ...of,
      number: eb
        .selectFrom('release')
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('number'))
        .where('eventId', '=', of.eventId),
    }))
    .returning('number')
    .executeTakeFirstOrThrow();
  if (sessions.length > 0) {
    const rows = sessions.map((session) => ({
      releaseId: id,
      sessionId: session.id,
      day: session.day,
      roomId: session.room.id,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      content: JSON.stringify(session),
    }));
    await tx.insertInto('releasedSession').values(rows).execute();
  }
  const concerned = sessions.flatMap(({ id: sessionId }) =>
    (parties.get(sessionId) ?? []).map((memberId) => ({ releaseId: id, sessionId: sessionId as string, memberId })),
  );
  if (concerned.length > 0) await tx.insertInto('releasedParty').values(concerned).execute();
  return { id, number };
}
