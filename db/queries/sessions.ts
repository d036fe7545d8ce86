import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import type { PublicSession, SpeakerView } from '#shared/schedule/contract.ts';

export type SessionRow = {
  id: string;
  eventId: string;
  requestId: string | null;
  memberId: string | null;
  titleJa: string;
  titleEn: string;
  abstractJa: string;
  abstractEn: string;
  theme: PublicSession['theme'];
  format: PublicSession['format'];
  language: PublicSession['language'];
  interpretation: PublicSession['interpretation'];
  minutes: number;
  state: 'planned' | 'cancelled';
  version: number;
  roomId: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  /** The answers of the request it fulfils. */
  details: unknown;
  hosts: { id: string; nameJa: string; nameEn: string; isMember: boolean }[];
  speakers: SpeakerRow[];
};

/** What was written for a speaker, and beside it what is known of the delegate. */
export type SpeakerRow = {
  delegateId: string | null;
  role: SpeakerView['role'];
  nameJa: string;
  nameEn: string;
  titleJa: string;
  titleEn: string;
  organisationJa: string;
  organisationEn: string;
  isPublic: boolean;
  delegate: {
    familyName: string;
    givenName: string;
    familyLatin: string;
    givenLatin: string;
    titleJa: string;
    titleEn: string;
    memberJa: string;
    memberEn: string;
  } | null;
};

/** Every session of an event's draft, cancelled ones too, in the order they were made. */
export async function sessionsOfEvent(db: Db, eventId: string): Promise<SessionRow[]> {
  return rowsWhere(db, sql`s.event_id = ${eventId}`);
}

/** One session, or undefined. */
export async function sessionById(db: Db, id: string): Promise<SessionRow | undefined> {
  return (await rowsWhere(db, sql`s.id = ${id}`))[0];
}

/** The planned session that fulfils a request, or undefined. */
export async function sessionOfRequest(db: Db, requestId: string): Promise<SessionRow | undefined> {
  return (await rowsWhere(db, sql`s.request_id = ${requestId} and s.state = 'planned'`))[0];
}

/** Locks a session until the transaction ends; answers what decides whether it may change. */
export async function lockSession(tx: Tx, id: string) {
  return tx
    .selectFrom('programmeSession')
    .select(['id', 'eventId', 'requestId', 'memberId', 'state', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

async function rowsWhere(db: Db, which: RawBuilder<unknown>): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select s.id, s.event_id, s.request_id, s.member_id, s.title_ja, s.title_en, s.abstract_ja, s.abstract_en,
      s.theme, s.format, s.language, s.interpretation, s.minutes, s.state, s.version,
      h.room_id, lower(h.during) as starts_at, upper(h.during) as ends_at, r.details,
      coalesce((select json_agg(json_build_object('id', o.id, 'nameJa', o.name_ja, 'nameEn', o.name_en,
          'isMember', o.kind = 'member') order by sh.position)
        from session_host sh join organisation o on o.id = sh.organisation_id where sh.session_id = s.id), '[]') as hosts,
      coalesce((select json_agg(json_build_object('delegateId', sp.delegate_id, 'role', sp.role,
          'nameJa', sp.name_ja, 'nameEn', sp.name_en, 'titleJa', sp.title_ja, 'titleEn', sp.title_en,
          'organisationJa', sp.organisation_ja, 'organisationEn', sp.organisation_en, 'isPublic', sp.is_public,
          'delegate', case when d.id is not null then json_build_object('familyName', d.family_name,
            'givenName', d.given_name, 'familyLatin', d.family_latin, 'givenLatin', d.given_latin,
            'titleJa', d.title_ja, 'titleEn', d.title_en, 'memberJa', o.name_ja, 'memberEn', o.name_en) end)
          order by sp.position)
        from session_speaker sp left join delegate d on d.id = sp.delegate_id
        left join organisation o on o.id = d.member_id where sp.session_id = s.id), '[]') as speakers
    from programme_session s
    left join room_hold h on h.session_id = s.id
    left join request r on r.id = s.request_id
    where ${which} order by s.id`.execute(db);
  return rows;
}

export type SessionText = Pick<
  SessionRow,
  'titleJa' | 'titleEn' | 'abstractJa' | 'abstractEn' | 'theme' | 'format' | 'language' | 'interpretation' | 'minutes'
>;
export type SpeakerToWrite = Omit<SpeakerRow, 'delegate'>;

/** Inserts a session and answers its id. 23505 when the request has one already. */
export async function insertSession(
  tx: Tx,
  of: { eventId: string; memberId: string | null; requestId: string | null; at: Date },
  text: SessionText,
): Promise<string> {
  const id = newId();
  const { at, ...owner } = of;
  await tx
    .insertInto('programmeSession')
    .values({ id, ...owner, ...text, createdAt: at })
    .execute();
  return id;
}

/** Changes a locked session and raises its version. */
export async function updateSession(
  tx: Tx,
  id: string,
  change: Partial<SessionText> & { state?: SessionRow['state'] },
): Promise<void> {
  await tx
    .updateTable('programmeSession')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Makes hosts and speakers of a session these, in this order. */
export async function replaceParts(
  tx: Tx,
  sessionId: string,
  hostIds: readonly string[],
  speakers: readonly SpeakerToWrite[],
): Promise<void> {
  await tx.deleteFrom('sessionHost').where('sessionId', '=', sessionId).execute();
  await tx.deleteFrom('sessionSpeaker').where('sessionId', '=', sessionId).execute();
  if (hostIds.length > 0) {
    const hosts = hostIds.map((organisationId, position) => ({ sessionId, organisationId, position }));
    await tx.insertInto('sessionHost').values(hosts).execute();
  }
  if (speakers.length > 0) {
    const rows = speakers.map((speaker, position) => ({ sessionId, position, ...speaker }));
    await tx.insertInto('sessionSpeaker').values(rows).execute();
  }
}

/** Those of the ids that are no organisation. */
export async function unknownOrganisations(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('organisation')
    .select('id')
    .where('id', 'in', [...ids])
    .execute();
  const known = new Set(rows.map((row) => row.id));
  return ids.filter((id) => !known.has(id));
}
