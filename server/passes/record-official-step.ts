import { writeHistory } from '#db/queries/history.ts';
import { lockPass, passById, setOfficial } from '#db/queries/passes.ts';
import { findRequest } from '#db/queries/requests.ts';
import type { Actor } from '#shared/actor.ts';
import type { PassId, RequestId } from '#shared/ids.ts';
import type { PassView } from '#shared/passes/contract.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { refuseUnready } from '../delegations/who-has-no-consent.ts';
import { presentPass } from './present.ts';
import { tellMember } from './tell-member.ts';

/** The steps that say that somebody's name stands in the secretariat's system. */
const HANDED_IN: readonly PassView['official'][] = ['nominated', 'confirmed', 'letter_sent'];
/** The steps after which the municipality has something to do: apply for a visa, bring the letter. */
const TOLD: readonly PassView['official'][] = ['confirmed', 'letter_sent'];

/** Records how far the secretariat's own system is; a step entered by mistake can be set back. */
export async function recordOfficialStep(
  ctx: Ctx,
  actor: Actor,
  id: PassId,
  version: number,
  { official }: Pick<PassView, 'official'>,
): Promise<PassView> {
  return ctx.database.write(actor, async (tx) => {
    await lockPass(tx, id);
    const pass = (await passById(tx, id)) ?? refuse('not-found', {});
    if (pass.version !== version) refuse('changed-meanwhile', {}, { current: presentPass(pass) });
    if (pass.official === official) return presentPass(pass);
    // With the first of these steps somebody's data are handed in: they must be complete, and theirs to give.
    if (pass.official === 'none' && HANDED_IN.includes(official))
      await refuseUnready(tx, [pass.delegateId], actor.lang);
    await setOfficial(tx, id, official);
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'pass', subjectId: id, action: 'official' },
      ...{ from: pass.official, to: official, memberId: pass.memberId, eventId: pass.eventId },
      requestId: pass.requestId,
    });
    const request = pass.requestId ? await findRequest(tx, actor, pass.requestId as RequestId) : undefined;
    if (request && TOLD.includes(official)) await tellMember(ctx, tx, request, 'pass.official');
    return presentPass({ ...pass, official, version: version + 1 });
  });
}
