import type { Db, Tx } from '#db/connect.ts';
import { sqlState } from '#db/errors.ts';
import { newId } from '#db/id.ts';
import { findEventId } from '#db/queries/events.ts';
import { writeHistory } from '#db/queries/history.ts';
import { namesOfMembers } from '#db/queries/purges.ts';
import { findHold, type HoldRow, insertHold, lockHolds, stepHold } from '#db/queries/vault-holds.ts';
import type { Actor } from '#shared/actor.ts';
import type { PlaceHold } from '#shared/delegations/contract.ts';
import type { HoldId, HoldView } from '#shared/delegations/retention.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { presentHold } from './present-retention.ts';

/** Holds a municipality's passport data of an event, so that no purge erases them. */
export function placeHold(ctx: Ctx, actor: Actor, slug: string, { memberId, reason }: PlaceHold): Promise<HoldView> {
  const id = newId();
  const placed = ctx.database.write(actor, async (tx) => {
    const eventId = (await findEventId(tx, slug)) ?? refuse('not-found', {});
    await lockHolds(tx);
    if ((await namesOfMembers(tx, [memberId])).length === 0) refuse('not-found', {});
    const at = ctx.now();
    await insertHold(tx, { id, eventId, memberId, reason, placedBy: actor.accountId ?? '', placedAt: at });
    const entry = { subject: 'vault_hold', subjectId: id, action: 'vault.held', memberId, eventId, reason };
    await writeHistory(tx, { at, actor, ...entry });
    return view(ctx, tx, actor, id);
  });
  return placed.catch((error: unknown) => {
    if (sqlState(error) === '23505') refuse('already-exists', {});
    throw error;
  });
}

/** Asks for a hold to end; it does once somebody else agrees within a day. */
export function askToEndHold(ctx: Ctx, actor: Actor, id: HoldId): Promise<HoldView> {
  return step(ctx, actor, id, 'whyNotAsk', async (tx, row) => {
    const at = ctx.now();
    await stepHold(tx, id, { endAskedBy: actor.accountId ?? '', endAskedAt: at });
    await record(tx, actor, row, 'vault.hold-end-asked', at);
  });
}

/** Agrees to what somebody else has asked for: from now on the data are erased like all others. */
export function endHold(ctx: Ctx, actor: Actor, id: HoldId): Promise<HoldView> {
  return step(ctx, actor, id, 'whyNotEnd', async (tx, row) => {
    const at = ctx.now();
    await stepHold(tx, id, { endedBy: actor.accountId ?? '', endedAt: at });
    await record(tx, actor, row, 'vault.hold-ended', at);
  });
}

function step(
  ctx: Ctx,
  actor: Actor,
  id: HoldId,
  unless: 'whyNotAsk' | 'whyNotEnd',
  work: (tx: Tx, row: HoldRow) => Promise<void>,
): Promise<HoldView> {
  return ctx.database.write(actor, async (tx) => {
    await lockHolds(tx);
    const row = (await findHold(tx, id)) ?? refuse('not-found', {});
    const because = presentHold(row, actor, ctx.now())[unless];
    if (because) refuse('wrong-state', { because });
    await work(tx, row);
    return view(ctx, tx, actor, id);
  });
}

async function record(tx: Tx, actor: Actor, { id, memberId, eventId }: HoldRow, action: string, at: Date) {
  await writeHistory(tx, { at, actor, subject: 'vault_hold', subjectId: id, action, memberId, eventId });
}

async function view(ctx: Ctx, db: Db, actor: Actor, id: string): Promise<HoldView> {
  const row = (await findHold(db, id)) ?? refuse('not-found', {});
  return presentHold(row, actor, ctx.now());
}
