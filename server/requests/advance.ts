import type { Tx } from '#db/connect.ts';
import { type HistoryEntry, writeHistory } from '#db/queries/history.ts';
import { dueFactsOf } from '#db/queries/request-rules.ts';
import { type RequestChange, type RequestRecord, updateRequest } from '#db/queries/requests.ts';
import type { Ctx, Ending } from '#server/context.ts';
import { type Actor, isOffice } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import { dueAt as dueBy } from '#shared/requests/due.ts';
import { isClosed, nextState, type RequestAction, TRANSITIONS, type Transition } from '#shared/requests/lifecycle.ts';
import { whyNotNow } from '#shared/requests/policy.ts';
import { riskAt } from '#shared/requests/risk.ts';
import { refuseStale } from './refuse-stale.ts';

export type Step = {
  /** What the due rules look at, when the verb has read it along with something else. */
  facts?: Awaited<ReturnType<typeof dueFactsOf>>;
  reason?: string | null;
  /** For steps whose due instant a person gives. */
  dueAt?: Date;
  nextStep?: string;
  /** For the history: ids, codes and plain values. */
  details?: Record<string, unknown>;
  /** Columns that change together with the state. */
  also?: RequestChange;
};

/** The steps by which a request is over, so that what fulfils it must follow. */
const ENDINGS = ['withdraw', 'decline', 'complete'] as const satisfies readonly (RequestAction & Ending)[];
/** The states in which a decision stands. */
const DECIDES = ['approve', 'waitlist', 'decline', 'accept_offer'] as const satisfies readonly RequestAction[];

/**
 * The only way a request's state changes: one update guarded by the version and state that were looked at, with whose
 * turn it is, when that is due and at risk, and a row of history. What fulfils it follows when it is over, or refuses.
 * Refuses `wrong-state` and `changed-meanwhile`.
 * Who may take the step is asked by the verb. Answers the request as it then stands.
 */
export async function advance(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  action: RequestAction,
  step: Step = {},
): Promise<RequestRecord> {
  const because = whyNotNow(request, action, actor.lang);
  const state = nextState(request.state, action);
  if (because || state === null) refuse('wrong-state', because ? { because } : {});
  const now = ctx.now();
  const { turn, due, by }: Transition = TRANSITIONS[action];
  const facts = step.facts ?? (await dueFactsOf(tx, request.eventId, request.kind, now));
  const dueAt = dueBy(due, now, { ...facts, given: step.dueAt ?? null });
  if (dueAt === null && !isClosed(state)) throw new Error(`${action} needs a due instant`);
  const change = {
    ...step.also,
    state,
    turn,
    nextStep: step.nextStep ?? '',
    dueAt,
    riskAt: dueAt && riskAt(request.kind, state, dueAt),
    closedAt: isClosed(state) ? now : null,
    ...(action === 'withdraw' || action === 'decline' ? { stage: null } : {}),
    ...(action === 'reopen' ? { decidedAt: null } : {}),
    ...((DECIDES as readonly RequestAction[]).includes(action) ? { decidedAt: now } : {}),
  };
  const after = { ...request, ...change, version: request.version + 1 };
  const onBehalf = by === 'member' && isOffice(actor);
  const followAndRecord = async () => {
    const givenUp = await follow(ctx, tx, actor, after, action);
    await writeHistory(tx, {
      ...subjectOf(request),
      principal: onBehalf ? principalOf(actor, request) : null,
      at: now,
      actor,
      action,
      from: request.state,
      to: state,
      reason: step.reason || null,
      details: {
        ...step.details,
        ...(due === 'given' && dueAt ? { dueAt: dueAt.toISOString() } : {}),
        ...(onBehalf ? { onBehalf } : {}),
        ...(givenUp ? { givenUp } : {}),
      },
    });
  };
  // They reach the database in this order and travel together; a refusal takes all of it back.
  const [version] = await Promise.all([updateRequest(tx, request, change, { actor, at: now }), followAndRecord()]);
  if (version === null) return refuseStale(tx, actor, request.id);
  let settled: RequestRecord = after;
  for (const settler of ctx.settlers) settled = await settler(ctx, tx, actor, settled, action);
  return settled;
}

