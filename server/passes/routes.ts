import { passOperations } from '#shared/passes/operations.ts';
import { routes } from '../http/route.ts';
import { allotPasses } from './allot-passes.ts';
import { listPassesOfRequest } from './list-passes-of-request.ts';
import { readPassBoard } from './read-pass-board.ts';
import { recordOfficialStep } from './record-official-step.ts';
import { releasePass } from './release-pass.ts';
import { tryAllotment } from './try-allotment.ts';

export const passRoutes = routes(passOperations, {
  'GET /api/events/:event/passes': ({ ctx, actor, params }) => readPassBoard(ctx, actor, params.event),
  'GET /api/events/:event/passes/what-if': ({ ctx, actor, params, query }) =>
    tryAllotment(ctx, actor, params.event, query),
  'GET /api/requests/:id/passes': ({ ctx, actor, params }) => listPassesOfRequest(ctx, actor, params.id),
  'POST /api/requests/:id/passes': ({ ctx, actor, params, ifMatch, body }) =>
    allotPasses(ctx, actor, params.id, ifMatch, body),
  'POST /api/passes/:id/release': ({ ctx, actor, params, ifMatch, body }) =>
    releasePass(ctx, actor, params.id, ifMatch, body),
  'PUT /api/passes/:id/official': ({ ctx, actor, params, ifMatch, body }) =>
    recordOfficialStep(ctx, actor, params.id, ifMatch, body),
});
