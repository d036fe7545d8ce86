import { scheduleOperations } from '#shared/schedule/operations.ts';
import { routes } from '../http/route.ts';
import { addSession } from './add-session.ts';
import { addSessionOfRequest } from './add-session-of-request.ts';
import { cancelSession } from './cancel-session.ts';
import { changeSession } from './change-session.ts';
import { keepFavourites, readFavourites } from './keep-favourites.ts';
import { listReleases } from './list-releases.ts';
import { markPresentInEditor } from './mark-in-editor.ts';
import { placeSession } from './place-session.ts';
import { promoteStandby } from './promote-standby.ts';
import { readDraft } from './read-draft.ts';
import { readSessionOfRequest } from './read-session-of-request.ts';
import { listSheets, readSheet } from './read-sheets.ts';
import { releaseSchedule } from './release-schedule.ts';
import { savePapers } from './save-papers.ts';
import { unplaceSession } from './unplace-session.ts';

export const scheduleRoutes = routes(scheduleOperations, {
  'GET /api/events/:event/schedule': ({ ctx, actor, params }) => readDraft(ctx, actor, params.event),
  'PUT /api/events/:event/schedule/presence': ({ ctx, actor, params }) => markPresentInEditor(ctx, actor, params.event),
  'POST /api/events/:event/sessions': ({ ctx, actor, params, body }) => addSession(ctx, actor, params.event, body),
  'GET /api/requests/:id/session': ({ ctx, actor, params }) => readSessionOfRequest(ctx, actor, params.id),
  'POST /api/requests/:id/session': ({ ctx, actor, params }) => addSessionOfRequest(ctx, actor, params.id),
  'PUT /api/sessions/:id': ({ ctx, actor, params, ifMatch, body }) =>
    changeSession(ctx, actor, params.id, ifMatch, body),
  'PUT /api/sessions/:id/slot': ({ ctx, actor, params, ifMatch, body }) =>
    placeSession(ctx, actor, params.id, ifMatch, body),
  'DELETE /api/sessions/:id/slot': ({ ctx, actor, params, ifMatch }) => unplaceSession(ctx, actor, params.id, ifMatch),
  'POST /api/sessions/:id/cancellation': ({ ctx, actor, params, ifMatch, body }) =>
    cancelSession(ctx, actor, params.id, ifMatch, body),
  'GET /api/sessions/:id/sheet': ({ ctx, actor, params }) => readSheet(ctx, actor, params.id),
  'GET /api/events/:event/sheets': ({ ctx, actor, params, query }) => listSheets(ctx, actor, params.event, query),
  'PUT /api/sessions/:id/papers': ({ ctx, actor, params, ifMatch, body }) =>
    savePapers(ctx, actor, params.id, ifMatch, body),
  'POST /api/sessions/:id/promotion': ({ ctx, actor, params, ifMatch, body }) =>
    promoteStandby(ctx, actor, params.id, ifMatch, body),
  'GET /api/events/:event/favourites': ({ ctx, actor, params }) => readFavourites(ctx, actor, params.event),
  'PUT /api/events/:event/favourites': ({ ctx, actor, params, body }) => keepFavourites(ctx, actor, params.event, body),
  'GET /api/events/:event/releases': ({ ctx, actor, params }) => listReleases(ctx, actor, params.event),
  'POST /api/events/:event/releases': ({ ctx, actor, params, body }) => releaseSchedule(ctx, actor, params.event, body),
});
