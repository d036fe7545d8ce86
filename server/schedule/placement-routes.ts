import { placementOperations } from '#shared/schedule/placement-operations.ts';
import { routes } from '../http/route.ts';
import { acceptPlacement } from './accept-placement.ts';
import { cancelPlacement, proposePlacement, readPlacement } from './propose-placement.ts';

export const placementRoutes = routes(placementOperations, {
  'GET /api/events/:event/placement': ({ ctx, actor, params }) => readPlacement(ctx, actor, params.event),
  'POST /api/events/:event/placements': ({ ctx, actor, params }) => proposePlacement(ctx, actor, params.event),
  'POST /api/placements/:id/cancellation': ({ ctx, actor, params }) => cancelPlacement(ctx, actor, params.id),
  'POST /api/placements/:id/acceptance': ({ ctx, actor, params, body }) =>
    acceptPlacement(ctx, actor, params.id, body.sessionIds),
});