/** Has whatever fulfils the request follow when it is over; answers whether something changed for good. */
async function follow(ctx: Ctx, tx: Tx, actor: Actor, request: RequestRecord, action: RequestAction): Promise<boolean> {
  const ending = ENDINGS.find((one) => one === action);
  if (!ending) return false;
  let changed = false;
  for (const follower of ctx.followers) changed = (await follower(ctx, tx, actor, request, ending)) || changed;
  return changed;
}

/** Says how far the fulfilment has come, in the words of its kind. The state stays. */
export async function setStage(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  stage: RequestRecord['stage'],
): Promise<RequestRecord> {
  if (request.stage === stage) return request;
  const details = { from: request.stage, to: stage };
  return changeBeside(ctx, tx, actor, request, { stage }, { action: 'stage', details });
}

/** Changes something beside the state (owner, next step, stage, answers), guarded and recorded in the same way. */
export async function changeBeside(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  change: Omit<RequestChange, 'state' | 'closedAt' | 'decidedAt'> & { details?: unknown },
  record: {
    action: string;
    principal?: HistoryEntry['principal'];
    reason?: string;
    details?: Record<string, unknown>;
    quiet?: boolean;
  },
): Promise<RequestRecord> {
  const at = ctx.now();
  const version = await updateRequest(tx, request, change, { actor, at, quiet: record.quiet ?? false });
  if (version === null) return refuseStale(tx, actor, request.id);
  await writeHistory(tx, {
    ...subjectOf(request),
    at,
    actor,
    action: record.action,
    principal: record.principal ?? null,
    reason: record.reason || null,
    details: record.details ?? {},
  });
  return { ...request, ...change, version };
}

/** What a bulk act found, kept in its history so that it can be taken back. */
export type Before = Pick<RequestRecord, 'state' | 'ownerId' | 'turn' | 'nextStep'> & {
  [Key in 'dueAt' | 'riskAt' | 'decidedAt' | 'closedAt']: string | null;
};

export function beforeOf(request: RequestRecord): Before {
  const { state, ownerId, turn, nextStep } = request;
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  return {
    state,
    ownerId,
    turn,
    nextStep,
    dueAt: iso(request.dueAt),
    riskAt: iso(request.riskAt),
    decidedAt: iso(request.decidedAt),
    closedAt: iso(request.closedAt),
  };
}

/** Puts a request back to how a bulk act found it. The caller has made sure that nobody has gone on from there. */
export async function restore(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  before: Before,
  undoes: string,
): Promise<RequestRecord> {
  const date = (iso: string | null) => (iso === null ? null : new Date(iso));
  const { dueAt, riskAt, decidedAt, closedAt, ...plain } = before;
  const change = {
    ...plain,
    dueAt: date(dueAt),
    riskAt: date(riskAt),
    decidedAt: date(decidedAt),
    closedAt: date(closedAt),
  };
  const at = ctx.now();
  const version = await updateRequest(tx, request, change, { actor, at });
  if (version === null) return refuseStale(tx, actor, request.id);
  await writeHistory(tx, {
    ...subjectOf(request),
    at,
    actor,
    action: 'undo',
    from: request.state,
    to: before.state,
    details: { undoes },
  });
  return { ...request, ...change, version };
}

/** For whom the actor does what is a municipality's to do: somebody of the office does it for the municipality. */
export function principalOf(actor: Actor, { memberId }: Pick<RequestRecord, 'memberId'>) {
  return isOffice(actor) ? ({ kind: 'member', id: memberId } as const) : null;
}

/** What a row of the record of changes says of the request it is about. */
export function subjectOf(request: Pick<RequestRecord, 'id' | 'memberId' | 'eventId'>) {
  return {
    subject: 'request',
    subjectId: request.id,
    requestId: request.id,
    memberId: request.memberId,
    eventId: request.eventId,
  };
}
