import { z } from 'zod';
import { RequestId } from '#shared/ids.ts';
import { defineOperations } from '#shared/operation.ts';
import * as shape from './contract.ts';

const signOff = {
  params: z.strictObject({ id: RequestId }),
  ifMatch: true,
  answer: shape.RequestView,
  problems: ['wrong-state', 'changed-meanwhile'],
} as const;

/** The approval that a municipality gives itself before a request leaves it. */
export const signOffOperations = defineOperations({
  'PUT /api/requests/:id/sign-off': {
    ...signOff,
    id: 'recordSignOff',
    summary: 'Write down the municipality’s own approval with its number',
    action: 'request.write',
    body: shape.SignOffInput,
  },
  'POST /api/requests/:id/sign-off/asking': {
    ...signOff,
    id: 'askForSignOff',
    summary: 'Ask the municipality’s manager to approve the draft',
    action: 'request.write',
  },
  'POST /api/requests/:id/sign-off/decision': {
    ...signOff,
    id: 'decideSignOff',
    summary: 'Approve a draft as the municipality’s manager, or return it',
    action: 'sign-off.decide',
    body: shape.SignOffDecision,
    problems: ['wrong-state', 'changed-meanwhile', 'not-allowed'],
  },
  'GET /api/sign-offs': {
    id: 'listSignOffs',
    summary: 'Drafts that wait for my approval',
    action: 'sign-off.decide',
    answer: z.strictObject({ items: z.array(shape.WaitingDraft) }),
  },
  'GET /api/sign-off-rule': {
    id: 'readSignOffRule',
    summary: 'Whether my municipality sends nothing without its own approval',
    action: 'sign-off.decide',
    answer: shape.SignOffRuleShape,
  },
  'PUT /api/sign-off-rule': {
    id: 'changeSignOffRule',
    summary: 'Say whether my municipality sends nothing without its own approval, and who gives it',
    action: 'sign-off.decide',
    body: shape.SignOffRuleShape,
    answer: shape.SignOffRuleShape,
  },
});
