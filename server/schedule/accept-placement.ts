import { writeHistory } from '#db/queries/history.ts';
import { runById } from '#db/queries/placement-runs.ts';
import type { Actor } from '#shared/actor.ts';
import type { PlacementRunId } from '#shared/ids.ts';
import { ProblemError, refuse } from '#shared/problem.ts';
import { problemWords } from '#shared/problem-texts.ts';
import type { AcceptAnswer, Proposal } from '#shared/schedule/placement-contract.ts';
import { placementTexts } from '#shared/schedule/placement-texts.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { placeSession } from './place-session.ts';

/**
 * Places the sessions named as a proposal has them. One act of a person, recorded as such; each session is a
 * transaction of its own and judged as if a hand had placed it, so that what has changed since is refused alone.
 */
export async function acceptPlacement(
  ctx: Ctx,
  actor: Actor,
  id: PlacementRunId,
  sessionIds: readonly string[],
): Promise<AcceptAnswer> {
  const wanted = await ctx.database.write(actor, async (tx) => {
    const run = (await runById(tx, id)) ?? refuse('not-found', {});
    const items = (run.proposal?.items ?? []).filter((one) => sessionIds.includes(one.sessionId));
    if (items.length === 0) refuse('wrong-state', { because: textsIn(placementTexts, actor.lang).notProposed });
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'event', subjectId: run.eventId, eventId: run.eventId },
      ...{ action: 'placement.accepted', details: { run: id, sessions: items.map((one) => one.sessionId) } },
    });
    return items;
  });
  const answer: AcceptAnswer = { done: [], refused: [] };
  for (const item of wanted) {
    const { sessionId } = item;
    try {
      answer.done.push({ id: sessionId, version: await place(ctx, actor, item) });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      answer.refused.push({ id: sessionId, detail: detailOf(error, actor) });
    }
  }
  return answer;
}

async function place(ctx: Ctx, actor: Actor, item: Proposal['items'][number]): Promise<number> {
  const { sessionId, version, roomId, startsAt, minutes } = item;
  return (await placeSession(ctx, actor, sessionId, version, { roomId, startsAt, minutes })).version;
}

function detailOf({ code, params, extensions }: ProblemError, actor: Actor): string {
  if (code === 'changed-meanwhile') return textsIn(placementTexts, actor.lang).changedSince;
  const [field] = (extensions.errors ?? []) as { detail: string }[];
  return field?.detail ?? problemWords(code, params, actor.lang).detail;
}
