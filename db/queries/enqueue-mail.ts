import type { Db, Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import type { AccountId } from '#shared/ids.ts';

export type MailToSend = {
  to: readonly string[];
  /** A key of `shared/mails.ts`. */
  template: string;
  /** Short, harmless values: references, dates, addresses of pages. Never a name or a text that somebody typed. */
  params: Record<string, string>;
  requestId?: string | null;
  memberId?: string | null;
  /** At most one mail per person under the same key. */
  dedupeKey?: string;
  /** Wall clock. */
  at: Date;
};

/** Puts mail into the outbox in the transaction that gives reason for it, one row a person. */
export async function enqueueMail(tx: Tx, mail: MailToSend): Promise<void> {
  const to = [...new Set(mail.to)];
  if (to.length === 0) return;
  await tx
    .insertInto('outbox')
    .values(
      to.map((accountId) => ({
        id: newId(),
        accountId,
        template: mail.template,
        params: JSON.stringify(mail.params),
        requestId: mail.requestId ?? null,
        memberId: mail.memberId ?? null,
        dedupeKey: mail.dedupeKey === undefined ? null : `${mail.dedupeKey}:${accountId}`,
        runAt: mail.at,
        createdAt: mail.at,
      })),
    )
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
    .execute();
}

/** Puts mail to a delegate into the outbox, who has an address but no account. */
export async function enqueueMailToDelegate(
  tx: Tx,
  mail: { delegateId: string; memberId: string; template: string; params: Record<string, string>; at: Date },
): Promise<void> {
  const { at, params, ...to } = mail;
  await tx
    .insertInto('outbox')
    .values({ id: newId(), ...to, params: JSON.stringify(params), runAt: at, createdAt: at })
    .execute();
}

/** Who at a municipality is told about its requests: its active officers and managers. */
export async function recipientsAtMember(db: Db, memberId: string): Promise<AccountId[]> {
  const rows = await db
    .selectFrom('account')
    .select('id')
    .where('memberId', '=', memberId)
    .where('state', '=', 'active')
    .where('role', 'in', ['member_editor', 'member_manager'])
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id as AccountId);
}

/** Who at the office is told: the owner of the request, or everybody who triages while it has none. */
export async function recipientsAtOffice(db: Db, ownerId: string | null): Promise<AccountId[]> {
  const rows = await db
    .selectFrom('account')
    .select('id')
    .where('state', '=', 'active')
    .where((where) =>
      ownerId ? where('id', '=', ownerId) : where('role', 'in', ['staff_triager', 'staff_coordinator']),
    )
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id as AccountId);
}
