import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import type { PublicSession, SessionView, SpeakerView } from '#shared/schedule/contract.ts';

export type SessionRow = {
  id: string;
  eventId: string;
  requestId: string | null;
  memberId: string | null;
  kind: SessionView['kind'];
  partnerJa: string;
  partnerEn: string;
  titleJa: string;
  titleEn: string;
  abstractJa: string;
  abstractEn: string;
  theme: PublicSession['theme'];
  format: PublicSession['format'];
  language: PublicSession['language'];
  interpretation: PublicSession['interpretation'];
  minutes: number;
  setupMinutes: number;
  teardownMinutes: number;
  capacity: number | null;
  streaming: SessionView['stream']['state'];
  streamUrl: string;
  noticeNoPhoto: boolean;
  noticeNoRecording: boolean;
  contact: string;
  state: 'planned' | 'cancelled';
  /** Of a proposal that is not decided: the office's alone. */
  trial: boolean;
  version: number;
  roomId: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  /** The answers of the request it fulfils. */
  details: unknown;
  hosts: { id: string; nameJa: string; nameEn: string; isMember: boolean; role: 'host' | 'cohost' }[];
  speakers: SpeakerRow[];
  standbys: SpeakerRow[];
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
  noPhoto: boolean;
  noRecording: boolean;
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

/** Every session of an event's draft, cancelled ones too unless they were trials, in the order they were made. */
export async function sessionsOfEvent(db: Db, eventId: string): Promise<SessionRow[]> {
  return rowsWhere(db, sql`s.event_id = ${eventId} and (not s.trial or s.state = 'planned')`);
}

/** One session, or undefined. */
export async function sessionById(db: Db, id: string): Promise<SessionRow | undefined> {
  return (await rowsWhere(db, sql`s.id = ${id}`))[0];
}

/** The event of a session, as far as it is printed with it. */
export async function eventOfSession(db: Db, id: string) {
  return db
    .selectFrom('programmeSession as s')
    .innerJoin('event as e', 'e.id', 's.eventId')
    .select(['e.shortName', 'e.timeZone'])
    .where('s.id', '=', id)
    .executeTakeFirst();
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
    select s.id, s.event_id, s.request_id, s.member_id, s.kind, s.partner_ja, s.partner_en, s.title_ja, s.title_en,
      s.abstract_ja, s.abstract_en, s.theme, s.format, s.language, s.interpretation, s.minutes, s.setup_minutes,
      s.teardown_minutes, s.capacity, s.streaming, s.stream_url, s.notice_no_photo, s.notice_no_recording, s.contact,
      s.state, s.trial, s.version, h.room_id, lower(h.during) as starts_at, upper(h.during) as ends_at, r.details,
      coalesce((select json_agg(json_build_object('id', o.id, 'nameJa', o.name_ja, 'nameEn', o.name_en,
          'isMember', o.kind = 'member', 'role', sh.role) order by sh.position)
        from session_host sh join organisation o on o.id = sh.organisation_id where sh.session_id = s.id), '[]') as hosts,
      ${people(sql`session_speaker`)} as speakers, ${people(sql`session_standby`)} as standbys
    from programme_session s
    left join room_hold h on h.session_id = s.id
    left join request r on r.id = s.request_id
    where ${which} order by s.id`.execute(db);
  return rows;
}

/** Who speaks or stands by, in order, with what is known of those who are delegates. */
function people(table: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((select json_agg(json_build_object('delegateId', sp.delegate_id, 'role', sp.role,
      'nameJa', sp.name_ja, 'nameEn', sp.name_en, 'titleJa', sp.title_ja, 'titleEn', sp.title_en,
      'organisationJa', sp.organisation_ja, 'organisationEn', sp.organisation_en, 'isPublic', sp.is_public,
      'noPhoto', sp.no_photo, 'noRecording', sp.no_recording,
      'delegate', case when d.id is not null then json_build_object('familyName', d.family_name,
        'givenName', d.given_name, 'familyLatin', d.family_latin, 'givenLatin', d.given_latin,
        'titleJa', d.title_ja, 'titleEn', d.title_en, 'memberJa', o.name_ja, 'memberEn', o.name_en) end)
      order by sp.position)
    from ${table} sp left join delegate d on d.id = sp.delegate_id
    left join organisation o on o.id = d.member_id where sp.session_id = s.id), '[]')`;
}

export type SessionText = Pick<
  SessionRow,
  'titleJa' | 'titleEn' | 'abstractJa' | 'abstractEn' | 'theme' | 'format' | 'language' | 'interpretation' | 'minutes'
>;
/** What else a person decides about a session; a new one has none of it. */
export type SessionFacts = Pick<
  SessionRow,
  | 'kind'
  | 'partnerJa'
  | 'partnerEn'
  | 'setupMinutes'
  | 'teardownMinutes'
  | 'capacity'
  | 'streaming'
  | 'streamUrl'
  | 'noticeNoPhoto'
  | 'noticeNoRecording'
  | 'contact'
>;
export type SpeakerToWrite = Omit<SpeakerRow, 'delegate' | 'noPhoto' | 'noRecording'> &
  Partial<Pick<SpeakerRow, 'noPhoto' | 'noRecording'>>;
export type Parts = {
  hostIds: readonly string[];
  /** Of the hosts. */
  cohostIds?: readonly string[];
  speakers: readonly SpeakerToWrite[];
  standbys?: readonly SpeakerToWrite[];
};

/** Inserts a session and answers its id. 23505 when the request has one already. */
export async function insertSession(
  tx: Tx,
  of: { eventId: string; memberId: string | null; requestId: string | null; at: Date; trial?: boolean },
  text: SessionText & Partial<SessionFacts>,
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
  change: Partial<SessionText & SessionFacts> & { state?: SessionRow['state']; trial?: false },
): Promise<void> {
  await tx
    .updateTable('programmeSession')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/**
 * Makes hosts, speakers and who stands by these, in this order. What somebody wrote about a speaker who stays, stays
 * with them.
 */
export async function replaceParts(tx: Tx, sessionId: string, parts: Parts): Promise<void> {
  const { hostIds, cohostIds = [], speakers, standbys = [] } = parts;
  const written = await tx
    .selectFrom('sessionSpeaker')
    .select(['delegateId', 'nameJa', 'nameEn', 'biographyJa', 'biographyEn'])
    .where('sessionId', '=', sessionId)
    .execute();
  const lives = new Map(
    written.map(({ biographyJa, biographyEn, ...who }) => [whoOf(who), { biographyJa, biographyEn }]),
  );
  await tx.deleteFrom('sessionHost').where('sessionId', '=', sessionId).execute();
  await tx.deleteFrom('sessionSpeaker').where('sessionId', '=', sessionId).execute();
  await tx.deleteFrom('sessionStandby').where('sessionId', '=', sessionId).execute();
  if (hostIds.length > 0) {
    const hosts = hostIds.map((organisationId, position) => ({
      ...{ sessionId, organisationId, position },
      role: cohostIds.includes(organisationId) ? 'cohost' : 'host',
    }));
    await tx.insertInto('sessionHost').values(hosts).execute();
  }
  if (speakers.length > 0) {
    const rows = speakers.map((speaker, position) => ({
      sessionId,
      position,
      ...speaker,
      ...lives.get(whoOf(speaker)),
    }));
    await tx.insertInto('sessionSpeaker').values(rows).execute();
  }
  if (standbys.length > 0) {
    const rows = standbys.map((speaker, position) => ({ sessionId, position, ...speaker }));
    await tx.insertInto('sessionStandby').values(rows).execute();
  }
}

/** By what a speaker is known again after an edit. */
function whoOf({ delegateId, nameJa, nameEn }: { delegateId: string | null; nameJa: string; nameEn: string }): string {
  return delegateId ?? `${nameJa}\n${nameEn}`;
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
