import { z } from 'zod';
import { MeetingId, RequestId } from '#shared/ids.ts';
import { defineOperations } from '#shared/operation.ts';
import * as shape from './contract.ts';

const ofRequest = z.strictObject({ id: RequestId });
const ofMeeting = z.strictObject({ id: MeetingId });
const slug = z.strictObject({ event: z.string().regex(/^[a-z0-9-]{2,40}$/) });
const arrange = { action: 'bilateral.arrange', ifMatch: true, params: ofMeeting, answer: shape.MeetingView } as const;

export const bilateralOperations = defineOperations({
  'GET /api/events/:event/bilaterals': {
    id: 'listBilaterals',
    summary: 'Requests for meetings and how far each is',
    action: 'bilateral.read',
    params: slug,
    answer: z.strictObject({ items: z.array(shape.BilateralRow) }),
  },
  'GET /api/requests/:id/planner': {
    id: 'readPlanner',
    summary: 'Who and what is free when',
    action: 'bilateral.arrange',
    params: ofRequest,
    answer: shape.PlannerView,
  },
  'GET /api/requests/:id/meeting': {
    id: 'readMeetingOfRequest',
    summary: 'The meeting that fulfils a request',
    action: 'bilateral.read',
    params: ofRequest,
    answer: z.strictObject({ meeting: shape.MeetingView.nullable() }),
  },
  'POST /api/requests/:id/meeting': {
    id: 'openMeeting',
    summary: 'Begin to approach the counterpart',
    action: 'bilateral.arrange',
    params: ofRequest,
    body: shape.OpenMeeting,
    status: 201,
    answer: shape.MeetingView,
    idempotent: true,
    problems: ['wrong-state', 'already-exists'],
  },
  'PUT /api/meetings/:id/state': {
    ...arrange,
    id: 'moveMeetingState',
    summary: 'Record how far the counterpart is',
    body: shape.MoveMeetingState,
    problems: ['wrong-state', 'changed-meanwhile'],
  },
  'PUT /api/meetings/:id/arrangement': {
    ...arrange,
    id: 'arrangeMeeting',
    summary: 'Set agreed time, place and participants',
    body: shape.ArrangeMeeting,
    problems: ['room-taken', 'clash', 'not-in-delegation', 'wrong-state', 'changed-meanwhile'],
  },
  'POST /api/meetings/:id/cancellation': {
    ...arrange,
    id: 'cancelMeeting',
    summary: 'Cancel a meeting, with the reason',
    body: shape.CancelMeeting,
    problems: ['wrong-state', 'changed-meanwhile'],
  },
});
