import { actBy, findAuthority } from '#db/queries/authorities.ts';
import { writeHistory } from '#db/queries/history.ts';
import { standingOf } from '#shared/accounts/authority.ts';
import { authorityTexts } from '#shared/accounts/authority-texts.ts';
import type { Actor } from '#shared/actor.ts';
import type { AuthorityId, DelegateId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import { dayOf, JAPAN } from '#shared/time.ts';
import type { Ctx } from '../context.ts';
import { forgetActors } from './find-actor.ts';

/**
 * Says for whom the actor's session acts from now on; null for themselves. What they may do stays what it was: only
 * the record and the conversation name both. The step is recorded in the name that it ends or begins.
 */
export async function chooseActing(ctx: Ctx, actor: Actor, authorityId: AuthorityId | null): Promise<void> {
  const { accountId, sessionId, memberId } = actor;
  if (!accountId || !sessionId) refuse('not-signed-in', {});
  await ctx.database.write(actor, async (tx) => {
    const chosen = authorityId && (await findAuthority(tx, authorityId));
    if (authorityId && (!chosen || chosen.accountId !== accountId)) refuse('not-found', {});
    if (chosen) {
      const standing = standingOf(chosen, dayOf(ctx.now(), JAPAN));
      if (standing !== 'live') refuse('wrong-state', { because: textsIn(authorityTexts, actor.lang)[standing] });
    }
    await actBy(tx, { accountId, sessionId }, authorityId);
    const action = chosen ? 'acting.begun' : 'acting.ended';
    const actingFor: DelegateId | null = chosen ? chosen.delegateId : (actor.actingFor ?? null);
    const entry = { subject: 'account', subjectId: accountId, action, memberId };
    const details = authorityId ? { authority: authorityId } : {};
    await writeHistory(tx, { at: ctx.now(), actor: { ...actor, actingFor }, ...entry, details });
  });
  forgetActors();
}
