import { eventOperations } from '#shared/events/operations.ts';
import { routes } from '../http/route.ts';
import { changeDays, changeEvent } from './change-event.ts';
import { createEvent } from './create-event.ts';
import { addDeadline, changeDeadline, removeDeadline } from './keep-deadlines.ts';
import { addPool, changePool, removePool } from './keep-pools.ts';
import { addRoom, changeRoom, removeRoom } from './keep-rooms.ts';
import { addVenue, changeVenue } from './keep-venues.ts';
import { addWindow, changeWindow } from './keep-windows.ts';
import { listEvents, readEvent } from './read-event.ts';

export const eventRoutes = routes(eventOperations, {
  'GET /api/events': ({ ctx, actor }) => listEvents(ctx, actor),
  'POST /api/events': ({ ctx, actor, body }) => createEvent(ctx, actor, body),
  'GET /api/events/:event': ({ ctx, actor, params }) => readEvent(ctx, actor, params.event),
  'PUT /api/events/:event': ({ ctx, actor, params, ifMatch, body }) =>
    changeEvent(ctx, actor, params.event, ifMatch, body),
  'PUT /api/events/:event/days': ({ ctx, actor, params, ifMatch, body }) =>
    changeDays(ctx, actor, params.event, ifMatch, body),
  'POST /api/events/:event/venues': ({ ctx, actor, params, body }) => addVenue(ctx, actor, params.event, body),
  'PUT /api/venues/:id': ({ ctx, actor, params, ifMatch, body }) => changeVenue(ctx, actor, params.id, ifMatch, body),
  'POST /api/events/:event/rooms': ({ ctx, actor, params, body }) => addRoom(ctx, actor, params.event, body),
  'PUT /api/rooms/:id': ({ ctx, actor, params, ifMatch, body }) => changeRoom(ctx, actor, params.id, ifMatch, body),
  'DELETE /api/rooms/:id': ({ ctx, actor, params, ifMatch }) => removeRoom(ctx, actor, params.id, ifMatch),
  'POST /api/events/:event/deadlines': ({ ctx, actor, params, body }) => addDeadline(ctx, actor, params.event, body),
  'PUT /api/deadlines/:id': ({ ctx, actor, params, ifMatch, body }) =>
    changeDeadline(ctx, actor, params.id, ifMatch, body),
  'DELETE /api/deadlines/:id': ({ ctx, actor, params, ifMatch }) => removeDeadline(ctx, actor, params.id, ifMatch),
  'PUT /api/windows/:id': ({ ctx, actor, params, ifMatch, body }) => changeWindow(ctx, actor, params.id, ifMatch, body),
  'POST /api/events/:event/windows': ({ ctx, actor, params, body }) => addWindow(ctx, actor, params.event, body),
  'POST /api/events/:event/pools': ({ ctx, actor, params, body }) => addPool(ctx, actor, params.event, body),
  'PUT /api/pools/:id': ({ ctx, actor, params, ifMatch, body }) => changePool(ctx, actor, params.id, ifMatch, body),
  'DELETE /api/pools/:id': ({ ctx, actor, params, ifMatch }) => removePool(ctx, actor, params.id, ifMatch),
});
