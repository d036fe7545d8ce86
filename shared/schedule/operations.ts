import { z } from 'zod';
import { ProgrammeSessionId, RequestId } from '#shared/ids.ts';
import { defineOperations } from '#shared/operation.ts';
import * as shape from './contract.ts';
import { Favourites } from './favourite-contract.ts';
import { sheetOperations } from './sheet-operations.ts';

const slug = z.strictObject({ event: z.string().regex(/^[a-z0-9-]{2,40}$/) });
const ofSession = z.strictObject({ id: ProgrammeSessionId });
const ofRequest = z.strictObject({ id: RequestId });
const arrange = { action: 'schedule.arrange', ifMatch: true, params: ofSession, answer: shape.SessionView } as const;

export const scheduleOperations = defineOperations({
  ...sheetOperations,
  'GET /api/events/:event/schedule': {
    id: 'readDraftSchedule',
    summary: 'The draft: sessions, rooms and what is not placed yet',
    action: 'schedule.read',
    params: slug,
    answer: shape.DraftView,
  },
  'PUT /api/events/:event/schedule/presence': {
    id: 'markPresentInEditor',
    summary: 'Say that one has the draft open; who else has, and whether it has changed',
    action: 'schedule.read',
    params: slug,
    answer: shape.EditorPresence,
  },
  'POST /api/events/:event/sessions': {
    id: 'addSession',
    summary: 'Add a session of a partner or of the pavilion itself',
    action: 'schedule.arrange',
    params: slug,
    body: shape.SessionInput,
    status: 201,
    answer: shape.SessionView,
    idempotent: true,
  },
  'GET /api/requests/:id/session': {
    id: 'readSessionOfRequest',
    summary: 'The session that fulfils a speaking request',
    action: 'request.read',
    params: ofRequest,
    answer: z.strictObject({
      session: shape.SessionView.nullable(),
      room: z.strictObject({ name: z.string(), nameEn: z.string(), timeZone: z.string() }).nullable(),
    }),
  },
  'POST /api/requests/:id/session': {
    id: 'addSessionOfRequest',
    summary: 'Make a session from an approved speaking request',
    action: 'schedule.arrange',
    params: ofRequest,
    status: 201,
    answer: shape.SessionView,
    idempotent: true,
    problems: ['wrong-state', 'already-exists'],
  },
  'PUT /api/sessions/:id': {
    ...arrange,
    id: 'changeSession',
    summary: 'Change a session’s text, hosts and speakers',
    body: shape.SessionInput,
    problems: ['changed-meanwhile', 'not-in-delegation', 'clash'],
  },
  'PUT /api/sessions/:id/slot': {
    ...arrange,
    id: 'placeSession',
    summary: 'Put a session into a room at a time',
    body: shape.PlaceSession,
    problems: ['room-taken', 'clash', 'changed-meanwhile', 'wrong-state'],
  },
  'DELETE /api/sessions/:id/slot': {
    ...arrange,
    id: 'unplaceSession',
    summary: 'Take a session off the grid',
    problems: ['changed-meanwhile'],
  },
  'POST /api/sessions/:id/cancellation': {
    ...arrange,
    id: 'cancelSession',
    summary: 'Cancel a session, with the reason',
    body: shape.CancelSession,
    problems: ['changed-meanwhile', 'wrong-state'],
  },
  'GET /api/events/:event/favourites': {
    id: 'readFavourites',
    summary: 'My favourites of the programme',
    action: 'account.self',
    params: slug,
    answer: Favourites,
  },
  'PUT /api/events/:event/favourites': {
    id: 'keepFavourites',
    summary: 'Merge a device’s favourites with mine; of each session the later word counts',
    action: 'account.self',
    params: slug,
    body: Favourites,
    answer: Favourites,
  },
  'GET /api/events/:event/releases': {
    id: 'listReleases',
    summary: 'Releases, the latest first',
    action: 'schedule.read',
    params: slug,
    answer: z.strictObject({ items: z.array(shape.ReleaseView) }),
  },
  'POST /api/events/:event/releases': {
    id: 'releaseSchedule',
    summary: 'Publish the draft as it stands',
    action: 'schedule.release',
    params: slug,
    body: shape.ReleaseInput,
    status: 201,
    answer: shape.ReleaseView,
    idempotent: true,
    problems: ['nothing-to-release'],
  },
});
