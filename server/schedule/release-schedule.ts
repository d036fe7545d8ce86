import { writeHistory } from '#db/queries/history.ts';
import { insertRelease, lastStamps, lockEventForRelease, releasesOf } from '#db/queries/releases.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { ReleaseInput, ReleaseView } from '#shared/schedule/contract.ts';
import { stamped } from '#shared/schedule/release-stamps.ts';
import type { Ctx } from '../context.ts';
import { planRelease } from './plan-release.ts';
import { presentRelease } from './present.ts';
import { tellOfRelease } from './tell-of-release.ts';

/**
 * Publishes the draft as it stands: a numbered copy of its public fields, which never changes afterwards. Whoever says
 * what they saw releases that and nothing else.
 */
export function releaseSchedule(
  ctx: Ctx,
  actor: Actor,
  slug: string,
  { comment, seen }: ReleaseInput,
): Promise<ReleaseView> {
  return ctx.database.write(actor, async (tx) => {
    const event = (await lockEventForRelease(tx, slug)) ?? refuse('not-found', {});
    const plan = await planRelease(tx, event.id);
    if (plan.changed.length === 0) refuse('nothing-to-release', {});
    if (seen !== undefined && seen !== plan.fingerprint) {
      refuse('draft-changed', {}, { current: { number: plan.number, fingerprint: plan.fingerprint } });
    }

    const touched = new Set<string>(plan.changed.map(({ id }) => id));
    const release = await insertRelease(
      tx,
      {
        ...{ eventId: event.id, commentJa: comment.ja, commentEn: comment.en },
        ...{ releasedAt: ctx.now(), releasedBy: actor.accountId },
      },
      stamped(plan.sessions, touched, await lastStamps(tx, event.id), ctx.now()),
      plan.parties,
    );
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'release', subjectId: release.id, action: 'release', eventId: event.id },
      details: { number: release.number, sessions: plan.sessions.length, changed: plan.changed.length },
    });
    await tellOfRelease(ctx, tx, event, plan, release.id);
    const [view] = await releasesOf(tx, event.id, 1);
    return presentRelease(view ?? refuse('not-found', {}));
  });
}
