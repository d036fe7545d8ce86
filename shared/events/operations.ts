import { z } from 'zod';
import { DeadlineId, PoolId, RoomId, VenueId, WindowId } from '#shared/ids.ts';
import { defineOperations } from '#shared/operation.ts';
import * as shape from './contract.ts';

const slug = z.strictObject({ event: z.string().regex(shape.EVENT_SLUG) });
const change = { action: 'event.change', ifMatch: true, problems: ['changed-meanwhile', 'still-in-use'] } as const;
const add = { action: 'event.change', status: 201, idempotent: true, params: slug } as const;

export const eventOperations = defineOperations({
  'GET /api/events': {
    id: 'listEvents',
    summary: 'Events, the latest first, and the processes they can belong to',
    action: 'event.read',
    answer: shape.EventList,
  },
  'POST /api/events': {
    id: 'createEvent',
    summary: 'Create an event with its days',
    action: 'event.change',
    status: 201,
    idempotent: true,
    body: shape.CreateEvent,
    answer: shape.EventView,
    problems: ['already-exists'],
  },
  'GET /api/events/:event': {
    id: 'readEvent',
    summary: 'One event with its days, rooms, deadlines, windows and pools',
    action: 'event.read',
    params: slug,
    answer: shape.EventView,
  },
  'PUT /api/events/:event': {
    ...change,
    id: 'changeEvent',
    summary: 'Change an event',
    params: slug,
    body: shape.ChangeEvent,
    answer: shape.EventView,
  },
  'PUT /api/events/:event/days': {
    ...change,
    id: 'changeDays',
    summary: 'Set the days and their themes',
    params: slug,
    body: shape.DaysInput,
    answer: shape.EventView,
  },
  'POST /api/events/:event/venues': {
    ...add,
    id: 'addVenue',
    summary: 'Add a venue',
    body: shape.VenueInput,
    answer: shape.VenueView,
  },
  'PUT /api/venues/:id': {
    ...change,
    id: 'changeVenue',
    summary: 'Change a venue',
    params: z.strictObject({ id: VenueId }),
    body: shape.VenueInput,
    answer: shape.VenueView,
  },
  'POST /api/events/:event/rooms': {
    ...add,
    id: 'addRoom',
    summary: 'Add a room',
    body: shape.RoomInput,
    answer: shape.RoomView,
    problems: ['already-exists'],
  },
  'PUT /api/rooms/:id': {
    ...change,
    id: 'changeRoom',
    summary: 'Change a room',
    params: z.strictObject({ id: RoomId }),
    body: shape.RoomInput,
    answer: shape.RoomView,
  },
  'DELETE /api/rooms/:id': {
    ...change,
    id: 'removeRoom',
    summary: 'Remove a room that nothing uses',
    params: z.strictObject({ id: RoomId }),
    status: 204,
  },
  'POST /api/events/:event/deadlines': {
    ...add,
    id: 'addDeadline',
    summary: 'Add a deadline',
    body: shape.DeadlineInput,
    answer: shape.DeadlineView,
  },
  'PUT /api/deadlines/:id': {
    ...change,
    id: 'changeDeadline',
    summary: 'Change a deadline',
    params: z.strictObject({ id: DeadlineId }),
    body: shape.DeadlineInput,
    answer: shape.DeadlineView,
  },
  'DELETE /api/deadlines/:id': {
    ...change,
    id: 'removeDeadline',
    summary: 'Remove a deadline',
    params: z.strictObject({ id: DeadlineId }),
    status: 204,
  },
  'PUT /api/windows/:id': {
    ...change,
    id: 'changeWindow',
    summary: 'Change when a kind of request may be sent',
    params: z.strictObject({ id: WindowId }),
    body: shape.WindowInput,
    answer: shape.WindowView,
  },
  'POST /api/events/:event/windows': {
    ...add,
    id: 'addWindow',
    summary: 'Open a kind of request',
    body: shape.WindowInput,
    answer: shape.WindowView,
    problems: ['already-exists'],
  },
  'POST /api/events/:event/pools': {
    ...add,
    id: 'addPool',
    summary: 'Add a pool of places',
    body: shape.PoolInput,
    answer: shape.PoolView,
  },
  'PUT /api/pools/:id': {
    ...change,
    id: 'changePool',
    summary: 'Change a pool; it cannot shrink below the places in use',
    params: z.strictObject({ id: PoolId }),
    body: shape.PoolInput,
    answer: shape.PoolView,
  },
  'DELETE /api/pools/:id': {
    ...change,
    id: 'removePool',
    summary: 'Remove a pool that nothing uses',
    params: z.strictObject({ id: PoolId }),
    status: 204,
  },
});
