import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import type { AccountId, EventId, OrganisationId, RequestId } from '#shared/ids.ts';
import type { Stage } from '#shared/requests/contract.ts';
import type { RequestKind } from '#shared/requests/kind-names.ts';
import type { RequestState, Turn } from '#shared/requests/lifecycle.ts';

/** A request as the verbs know it. */
export type RequestRecord = {
  id: RequestId;
  eventId: EventId;
  memberId: OrganisationId;
  kind: RequestKind;
  state: RequestState;
  /** The call it was sent to. */
  callId: string | null;
  stage: typeof Stage._output | null;
  reference: string | null;
  details: unknown;
  step: string;
  ownerId: AccountId | null;
  turn: Turn;
  nextStep: string;
  dueAt: Date | null;
  riskAt: Date | null;
  decidedAt: Date | null;
  closedAt: Date | null;
  submittedAt: Date | null;
  filedForBy: AccountId | null;
  updatedAt: Date;
  updatedBy: AccountId | null;
  version: number;
};

const COLUMNS = [
  'id',
  'eventId',
  'memberId',
  'kind',
  'state',
  'callId',
  'stage',
  'reference',
  'details',
  'step',
  'ownerId',
  'turn',
  'nextStep',
  'dueAt',
  'riskAt',
  'decidedAt',
  'closedAt',
  'submittedAt',
  'filedForBy',
  'updatedAt',
  'updatedBy',
  'version',
] as const;

/**
 * The condition on a request aliased `r` that an actor may know of it: a municipality its own; the office those sent,
 * and the drafts that this very colleague files for a municipality.
 */
export function visibleTo(actor: Actor) {
  return isMember(actor)
    ? sql<boolean>`r.member_id = ${actor.memberId}`
    : sql<boolean>`(r.state <> 'draft' or r.filed_for_by = ${actor.accountId})`;
}

/** A request the actor may know of, or undefined. */
export async function findRequest(db: Db, actor: Actor, id: RequestId): Promise<RequestRecord | undefined> {
  const row = await db
    .selectFrom('request as r')
    .select(COLUMNS)
    .where('id', '=', id)
    .where(visibleTo(actor))
    .executeTakeFirst();
  return row as RequestRecord | undefined;
}

/** The same, locked until the transaction ends, so that two people's steps come one after the other. */
export async function lockRequest(tx: Tx, actor: Actor, id: RequestId): Promise<RequestRecord | undefined> {
  const row = await tx
    .selectFrom('request as r')
    .select(COLUMNS)
    .where('id', '=', id)
    .where(visibleTo(actor))
    .forUpdate()
    .executeTakeFirst();
  return row as RequestRecord | undefined;
}

export type NewDraft = {
  eventId: string;
  memberId: string;
  kind: RequestKind;
  details: unknown;
  createdBy: string;
  filedForBy: string | null;
  at: Date;
};

/** Inserts a draft and answers its id. */
export async function insertDraft(tx: Tx, { at, details, ...draft }: NewDraft): Promise<RequestId> {
  const id = newId() as RequestId;
  await tx
    .insertInto('request')
    .values({
      id,
      ...draft,
      details: JSON.stringify(details),
      state: 'draft',
      turn: 'member',
      createdAt: at,
      updatedAt: at,
      updatedBy: draft.createdBy,
    })
    .execute();
  return id;
}

/** Removes a draft; what names it goes with it. */
export async function deleteDraft(tx: Tx, id: RequestId): Promise<void> {
  await tx.deleteFrom('request').where('id', '=', id).where('state', '=', 'draft').execute();
}

export type RequestChange = Partial<
  Pick<
    RequestRecord,
    | 'state'
    | 'stage'
    | 'ownerId'
    | 'turn'
    | 'nextStep'
    | 'dueAt'
    | 'riskAt'
    | 'decidedAt'
    | 'closedAt'
    | 'submittedAt'
    | 'step'
    | 'reference'
  >
> & {
  callId?: string;
  callPlace?: number;
  number?: number;
  late?: boolean;
  titleJa?: string;
  titleEn?: string;
  headOfGovernment?: boolean;
};

/**
 * Changes a request as long as it is still at the version and in the state that were looked at, and raises the version.
 * Answers the new version, or null when somebody was faster. `quiet` leaves the other side's unread mark alone.
 */
export async function updateRequest(
  tx: Tx,
  request: Pick<RequestRecord, 'id' | 'version' | 'state'>,
  change: RequestChange & { details?: unknown },
  by: { actor: Actor; at: Date; quiet?: boolean },
): Promise<number | null> {
  const { details, ...columns } = change;
  const mark = isMember(by.actor) ? { memberActedAt: by.at } : { officeActedAt: by.at };
  const row = await tx
    .updateTable('request')
    .set({
      ...columns,
      ...(details === undefined ? {} : { details: JSON.stringify(details) }),
      ...(by.quiet ? {} : mark),
      updatedAt: by.at,
      updatedBy: by.actor.accountId,
      version: request.version + 1,
    })
    .where('id', '=', request.id)
    .where('version', '=', request.version)
    .where('state', '=', request.state)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

/** Notes that one side has written without changing the request itself. */
export async function markActed(tx: Tx, id: RequestId, fromOffice: boolean, at: Date): Promise<void> {
  await tx
    .updateTable('request')
    .set(fromOffice ? { officeActedAt: at } : { memberActedAt: at })
    .where('id', '=', id)
    .execute();
}

/** The names an answer shows beside a stale version: who changed it last. */
export async function nameOfAccount(db: Db, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const row = await db.selectFrom('account').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? null;
}

/** Whether an active account of the desk could take a request on. */
export async function isDeskAccount(db: Db, id: AccountId): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'active')
    .where('role', 'in', ['staff_triager', 'staff_coordinator', 'registrar'])
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether an organisation is a member municipality. */
export async function isMembership(db: Db, id: OrganisationId): Promise<boolean> {
  const row = await db
    .selectFrom('membership')
    .select('organisationId')
    .where('organisationId', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
