import { outsideOperations } from '#shared/schedule/outside-operations.ts';
import { routes } from '../http/route.ts';
import { importOutsideTimetable, readOutsideTimetable } from './import-outside.ts';
import { changeOutsideItem, listOutsideItems, removeOutsideItem } from './keep-outside.ts';

export const outsideRoutes = routes(outsideOperations, {
  'GET /api/events/:event/outside-items': ({ ctx, actor, params, query }) =>
    listOutsideItems(ctx, actor, params.event, query),
  'POST /api/events/:event/outside-readings': ({ ctx, actor, params, body }) =>
    readOutsideTimetable(ctx, actor, params.event, body),
  'POST /api/events/:event/outside-imports': ({ ctx, actor, params, body }) =>
    importOutsideTimetable(ctx, actor, params.event, body),
  'PUT /api/outside-items/:id': ({ ctx, actor, params, ifMatch, body }) =>
    changeOutsideItem(ctx, actor, params.id, ifMatch, body),
  'DELETE /api/outside-items/:id': ({ ctx, actor, params, ifMatch }) =>
    removeOutsideItem(ctx, actor, params.id, ifMatch),
});
