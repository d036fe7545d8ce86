import { z } from 'zod';
import { RequestId, ViewId } from '#shared/ids.ts';
import { defineOperations } from '#shared/operation.ts';
import { pageOf } from '#shared/page.ts';
import * as shape from './contract.ts';
import { signOffOperations } from './sign-off-operations.ts';
import { taskOperations } from './task-operations.ts';

const params = z.strictObject({ id: RequestId });
const eventSlug = z.strictObject({ event: shape.QueueFilter.event });
/** A step of the lifecycle: a noun under the request, always saying which version was looked at. */
const step = {
  params,
  ifMatch: true,
  answer: shape.RequestView,
  problems: ['wrong-state', 'changed-meanwhile'],
} as const;

export const requestOperations = defineOperations({
  ...signOffOperations,
  ...taskOperations,
  'GET /api/requests': {
    id: 'listRequests',
    summary: 'The queue, or the municipality’s own requests',
    action: 'request.read',
    query: shape.QueueQuery,
    answer: shape.RequestPage,
  },
  'GET /api/requests/counts': {
    id: 'countRequests',
    summary: 'How many are open, by risk and by view',
    action: 'request.read',
    query: eventSlug,
    answer: shape.QueueCounts,
  },
  'POST /api/requests': {
    id: 'createDraft',
    summary: 'Begin a request',
    action: 'request.write',
    body: shape.CreateDraft,
    status: 201,
    answer: shape.RequestView,
    idempotent: true,
    problems: ['window-closed'],
  },
  'GET /api/requests/:id': {
    id: 'readRequest',
    summary: 'One request',
    action: 'request.read',
    params,
    answer: shape.RequestView,
  },
  'DELETE /api/requests/:id': {
    id: 'discardDraft',
    summary: 'Discard a draft',
    action: 'request.write',
    params,
    ifMatch: true,
    status: 204,
    problems: ['wrong-state'],
  },
  'PUT /api/requests/:id/answers': {
    id: 'saveAnswers',
    summary: 'Save the answers so far',
    action: 'request.write',
    params,
    body: shape.SaveAnswers,
    ifMatch: true,
    answer: shape.RequestView,
    problems: ['wrong-state', 'changed-meanwhile', 'not-in-delegation'],
  },

  'POST /api/requests/:id/submission': {
    ...step,
    id: 'submitRequest',
    summary: 'Send the request',
    action: 'request.write',
    idempotent: true,
    problems: ['wrong-state', 'window-closed', 'invalid-input'],
  },
  'POST /api/requests/:id/withdrawal': {
    ...step,
    id: 'withdrawRequest',
    summary: 'Withdraw',
    action: 'request.write',
    body: shape.OptionalReason,
  },
  'POST /api/requests/:id/answer': {
    ...step,
    id: 'answerQuestion',
    summary: 'Answer what the office asked',
    action: 'request.write',
    body: shape.AnswerInput,
  },
  'POST /api/requests/:id/offer-acceptance': {
    ...step,
    id: 'acceptOffer',
    summary: 'Accept the offer',
    action: 'request.write',
  },
  'POST /api/requests/:id/offer-refusal': {
    ...step,
    id: 'refuseOffer',
    summary: 'Refuse the offer',
    action: 'request.write',
    body: shape.OptionalReason,
  },

  'POST /api/requests/:id/triage': {
    ...step,
    id: 'startTriage',
    summary: 'Start looking at it',
    action: 'request.triage',
  },
  'POST /api/requests/:id/question': {
    ...step,
    id: 'askMember',
    summary: 'Ask the municipality',
    action: 'request.triage',
    body: shape.AskInput,
  },
  'POST /api/requests/:id/approval': { ...step, id: 'approveRequest', summary: 'Approve', action: 'request.triage' },
  'POST /api/requests/:id/waitlisting': {
    ...step,
    id: 'waitlistRequest',
    summary: 'Put on the waiting list',
    action: 'request.triage',
    body: shape.OptionalReason,
  },
  'POST /api/requests/:id/offer': {
    ...step,
    id: 'makeOffer',
    summary: 'Offer something with an answer-by time',
    action: 'request.triage',
    body: shape.OfferInput,
  },
  'POST /api/requests/:id/refusal': {
    ...step,
    id: 'declineRequest',
    summary: 'Decline, with the reason',
    action: 'request.triage',
    body: shape.Reason,
  },
  'POST /api/requests/:id/reopening': {
    ...step,
    id: 'reopenRequest',
    summary: 'Look at it again',
    action: 'request.triage',
    body: shape.OptionalReason,
  },
  'POST /api/requests/:id/completion': {
    ...step,
    id: 'completeRequest',
    summary: 'It is over and done',
    action: 'request.triage',
  },
  'PUT /api/requests/:id/owner': {
    ...step,
    id: 'assignRequest',
    summary: 'Hand over to a colleague',
    action: 'request.triage',
    body: shape.AssignInput,
  },
  'PUT /api/requests/:id/next-step': {
    ...step,
    id: 'setNextStep',
    summary: 'Say whose turn it is, for what and by when',
    action: 'request.triage',
    body: shape.DueInput,
  },

  'GET /api/requests/:id/messages': {
    id: 'listMessages',
    summary: 'The conversation with the municipality',
    action: 'request.read',
    params,
    answer: z.strictObject({ items: z.array(shape.MessageView) }),
  },
  'POST /api/requests/:id/messages': {
    id: 'writeMessage',
    summary: 'Write to the other side',
    action: 'request.message',
    params,
    body: shape.MessageInput,
    status: 201,
    answer: shape.MessageView,
    idempotent: true,
  },
  'GET /api/requests/:id/notes': {
    id: 'listNotes',
    summary: 'The office’s internal notes',
    action: 'request.note',
    params,
    answer: z.strictObject({ items: z.array(shape.NoteView) }),
  },
  'POST /api/requests/:id/notes': {
    id: 'writeNote',
    summary: 'Write an internal note',
    action: 'request.note',
    params,
    body: shape.MessageInput,
    status: 201,
    answer: shape.NoteView,
    idempotent: true,
  },
  'GET /api/requests/:id/history': {
    id: 'readHistory',
    summary: 'Who did what, when and why',
    action: 'request.read',
    params,
    answer: z.strictObject({ items: z.array(shape.HistoryView) }),
  },
  'PUT /api/requests/:id/presence': {
    id: 'bePresent',
    summary: 'Say that I have it open, and see who else has',
    action: 'request.read',
    rate: 'read',
    params,
    answer: shape.PresenceView,
  },

  'POST /api/requests/bulk': {
    id: 'actOnMany',
    summary: 'One act on many requests',
    action: 'request.triage',
    body: shape.BulkInput,
    answer: shape.BulkAnswer,
    idempotent: true,
  },

  'GET /api/saved-views': {
    id: 'listViews',
    summary: 'My saved views of the queue',
    action: 'view.keep',
    answer: z.strictObject({ items: z.array(shape.SavedView) }),
  },
  'POST /api/saved-views': {
    id: 'saveView',
    summary: 'Save a view',
    action: 'view.keep',
    body: shape.ViewInput,
    status: 201,
    answer: shape.SavedView,
    idempotent: true,
    problems: ['already-exists'],
  },
  'DELETE /api/saved-views/:id': {
    id: 'removeView',
    summary: 'Remove a saved view',
    action: 'view.keep',
    params: z.strictObject({ id: ViewId }),
    status: 204,
  },

  'GET /api/history': {
    id: 'listHistory',
    summary: 'The record of changes',
    action: 'history.read',
    query: shape.HistoryQuery,
    answer: pageOf(shape.HistoryView),
  },
  'GET /api/history/mine': {
    id: 'listOwnHistory',
    summary: 'What I have changed',
    action: 'account.self',
    query: shape.HistoryQuery,
    answer: pageOf(shape.HistoryView),
  },
  'GET /api/history/head': {
    id: 'readHistoryHead',
    summary: 'The end of the chain that seals the record of changes',
    action: 'history.export',
    answer: shape.HistoryHead,
  },
  'POST /api/history/exports': {
    id: 'exportHistory',
    summary: 'The record of changes as a file for a spreadsheet; is recorded itself',
    action: 'history.export',
    body: shape.HistoryFilter,
    answer: shape.HistoryExport,
  },
});
