import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import type { PurgeKind } from '#shared/delegations/retention.ts';

export type DueRow = {
  memberId: string;
  nameJa: string;
  nameEn: string;
  delegateIds: string[];
  links: number;
  mails: number;
};

/**
 * Whose passport data of an event are due on a day, by municipality; what is held is not. `event`: all of them. `left`: those taken out of
 * their delegation, and those whose requests for passes have all ended without a pass, `days` days before.
 */
export async function dueIdentities(
  db: Db,
  { eventId, kind, at, days }: { eventId: string; kind: PurgeKind; at: Date; days: number },
): Promise<DueRow[]> {
  const before = new Date(at.getTime() - days * 86_400_000);
  const left = sql`(d.removed_at < ${before} or (
    not exists (select from pass p where p.delegate_id = d.id and p.state <> 'released')
    and exists (select from request_delegate rd join request r on r.id = rd.request_id
      where rd.delegate_id = d.id and r.kind = 'pass')
    and not exists (select from request_delegate rd join request r on r.id = rd.request_id
      where rd.delegate_id = d.id and r.kind = 'pass'
        and (r.closed_at is null or r.closed_at >= ${before} or r.state = 'completed'))))`;
  const { rows } = await sql<DueRow>`
    select v.member_id, o.name_ja, o.name_en, array_agg(v.delegate_id order by v.delegate_id) as delegate_ids,
      (select count(*)::int from identity_link l where l.delegate_id = any(array_agg(v.delegate_id))) as links,
      (select count(*)::int from outbox m where m.delegate_id = any(array_agg(v.delegate_id))) as mails
    from identity_vault v join delegate d on d.id = v.delegate_id join organisation o on o.id = v.member_id
    where v.event_id = ${eventId} and v.state = 'kept'
      and not exists (select from vault_hold h where h.event_id = v.event_id and h.member_id = v.member_id
        and h.ended_at is null)
      and ${kind === 'event' ? sql`true` : left}
    group by v.member_id, o.name_ja, o.name_en, o.kana order by o.kana, v.member_id`.execute(db);
  return rows;
}

/** The event with a slug, and its last day. */
export function eventToPurge(db: Db, slug: string) {
  return db
    .selectFrom('event')
    .select(['id', ({ fn }) => fn.coalesce('actualEndsOn', 'endsOn').as('endsOn')])
    .where('slug', '=', slug)
    .executeTakeFirst();
}

/** How many delegates of an event have passport data kept. */
export async function countKept(db: Db, eventId: string): Promise<number> {
  const { count } = await db
    .selectFrom('identityVault')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('eventId', '=', eventId)
    .where('state', '=', 'kept')
    .executeTakeFirstOrThrow();
  return Number(count);
}

function purges(db: Db) {
  return db
    .selectFrom('vaultPurge')
    .leftJoin('account as requester', 'requester.id', 'vaultPurge.requestedBy')
    .leftJoin('account as approver', 'approver.id', 'vaultPurge.approvedBy')
    .select(['vaultPurge.id', 'eventId', 'kind', 'report', 'requestedBy', 'requestedAt', 'approvedBy', 'approvedAt'])
    .select(['held', 'doneAt', 'cancelledAt', 'requester.name as requesterName', 'approver.name as approverName']);
}
export type PurgeRow = NonNullable<Awaited<ReturnType<typeof findPurge>>>;

export function findPurge(db: Db, id: string) {
  return purges(db).where('vaultPurge.id', '=', id).executeTakeFirst();
}

