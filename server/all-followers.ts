import { endMeeting } from './bilaterals/end-meeting.ts';
import type { Follower, Settler } from './context.ts';
import { endPasses } from './passes/end-passes.ts';
import { settleProposal } from './proposals/settle-proposal.ts';
import { confirmTrial } from './schedule/confirm-trial.ts';
import { endSession } from './schedule/end-session.ts';

/** Whatever fulfils requests and must follow when one is over. */
export const allFollowers: readonly Follower[] = [endPasses, endSession, endMeeting];

/** Whatever looks after a step of a request that was decided elsewhere, or prepared beforehand. */
export const allSettlers: readonly Settler[] = [settleProposal, confirmTrial];
