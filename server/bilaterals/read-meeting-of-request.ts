import { bilateralRequest, meetingOfRequest } from '#db/queries/meetings.ts';
import { findRequest } from '#db/queries/requests.ts';
import type { Actor } from '#shared/actor.ts';
import type { MeetingView } from '#shared/bilaterals/contract.ts';
import type { RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { presentMeeting } from './present.ts';

/** The meeting a request has now, or null, for whoever may see the request. */
export function readMeetingOfRequest(ctx: Ctx, actor: Actor, id: RequestId): Promise<{ meeting: MeetingView | null }> {
  return ctx.database.read(actor, async (db) => {
    if (!(await findRequest(db, actor, id))) refuse('not-found', {});
    const meeting = (await bilateralRequest(db, actor, id)) && (await meetingOfRequest(db, id));
    return { meeting: meeting ? presentMeeting(meeting) : null };
  });
}
