import type { Db } from '#db/connect.ts';
import type { MessageRow, NoteRow } from '#db/queries/conversation.ts';
import type { HistoryRow } from '#db/queries/read-history.ts';
import { type RequestWhole, readWhole } from '#db/queries/request-details.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { HistoryView, MessageView, NoteView, RequestView } from '#shared/requests/contract.ts';
import { stepsFor, whyNotEdit } from '#shared/requests/policy.ts';

/** A request as the actor sees it; refuses `not-found` when there is nothing for them to see. */
export async function viewOf(db: Db, actor: Actor, id: RequestId): Promise<RequestView> {
  return present(actor, (await readWhole(db, actor, id)) ?? refuse('not-found', {}));
}

function present(actor: Actor, { row, ...whole }: RequestWhole): RequestView {
  return {
    // PostgreSQL has built it after the contract, see db/queries/request-row.ts.
    ...(row as unknown as RequestView),
    ...whole,
    createdAt: whole.createdAt.toISOString(),
    decidedAt: whole.decidedAt?.toISOString() ?? null,
    closedAt: whole.closedAt?.toISOString() ?? null,
    createdBy: whole.createdBy ?? '',
    editable: whyNotEdit(actor, row) === null,
    actions: stepsFor(actor, row),
  };
}

export function presentMessage({ at, ...message }: MessageRow): MessageView {
  return { ...message, at: at.toISOString() };
}

export function presentNote({ at, ...note }: NoteRow): NoteView {
  return { ...note, at: at.toISOString() };
}

/** What a municipality may read in the details of a change; the rest is the office's own. */
const FOR_MEMBERS = new Set(['fields', 'onBehalf', 'dueAt', 'number', 'decidedOn', 'byAccount']);
/** How the office divides its work, and what it writes to itself, is not a municipality's business. */
const OFFICE_ONLY = new Set(['assign', 'stage', 'note']);

/** A row of the record; null when it is not for this reader. */
export function presentHistory(actor: Actor, row: HistoryRow): HistoryView | null {
  const view = {
    id: row.id,
    at: row.at.toISOString(),
    actor: row.actor ?? '',
    actorRole: row.actorRole,
    subject: row.subject,
    action: row.action,
    fromState: row.fromState,
    toState: row.toState,
    reason: row.reason,
    details: row.details,
    subjectId: row.subjectId,
    requestId: row.requestId,
    reference: row.reference,
    principal: row.principal,
  };
  if (!isMember(actor)) return view;
  if (row.subject === 'request' && OFFICE_ONLY.has(row.action)) return null;
  const details = Object.fromEntries(Object.entries(row.details).filter(([key]) => FOR_MEMBERS.has(key)));
  // What fulfils a request has its own reasons, such as why a clash was accepted: they are the office's.
  return { ...view, details, reason: row.subject === 'request' ? row.reason : null };
}
