import { countQueue } from '#db/queries/queue-counts.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import type { QueueCounts } from '#shared/requests/contract.ts';

/** How many open requests there are, by risk, by kind and in the views everybody has. */
export async function countRequests(ctx: Ctx, actor: Actor, { event }: { event: string }): Promise<QueueCounts> {
  const counts = await ctx.database.read(actor, (db) => countQueue(db, actor, event, ctx.now()));
  const { overdue, atRisk, watch, onTrack, pass, speaking, bilateral, ...views } = counts;
  return {
    groups: { overdue, at_risk: atRisk, watch, on_track: onTrack },
    kinds: { pass, speaking, bilateral },
    ...views,
  };
}
