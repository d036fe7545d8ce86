import { outsideOfCalls } from '#db/call.ts';
import type { Db } from '#db/connect.ts';
import { writeHistory } from '#db/queries/history.ts';
import { eventForBoard } from '#db/queries/pass-board.ts';
import { endDeadRuns, endRun, insertRun, latestRun, type RunRow, runById } from '#db/queries/placement-runs.ts';
import type { Actor } from '#shared/actor.ts';
import type { PlacementRunId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { PlacementRunView } from '#shared/schedule/placement-contract.ts';
import { placementTexts } from '#shared/schedule/placement-texts.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { workOutPlacement } from './work-out-placement.ts';

/** After so long without a sign of life a run is over: its instance was stopped. */
const DEAD_AFTER_MS = 15_000;

/** The latest proposal of an event, or how far it is. */
export function readPlacement(ctx: Ctx, actor: Actor, slug: string): Promise<{ run: PlacementRunView | null }> {
  return ctx.database.read(actor, async (db) => {
    const event = (await eventForBoard(db, slug)) ?? refuse('not-found', {});
    const row = await latestRun(db, event.id);
    return { run: row ? present(row, ctx.realNow()) : null };
  });
}

/** Begins to work a proposal out; one at a time for an event. It changes nothing until somebody accepts it. */
export async function proposePlacement(ctx: Ctx, actor: Actor, slug: string): Promise<PlacementRunView> {
  const run = await ctx.database.write(actor, async (tx) => {
    const event = (await eventForBoard(tx, slug)) ?? refuse('not-found', {});
    const { accountId } = actor;
    if (accountId === null) return refuse('not-signed-in', {});
    await endDeadRuns(tx, event.id, deadSince(ctx));
    if ((await latestRun(tx, event.id))?.state === 'running') {
      refuse('wrong-state', { because: textsIn(placementTexts, actor.lang).runsAlready });
    }
    const id = await insertRun(tx, {
      ...{ eventId: event.id, askedBy: accountId, askedAt: ctx.now(), beatAt: ctx.realNow() },
      progress: { sessions: 0, seconds: 0, gap: null },
    });
    await record(ctx, tx, actor, event.id, 'placement.asked', { run: id });
    return read(ctx, tx, id);
  });
  // Not awaited: the answer is that it has begun.
  void outsideOfCalls(() => workOutPlacement(ctx, run.id, slug));
  return run;
}

/** Stops a proposal that is being worked out; its thread ends within a second. */
export function cancelPlacement(ctx: Ctx, actor: Actor, id: PlacementRunId): Promise<PlacementRunView> {
  return ctx.database.write(actor, async (tx) => {
    const run = (await runById(tx, id)) ?? refuse('not-found', {});
    if (!(await endRun(tx, id, 'cancelled'))) {
      refuse('wrong-state', { because: textsIn(placementTexts, actor.lang).runsNoMore });
    }
    await record(ctx, tx, actor, run.eventId, 'placement.cancelled', { run: id });
    return read(ctx, tx, id);
  });
}

async function record(
  ctx: Ctx,
  tx: Parameters<typeof writeHistory>[0],
  actor: Actor,
  eventId: string,
  action: string,
  details: Record<string, unknown>,
): Promise<void> {
  const of = { subject: 'event', subjectId: eventId, eventId };
  await writeHistory(tx, { at: ctx.now(), actor, ...of, action, details });
}

async function read(ctx: Ctx, db: Db, id: string): Promise<PlacementRunView> {
  return present((await runById(db, id)) ?? refuse('not-found', {}), ctx.realNow());
}

function deadSince(ctx: Ctx): Date {
  return new Date(ctx.realNow().getTime() - DEAD_AFTER_MS);
}

function present(row: RunRow, now: Date): PlacementRunView {
  const dead = row.state === 'running' && now.getTime() - row.beatAt.getTime() > DEAD_AFTER_MS;
  return {
    id: row.id as PlacementRunId,
    state: dead ? 'failed' : row.state,
    ...{ askedBy: row.askedBy, askedAt: row.askedAt.toISOString() },
    ...{ progress: row.progress, proposal: row.proposal },
  };
}
