import { bilateralOperations } from '#shared/bilaterals/operations.ts';
import { routes } from '../http/route.ts';
import { arrangeMeeting } from './arrange-meeting.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { listBilaterals } from './list-bilaterals.ts';
import { moveMeetingState } from './move-meeting-state.ts';
import { openMeeting } from './open-meeting.ts';
import { readMeetingOfRequest } from './read-meeting-of-request.ts';
import { readPlanner } from './read-planner.ts';

export const bilateralRoutes = routes(bilateralOperations, {
  'GET /api/events/:event/bilaterals': ({ ctx, actor, params }) => listBilaterals(ctx, actor, params.event),
  'GET /api/requests/:id/planner': ({ ctx, actor, params }) => readPlanner(ctx, actor, params.id),
  'GET /api/requests/:id/meeting': ({ ctx, actor, params }) => readMeetingOfRequest(ctx, actor, params.id),
  'POST /api/requests/:id/meeting': ({ ctx, actor, params, body }) => openMeeting(ctx, actor, params.id, body),
  'PUT /api/meetings/:id/state': ({ ctx, actor, params, ifMatch, body }) =>
    moveMeetingState(ctx, actor, params.id, ifMatch, body),
  'PUT /api/meetings/:id/arrangement': ({ ctx, actor, params, ifMatch, body }) =>
    arrangeMeeting(ctx, actor, params.id, ifMatch, body),
  'POST /api/meetings/:id/cancellation': ({ ctx, actor, params, ifMatch, body }) =>
    cancelMeeting(ctx, actor, params.id, ifMatch, body),
});
