import { updateMeeting } from '#db/queries/meetings.ts';
import type { Actor } from '#shared/actor.ts';
import type { MeetingView } from '#shared/bilaterals/contract.ts';
import { whyNotMove } from '#shared/bilaterals/policy.ts';
import type { MeetingId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { giveTurn, openForChange, readMeeting, recordMeeting } from './change-meeting.ts';
import { COUNTERPART_DAYS } from './open-meeting.ts';

/** Records how far the counterpart is; it is given its days anew. */
export function moveMeetingState(
  ctx: Ctx,
  actor: Actor,
  id: MeetingId,
  version: number,
  { state }: { state: 'approaching' | 'negotiating' },
): Promise<MeetingView> {
  return ctx.database.write(actor, async (tx) => {
    const { request, before } = await openForChange(tx, actor, id, version);
    const because = whyNotMove(actor, before, request);
    if (because) refuse('wrong-state', { because });
    if (before.state === state) return before;
    await updateMeeting(tx, id, { state });
    await recordMeeting(ctx, tx, actor, request, id, { action: 'move', from: before.state, to: state });
    await giveTurn(ctx, tx, actor, request, 'counterpart', state, COUNTERPART_DAYS);
    return readMeeting(tx, id);
  });
}
