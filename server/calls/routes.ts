import { callOperations } from '#shared/calls/operations.ts';
import { created } from '../http/reply.ts';
import { routes } from '../http/route.ts';
import { addCall, changeCall, copyCall, removeCall } from './keep-calls.ts';
import { giveException, listExceptions } from './keep-exceptions.ts';
import { listCalls, readCall } from './read-calls.ts';

export const callRoutes = routes(callOperations, {
  'GET /api/events/:event/calls': ({ ctx, actor, params }) => listCalls(ctx, actor, params.event),
  'POST /api/events/:event/calls': async ({ ctx, actor, params, body }) => {
    const call = await addCall(ctx, actor, params.event, body);
    return created(call, `/api/calls/${call.id}`);
  },
  'GET /api/calls/:id': ({ ctx, actor, params }) => readCall(ctx, actor, params.id),
  'PUT /api/calls/:id': ({ ctx, actor, params, ifMatch, body }) => changeCall(ctx, actor, params.id, ifMatch, body),
  'DELETE /api/calls/:id': ({ ctx, actor, params, ifMatch }) => removeCall(ctx, actor, params.id, ifMatch),
  'POST /api/calls/:id/copy': async ({ ctx, actor, params, body }) => {
    const call = await copyCall(ctx, actor, params.id, body);
    return created(call, `/api/calls/${call.id}`);
  },
  'GET /api/calls/:id/exceptions': ({ ctx, actor, params }) => listExceptions(ctx, actor, params.id),
  'PUT /api/calls/:id/exceptions/:member': ({ ctx, actor, params, body }) =>
    giveException(ctx, actor, params.id, params.member, body),
});
