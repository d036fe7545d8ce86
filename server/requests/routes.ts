import { created } from '#server/http/reply.ts';
import { routes } from '#server/http/route.ts';
import { requestOperations } from '#shared/requests/operations.ts';
import { actOnMany } from './act-on-many.ts';
import { assignRequest } from './assign-request.ts';
import { bePresent } from './be-present.ts';
import { countRequests } from './count-requests.ts';
import { createDraft } from './create-draft.ts';
import { takeDeskStep } from './desk-steps.ts';
import { discardDraft } from './discard-draft.ts';
import { exportHistory } from './export-history.ts';
import { askForSignOff, decideSignOff, listSignOffs, recordSignOff } from './keep-sign-off.ts';
import { changeSignOffRule, readSignOffRule } from './keep-sign-off-rule.ts';
import { listMessages } from './list-messages.ts';
import { listRequests } from './list-requests.ts';
import { acceptOffer, answerQuestion, refuseOffer, withdrawRequest } from './member-steps.ts';
import { listNotes, writeNote } from './notes.ts';
import { listHistory, listOwnHistory, readHistory, readHistoryHead } from './read-history.ts';
import { readRequest } from './read-request.ts';
import { saveAnswers } from './save-answers.ts';
import { listViews, removeView, saveView } from './saved-views.ts';
import { setNextStep } from './set-next-step.ts';
import { submitRequest } from './submit-request.ts';
import { addTask } from './tasks/add-task.ts';
import { changeTask } from './tasks/change-task.ts';
import { listTasks } from './tasks/list-tasks.ts';
import { remindOfTasks } from './tasks/remind-of-tasks.ts';
import { changeTaskRules, readTaskRules } from './tasks/task-rules.ts';
import { writeMessage } from './write-message.ts';

