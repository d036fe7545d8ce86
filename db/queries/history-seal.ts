import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';

/** One row of the record of changes, every value as the text PostgreSQL writes: what the chain's hash is made of. */
export type SealedText = {
  id: string;
  at: string;
  actorId: string | null;
  actorRole: string;
  principalKind: string | null;
  principalId: string | null;
  memberId: string | null;
  eventId: string | null;
  requestId: string | null;
  callId: string | null;
  subject: string;
  subjectId: string;
  action: string;
  fromState: string | null;
  toState: string | null;
  reason: string | null;
  details: string;
};
export type Seal = { seq: number; historyId: string; hash: string };
export type Head = { seq: number; hash: string; sealedAt: Date };

const texts = sql`h.id::text, to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, h.actor_id::text,
  h.actor_role, h.principal_kind, h.principal_id::text, h.member_id::text, h.event_id::text, h.request_id::text,
  h.call_id::text, h.subject, h.subject_id::text, h.action, h.from_state, h.to_state, h.reason, h.details::text`;

/** Any number that nothing else locks by: whoever holds it is the one who seals. */
const SEALING = 471_100;

/** Whether this transaction is the one that seals; false while another one does. */
export async function maySeal(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${SEALING}) as mine`.execute(tx);
  return rows[0]?.mine === true;
}

export type Horizon = { from: string; to: string };

/** Between which numbers of transactions some may still be going on. */
export async function horizon(db: Db): Promise<Horizon> {
  const { rows } = await sql<Horizon>`
    select pg_snapshot_xmin(s)::text as "from", pg_snapshot_xmax(s)::text as "to" from pg_current_snapshot() s`.execute(
    db,
  );
  if (!rows[0]) throw new Error('A select without a table answers one row.');
  return rows[0];
}

/** Where the chain ends and how far the sealer has looked; undefined before anything was sealed. */
export async function sealerState(db: Db): Promise<(Head & { sealedBefore: string }) | undefined> {
  const { rows } = await sql<Head & { sealedBefore: string }>`
    select seq, encode(hash, 'hex') as hash, sealed_at, sealed_before::text from history_sealer`.execute(db);
  return rows[0];
}

/**
 * Rows that are not in the chain, of transactions that are over, in a fixed order. With `since` only of that transaction
 * and later ones; with null all there are, also rows that came with a copy from a server that counts differently.
 */
export async function unsealedRows(db: Db, { from, to }: Horizon, since: string | null, limit: number) {
  const over = sql`h.xid < ${from}::xid8`;
  const where = since === null ? sql`(${over} or h.xid >= ${to}::xid8)` : sql`h.xid >= ${since}::xid8 and ${over}`;
  const { rows } = await sql<SealedText & { xid: string }>`select ${texts}, h.xid::text from history h
    where ${where} and not exists (select from history_seal s where s.history_id = h.id)
    order by h.xid, h.at, h.id limit ${limit}`.execute(db);
  return rows;
}

/** Adds links to the chain. Nobody can take one out again. */
export async function addSeals(tx: Tx, form: number, seals: readonly Seal[], at: Date): Promise<void> {
  const rows = JSON.stringify(seals.map(({ seq, historyId, hash }) => [seq, historyId, hash]));
  await sql`insert into history_seal (seq, history_id, form, hash, sealed_at)
    select (r ->> 0)::bigint, (r ->> 1)::uuid, ${form}::smallint, decode(r ->> 2, 'hex'), ${at}::timestamptz
    from json_array_elements(${rows}::json) r`.execute(tx);
}

/** Remembers where the chain ends, and before which transaction everything is in it. */
export async function keepSealerState(tx: Tx, { seq, hash, sealedAt }: Head, sealedBefore: string): Promise<void> {
  await sql`insert into history_sealer (sealed_before, seq, hash, sealed_at)
    values (${sealedBefore}::xid8, ${seq}, decode(${hash}, 'hex'), ${sealedAt})
    on conflict (one) do update set sealed_before = excluded.sealed_before, seq = excluded.seq,
      hash = excluded.hash, sealed_at = excluded.sealed_at`.execute(tx);
}

export type Link = Seal & { form: number; row: SealedText | null };

/** Links of the chain after one, in order, each with its row as it stands now, or null when the row is not there. */
export async function linksAfter(db: Db, seq: number, limit: number): Promise<Link[]> {
  const { rows } = await sql<SealedText & Seal & { form: number; there: boolean }>`
    select s.seq, s.history_id, s.form, encode(s.hash, 'hex') as hash, h.id is not null as there, ${texts}
    from history_seal s left join history h on h.id = s.history_id
    where s.seq > ${seq} order by s.seq limit ${limit}`.execute(db);
  return rows.map(({ seq, historyId, form, hash, there, ...row }) => ({
    ...{ seq, historyId, form, hash },
    row: there ? row : null,
  }));
}

/**
 * What is in the record and not in the chain: how many rows, and the first of those that the sealer must have seen,
 * because it has passed their transaction or because they claim a time before `sealedUntil`.
 */
export async function outsideChain(db: Db, sealedBefore: string, sealedUntil: string | null) {
  const { rows } = await sql<{ count: number; slipped: string | null }>`
    select count(*)::int as count,
      min(h.id::text) filter (where h.xid < ${sealedBefore}::xid8 or h.at < ${sealedUntil}::timestamptz) as slipped
    from history h where not exists (select from history_seal s where s.history_id = h.id)`.execute(db);
  return rows[0] ?? { count: 0, slipped: null };
}
