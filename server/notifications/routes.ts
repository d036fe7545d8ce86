import { notificationOperations } from '#shared/notifications/operations.ts';
import { routes } from '../http/route.ts';
import { listOutbox, readMail, readOutboxStatus } from './read-outbox.ts';
import { dropMail, retryMail } from './settle-mail.ts';

export const notificationRoutes = routes(notificationOperations, {
  'GET /api/outbox': ({ ctx, actor, query }) => listOutbox(ctx, actor, query),
  'GET /api/outbox/status': ({ ctx, actor }) => readOutboxStatus(ctx, actor),
  'GET /api/outbox/:id': ({ ctx, actor, params }) => readMail(ctx, actor, params.id),
  'POST /api/outbox/:id/retry': ({ ctx, actor, params }) => retryMail(ctx, actor, params.id),
  'POST /api/outbox/:id/drop': ({ ctx, actor, params }) => dropMail(ctx, actor, params.id),
});
