import { z } from 'zod';
import { CallId, OrganisationId } from '#shared/ids.ts';
import { defineOperations } from '#shared/operation.ts';
import * as shape from './contract.ts';

const slug = z.strictObject({ event: z.string().regex(/^[a-z0-9-]{2,40}$/) });
const ofCall = z.strictObject({ id: CallId });

export const callOperations = defineOperations({
  'GET /api/events/:event/calls': {
    id: 'listCalls',
    summary: 'Calls for proposals; members see those that have opened',
    action: 'call.read',
    params: slug,
    answer: shape.CallList,
  },
  'POST /api/events/:event/calls': {
    id: 'addCall',
    summary: 'Add a call for proposals; it opens and closes by itself',
    action: 'call.change',
    params: slug,
    body: shape.CallInput,
    status: 201,
    answer: shape.CallView,
    idempotent: true,
    problems: ['already-exists'],
  },
  'GET /api/calls/:id': {
    id: 'readCall',
    summary: 'One call with its questions and criteria',
    action: 'call.read',
    params: ofCall,
    answer: shape.CallView,
  },
  'PUT /api/calls/:id': {
    id: 'changeCall',
    summary: 'Change a call; once there are proposals, questions and criteria change in their words only',
    action: 'call.change',
    params: ofCall,
    body: shape.CallInput,
    ifMatch: true,
    answer: shape.CallView,
    problems: ['changed-meanwhile', 'already-exists', 'still-in-use'],
  },
  'DELETE /api/calls/:id': {
    id: 'removeCall',
    summary: 'Remove a call without proposals',
    action: 'call.change',
    params: ofCall,
    ifMatch: true,
    status: 204,
    problems: ['changed-meanwhile', 'still-in-use'],
  },
  'POST /api/calls/:id/copy': {
    id: 'copyCall',
    summary: 'Make a call with the same questions and criteria for another time',
    action: 'call.change',
    params: ofCall,
    body: shape.CopyCall,
    status: 201,
    answer: shape.CallView,
    idempotent: true,
    problems: ['already-exists'],
  },
  'GET /api/calls/:id/exceptions': {
    id: 'listCallExceptions',
    summary: 'Who may send after the closing, and why',
    action: 'call.except',
    params: ofCall,
    answer: z.strictObject({ items: z.array(shape.ExceptionView) }),
  },
  'PUT /api/calls/:id/exceptions/:member': {
    id: 'giveCallException',
    summary: 'Let a municipality send after the closing, with the reason',
    action: 'call.except',
    params: z.strictObject({ id: CallId, member: OrganisationId }),
    body: shape.ExceptionInput,
    answer: z.strictObject({ items: z.array(shape.ExceptionView) }),
  },
});
