import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import type { Lang } from '#shared/lang.ts';

export type MailState = 'ready' | 'sent' | 'dead' | 'dropped';
export type OutboxEntry = {
  id: string;
  /** Null for a mail to a delegate. */
  accountId: string | null;
  to: string;
  toName: string;
  lang: Lang;
  accountState: 'invited' | 'active' | 'suspended' | null;
  accountMemberId: string | null;
  /** The municipality the mail is about; null when it is about none. */
  memberId: string | null;
  template: string;
  params: Record<string, string>;
  state: MailState;
  attempts: number;
  lastError: string | null;
  requestId: string | null;
  createdAt: Date;
  sentAt: Date | null;
};

function entries(db: Db) {
  return db
    .selectFrom('outbox')
    .leftJoin('account', 'account.id', 'outbox.accountId')
    .leftJoin('delegate', (join) =>
      join.onRef('delegate.id', '=', 'outbox.delegateId').on('delegate.removedAt', 'is', null),
    )
    .select(['outbox.id', 'outbox.accountId'])
    .select([
      sql<string>`coalesce(account.email, delegate.email, '')`.as('to'),
      sql<string>`coalesce(account.name, delegate.family_name || ' ' || delegate.given_name, '')`.as('toName'),
      sql<Lang>`coalesce(account.lang, outbox.params->>'lang', 'ja')`.as('lang'),
    ])
    .select(['account.state as accountState', 'account.memberId as accountMemberId', 'outbox.memberId'])
    .select(['outbox.template', 'outbox.params', 'outbox.state', 'outbox.attempts', 'outbox.lastError'])
    .select(['outbox.requestId', 'outbox.createdAt', 'outbox.sentAt'])
    .$castTo<OutboxEntry>();
}

/** One mail with whom it is for as things stand now, or undefined. */
export function findMail(db: Db, id: string): Promise<OutboxEntry | undefined> {
  return entries(db).where('outbox.id', '=', id).executeTakeFirst();
}

/** Mail, the latest first, after one of them. */
export function listMail(
  db: Db,
  { state, after }: { state?: MailState | undefined; after?: { createdAt: string; id: string } | undefined },
  limit: number,
): Promise<OutboxEntry[]> {
  let query = entries(db).orderBy('outbox.createdAt', 'desc').orderBy('outbox.id', 'desc').limit(limit);
  if (state) query = query.where('outbox.state', '=', state);
  if (after) {
    query = query.where(
      sql<boolean>`(outbox.created_at, outbox.id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`,
    );
  }
  return query.execute();
}

/** How much mail waits and how much has failed for good; `oldestDue` is when the longest-waiting should have gone. */
export async function countMail(db: Db): Promise<{ ready: number; dead: number; oldestDue: Date | null }> {
  const { rows } = await sql<{ ready: number; dead: number; oldestDue: Date | null }>`
    select count(*) filter (where state = 'ready')::int as ready, count(*) filter (where state = 'dead')::int as dead,
      min(run_at) filter (where state = 'ready') as oldest_due
    from outbox where state in ('ready', 'dead')`.execute(db);
  return rows[0] ?? { ready: 0, dead: 0, oldestDue: null };
}

/**
 * Takes mail that is due for one worker until `leaseUntil`, and counts the attempt. Workers at once get different
 * mail; what a worker that died had taken becomes due again when its time is over.
 */
export async function claimMail(tx: Tx, now: Date, leaseUntil: Date, most: number): Promise<string[]> {
  const due = tx
    .selectFrom('outbox')
    .select('id')
    .where('state', '=', 'ready')
    .where('runAt', '<=', now)
    .where((where) => where.or([where('leaseUntil', 'is', null), where('leaseUntil', '<', now)]))
    .orderBy('runAt')
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked();
  const rows = await tx
    .with('due', () => due)
    .updateTable('outbox')
    .from('due')
    .set((set) => ({ leaseUntil, attempts: set('outbox.attempts', '+', 1) }))
    .whereRef('outbox.id', '=', 'due.id')
    .returning('outbox.id')
    .execute();
  return rows.map((row) => row.id).sort();
}

export type Outcome =
  | { state: 'sent'; sentAt: Date; lastError: null }
  | { state: 'dead' | 'dropped'; lastError: string }
  | { state: 'ready'; runAt: Date; lastError: string };

/** Ends a worker's turn with a mail, unless its time was over and another worker has it now. */
export async function settleMail(tx: Tx, id: string, leaseUntil: Date, outcome: Outcome): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ ...outcome, leaseUntil: null })
    .where('id', '=', id)
    .where('leaseUntil', '=', leaseUntil)
    .execute();
}

/** Locks a mail's row; answers its state and whether a worker has it at `now`, or undefined. */
export async function lockMail(tx: Tx, id: string, now: Date) {
  const row = await tx
    .selectFrom('outbox')
    .select(['id', 'state', 'memberId', 'requestId', 'leaseUntil'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, isBeingSent: row.leaseUntil !== null && row.leaseUntil > now };
}

/** Makes a failed mail due again from its first attempt, or takes a waiting one out. */
export async function setMailState(tx: Tx, id: string, state: 'ready' | 'dropped', at: Date): Promise<void> {
  const again = state === 'ready' ? { attempts: 0, runAt: at, lastError: null } : {};
  await tx
    .updateTable('outbox')
    .set({ state, leaseUntil: null, ...again })
    .where('id', '=', id)
    .execute();
}
