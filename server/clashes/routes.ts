import { clashOperations } from '#shared/clashes/operations.ts';
import { routes } from '../http/route.ts';
import { acknowledgeFinding, reopenFinding } from './acknowledge-finding.ts';
import { changePlanning, readPlanning } from './keep-planning.ts';
import { listFindings } from './list-findings.ts';

export const clashRoutes = routes(clashOperations, {
  'GET /api/events/:event/findings': ({ ctx, actor, params }) => listFindings(ctx, actor, params.event),
  'PUT /api/events/:event/findings/:key/acknowledgement': ({ ctx, actor, params, body }) =>
    acknowledgeFinding(ctx, actor, params, body),
  'DELETE /api/events/:event/findings/:key/acknowledgement': ({ ctx, actor, params }) =>
    reopenFinding(ctx, actor, params),
  'GET /api/events/:event/planning': ({ ctx, actor, params }) => readPlanning(ctx, actor, params.event),
  'PUT /api/events/:event/planning': ({ ctx, actor, params, ifMatch, body }) =>
    changePlanning(ctx, actor, params.event, ifMatch, body),
});