export const requestRoutes = routes(requestOperations, {
  'GET /api/requests': ({ ctx, actor, query }) => listRequests(ctx, actor, query),
  'GET /api/requests/counts': ({ ctx, actor, query }) => countRequests(ctx, actor, query),
  'POST /api/requests': async ({ ctx, actor, body }) => {
    const view = await createDraft(ctx, actor, body);
    return created(view, `/api/requests/${view.id}`);
  },
  'GET /api/requests/:id': ({ ctx, actor, params }) => readRequest(ctx, actor, params.id),
  'DELETE /api/requests/:id': ({ ctx, actor, params, ifMatch }) => discardDraft(ctx, actor, params.id, ifMatch),
  'PUT /api/requests/:id/answers': ({ ctx, actor, params, ifMatch, body }) =>
    saveAnswers(ctx, actor, params.id, ifMatch, body),

  'GET /api/events/:event/tasks': ({ ctx, actor, params, query }) => listTasks(ctx, actor, params.event, query),
  'PUT /api/tasks/:id': ({ ctx, actor, params, ifMatch, body }) => changeTask(ctx, actor, params.id, ifMatch, body),
  'POST /api/requests/:id/tasks': ({ ctx, actor, params, body }) => addTask(ctx, actor, params.id, body),
  'POST /api/events/:event/task-reminders': ({ ctx, actor, params, body }) =>
    remindOfTasks(ctx, actor, params.event, body),
  'GET /api/events/:event/task-rules': ({ ctx, actor, params }) => readTaskRules(ctx, actor, params.event),
  'PUT /api/events/:event/task-rules': ({ ctx, actor, params, body }) =>
    changeTaskRules(ctx, actor, params.event, body),

  'POST /api/requests/:id/submission': ({ ctx, actor, params, ifMatch }) =>
    submitRequest(ctx, actor, params.id, ifMatch),
  'POST /api/requests/:id/withdrawal': ({ ctx, actor, params, ifMatch, body }) =>
    withdrawRequest(ctx, actor, params.id, ifMatch, body),
  'POST /api/requests/:id/answer': ({ ctx, actor, params, ifMatch, body }) =>
    answerQuestion(ctx, actor, params.id, ifMatch, body),
  'POST /api/requests/:id/offer-acceptance': ({ ctx, actor, params, ifMatch }) =>
    acceptOffer(ctx, actor, params.id, ifMatch),
  'POST /api/requests/:id/offer-refusal': ({ ctx, actor, params, ifMatch, body }) =>
    refuseOffer(ctx, actor, params.id, ifMatch, body),

  'POST /api/requests/:id/triage': ({ ctx, actor, params, ifMatch }) =>
    takeDeskStep(ctx, actor, params.id, ifMatch, 'start'),
  'POST /api/requests/:id/question': ({ ctx, actor, params, ifMatch, body }) =>
    takeDeskStep(ctx, actor, params.id, ifMatch, 'ask', body),
  'POST /api/requests/:id/approval': ({ ctx, actor, params, ifMatch }) =>
    takeDeskStep(ctx, actor, params.id, ifMatch, 'approve'),
  'POST /api/requests/:id/waitlisting': ({ ctx, actor, params, ifMatch, body }) =>
    takeDeskStep(ctx, actor, params.id, ifMatch, 'waitlist', body),
  'POST /api/requests/:id/offer': ({ ctx, actor, params, ifMatch, body }) =>
    takeDeskStep(ctx, actor, params.id, ifMatch, 'offer', body),
  'POST /api/requests/:id/refusal': ({ ctx, actor, params, ifMatch, body }) =>
    takeDeskStep(ctx, actor, params.id, ifMatch, 'decline', body),
  'POST /api/requests/:id/reopening': ({ ctx, actor, params, ifMatch, body }) =>
    takeDeskStep(ctx, actor, params.id, ifMatch, 'reopen', body),
  'POST /api/requests/:id/completion': ({ ctx, actor, params, ifMatch }) =>
    takeDeskStep(ctx, actor, params.id, ifMatch, 'complete'),
  'PUT /api/requests/:id/owner': ({ ctx, actor, params, ifMatch, body }) =>
    assignRequest(ctx, actor, params.id, ifMatch, body),
  'PUT /api/requests/:id/next-step': ({ ctx, actor, params, ifMatch, body }) =>
    setNextStep(ctx, actor, params.id, ifMatch, body),

  'GET /api/requests/:id/messages': ({ ctx, actor, params }) => listMessages(ctx, actor, params.id),
  'POST /api/requests/:id/messages': ({ ctx, actor, params, body }) => writeMessage(ctx, actor, params.id, body),
  'GET /api/requests/:id/notes': ({ ctx, actor, params }) => listNotes(ctx, actor, params.id),
  'POST /api/requests/:id/notes': ({ ctx, actor, params, body }) => writeNote(ctx, actor, params.id, body),
  'GET /api/requests/:id/history': ({ ctx, actor, params }) => readHistory(ctx, actor, params.id),
  'PUT /api/requests/:id/presence': ({ ctx, actor, params }) => bePresent(ctx, actor, params.id),

  'POST /api/requests/bulk': ({ ctx, actor, body }) => actOnMany(ctx, actor, body),

  'GET /api/saved-views': ({ ctx, actor }) => listViews(ctx, actor),
  'POST /api/saved-views': ({ ctx, actor, body }) => saveView(ctx, actor, body),
  'DELETE /api/saved-views/:id': ({ ctx, actor, params }) => removeView(ctx, actor, params.id),

  'PUT /api/requests/:id/sign-off': ({ ctx, actor, params, ifMatch, body }) =>
    recordSignOff(ctx, actor, params.id, ifMatch, body),
  'POST /api/requests/:id/sign-off/asking': ({ ctx, actor, params, ifMatch }) =>
    askForSignOff(ctx, actor, params.id, ifMatch),
  'POST /api/requests/:id/sign-off/decision': ({ ctx, actor, params, ifMatch, body }) =>
    decideSignOff(ctx, actor, params.id, ifMatch, body),
  'GET /api/sign-offs': ({ ctx, actor }) => listSignOffs(ctx, actor),
  'GET /api/sign-off-rule': ({ ctx, actor }) => readSignOffRule(ctx, actor),
  'PUT /api/sign-off-rule': ({ ctx, actor, body }) => changeSignOffRule(ctx, actor, body),

  'GET /api/history': ({ ctx, actor, query }) => listHistory(ctx, actor, query),
  'GET /api/history/mine': ({ ctx, actor, query }) => listOwnHistory(ctx, actor, query),
  'GET /api/history/head': ({ ctx, actor }) => readHistoryHead(ctx, actor),
  'POST /api/history/exports': ({ ctx, actor, body }) => exportHistory(ctx, actor, body),
});