/** Locks a purge against every other step of it; answers it as it stands. */
export async function lockPurge(tx: Tx, id: string) {
  return tx.selectFrom('vaultPurge').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The purges of an event, the latest first. */
export function listPurges(db: Db, eventId: string) {
  return purges(db)
    .where('eventId', '=', eventId)
    .orderBy('requestedAt', 'desc')
    .orderBy('vaultPurge.id', 'desc')
    .execute();
}

/** Approved purges that have not been carried out, such as after the program was stopped in between. */
export async function approvedPurges(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('vaultPurge')
    .select('id')
    .where('approvedAt', 'is not', null)
    .where('doneAt', 'is', null)
    .orderBy('approvedAt')
    .execute();
  return rows.map((row) => row.id);
}

export type NewPurge = {
  id: string;
  eventId: string;
  kind: PurgeKind;
  report: unknown;
  requestedBy: string;
  requestedAt: Date;
};

/** Writes a purge down. 23505 on `vault_purge_open` while another of the kind is open. */
export async function insertPurge(tx: Tx, { report, ...purge }: NewPurge): Promise<void> {
  await tx
    .insertInto('vaultPurge')
    .values({ ...purge, report: JSON.stringify(report) })
    .execute();
}

/** Takes the next step of a locked purge. */
export async function stepPurge(
  tx: Tx,
  id: string,
  step: { approvedBy: string; approvedAt: Date } | { cancelledAt: Date } | { doneAt: Date; held: string[] },
): Promise<void> {
  await tx.updateTable('vaultPurge').set(step).where('id', '=', id).execute();
}

/** Calls off purges of an event that nobody has approved in time. */
export async function cancelUnapproved(
  tx: Tx,
  eventId: string,
  kind: PurgeKind,
  before: Date,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('vaultPurge')
    .set({ cancelledAt: at })
    .where('eventId', '=', eventId)
    .where('kind', '=', kind)
    .where('approvedAt', 'is', null)
    .where('cancelledAt', 'is', null)
    .where('requestedAt', '<', before)
    .execute();
}

/** Empties the cells, masks and hashes of delegates, and removes their links and the mails about them. */
export async function erase(
  tx: Tx,
  delegateIds: readonly string[],
  at: Date,
): Promise<{ identities: number; links: number; mails: number }> {
  const ids = [...delegateIds];
  const empty = {
    ...{ keyId: null, keyLive: null, passportNumber: null, surname: null, givenNames: null, birthDate: null },
    ...{ nationality: null, issuingCountry: null, expiresOn: null, passportIndex: null, namesIndex: null },
    ...{ passportMask: '', namesMask: '', expiresEarly: false, state: 'purged', purgedAt: at },
  };
  const erased = await tx
    .updateTable('identityVault')
    .set(empty)
    .set((set) => ({ version: set('version', '+', 1) }))
    .where('delegateId', 'in', ids)
    .where('state', '=', 'kept')
    .executeTakeFirst();
  const links = await tx.deleteFrom('identityLink').where('delegateId', 'in', ids).executeTakeFirst();
  const mails = await tx.deleteFrom('outbox').where('delegateId', 'in', ids).executeTakeFirst();
  const count = (of: bigint) => Number(of);
  return {
    identities: count(erased.numUpdatedRows),
    links: count(links.numDeletedRows),
    mails: count(mails.numDeletedRows),
  };
}

export type NewCertificate = {
  id: string;
  purgeId: string;
  eventId: string;
  memberId: string;
  counts: Record<string, number>;
  keyIds: number[];
  doneAt: Date;
  historyHead: string;
};

export async function insertCertificate(tx: Tx, { counts, ...rest }: NewCertificate): Promise<void> {
  await tx
    .insertInto('vaultCertificate')
    .values({ ...rest, counts: JSON.stringify(counts) })
    .execute();
}

/** Certificates of an event or of a municipality, or the one named, the latest first. */
export async function certificates(db: Db, which: { eventId?: string; memberId?: string | null; id?: string }) {
  let query = db
    .selectFrom('vaultCertificate as c')
    .innerJoin('event as e', 'e.id', 'c.eventId')
    .innerJoin('organisation as o', 'o.id', 'c.memberId')
    .select(['c.id', 'c.eventId', 'c.memberId', 'c.purgeId', 'c.counts', 'c.keyIds', 'c.doneAt', 'c.historyHead'])
    .select(['e.nameJa as eventJa', 'e.nameEn as eventEn', 'o.nameJa', 'o.nameEn'])
    .orderBy('c.doneAt', 'desc')
    .orderBy('o.kana')
    .orderBy('c.id');
  if (which.eventId) query = query.where('c.eventId', '=', which.eventId);
  if (which.memberId) query = query.where('c.memberId', '=', which.memberId);
  if (which.id) query = query.where('c.id', '=', which.id);
  return query.execute();
}
export type CertificateRow = Awaited<ReturnType<typeof certificates>>[number];

/** How far the chain of the history has come, as number and hash, for whoever wants to check a certificate later. */
export async function historyHead(db: Db): Promise<string> {
  const { rows } = await sql<{ head: string }>`
    select seq || ':' || encode(hash, 'hex') as head from history_sealer`.execute(db);
  return rows[0]?.head ?? '0:';
}

/** What purges were and who answered for them, by their accounts. Role `reveal`. */
export async function answerableFor(db: Db, purgeIds: readonly string[]) {
  if (purgeIds.length === 0) return [];
  return db
    .selectFrom('vaultPurge')
    .select(['id', 'kind', 'requestedBy', 'approvedBy'])
    .where('id', 'in', [...purgeIds])
    .execute();
}

/** The names of accounts, as far as the reader may know them. */
export function namesOfAccounts(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
}

/** The names of municipalities, in the order of their reading. */
export function namesOfMembers(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('organisation')
    .select(['id', 'nameJa', 'nameEn'])
    .where('id', 'in', [...ids, '00000000-0000-0000-0000-000000000000'])
    .orderBy('kana')
    .execute();
}
