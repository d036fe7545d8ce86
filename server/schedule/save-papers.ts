import { replacePapers } from '#db/queries/papers.ts';
import { principalOf } from '#server/requests/advance.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import type { ProgrammeSessionId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import { whyNotChange } from '#shared/schedule/policy.ts';
import type { PapersInput, SheetView } from '#shared/schedule/sheet-contract.ts';
import type { Ctx } from '../context.ts';
import { openSession } from './open-session.ts';
import { sheetOf } from './read-sheets.ts';
import { recordSession } from './record-session.ts';

/** Writes biographies, run of show and questions: by the municipality whose session it is, or by the office for it. */
export function savePapers(
  ctx: Ctx,
  actor: Actor,
  id: ProgrammeSessionId,
  version: number,
  input: PapersInput,
): Promise<SheetView> {
  return ctx.database.write(actor, async (tx) => {
    // Whoever only takes part in a session sees it, and must not learn by a stale version what is not theirs.
    await sheetOf(tx, actor, id);
    const { eventId, before } = await openSession(tx, actor, id, version);
    const because = whyNotChange(actor, before);
    if (because) refuse('wrong-state', { because });
    const { memberId } = before;
    await replacePapers(tx, id, input);
    await recordSession(ctx, tx, actor, eventId, before, {
      action: 'papers',
      principal: memberId && !isMember(actor) ? principalOf(actor, { memberId }) : null,
      details: { items: input.items.length, biographies: input.biographies.filter((one) => one.ja || one.en).length },
    });
    return sheetOf(tx, actor, id);
  });
}
