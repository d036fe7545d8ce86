import { clashOperations } from '#shared/clashes/operations.ts';
import { routes } from '../http/route.ts';
import { listFindings } from './list-findings.ts';

export const clashRoutes = routes(clashOperations, {
  'GET /api/events/:event/findings': ({ ctx, actor, params }) => listFindings(ctx, actor, params.event),
});
