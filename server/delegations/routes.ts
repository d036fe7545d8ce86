import { delegationOperations } from '#shared/delegations/operations.ts';
import { routes } from '../http/route.ts';
import { changeDelegation } from './change-delegation.ts';
import { addDelegate, changeDelegate } from './keep-delegates.ts';
import { openDelegation } from './open-delegation.ts';
import { listDelegations, readDelegation } from './read-delegation.ts';
import { removeDelegate } from './remove-delegate.ts';

export const delegationRoutes = routes(delegationOperations, {
  'GET /api/events/:event/delegations': async ({ ctx, actor, params }) => ({
    items: await listDelegations(ctx, actor, params.event),
  }),
  'PUT /api/events/:event/delegations/:member': ({ ctx, actor, params }) =>
    openDelegation(ctx, actor, params.event, params.member),
  'GET /api/delegations/:id': ({ ctx, actor, params }) => readDelegation(ctx, actor, params.id),
  'PATCH /api/delegations/:id': ({ ctx, actor, params, ifMatch, body }) =>
    changeDelegation(ctx, actor, params.id, ifMatch, body),
  'POST /api/delegations/:id/delegates': ({ ctx, actor, params, body }) => addDelegate(ctx, actor, params.id, body),
  'PUT /api/delegates/:id': ({ ctx, actor, params, ifMatch, body }) =>
    changeDelegate(ctx, actor, params.id, ifMatch, body),
  'DELETE /api/delegates/:id': ({ ctx, actor, params, ifMatch }) => removeDelegate(ctx, actor, params.id, ifMatch),
});
