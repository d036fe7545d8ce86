import { endMeeting } from './bilaterals/end-meeting.ts';
import type { Follower } from './context.ts';
import { endPasses } from './passes/end-passes.ts';
import { endSession } from './schedule/end-session.ts';

/** Whatever fulfils requests and must follow when one is over. */
export const allFollowers: readonly Follower[] = [endPasses, endSession, endMeeting];
