import { z } from 'zod';
import { OutboxId } from '#shared/ids.ts';
import { defineOperations } from '#shared/operation.ts';
import * as shape from './contract.ts';

const params = z.strictObject({ id: OutboxId });

export const notificationOperations = defineOperations({
  'GET /api/outbox': {
    id: 'listOutbox',
    summary: 'Mail, the latest first',
    action: 'outbox.read',
    query: shape.OutboxQuery,
    answer: shape.OutboxPage,
  },
  'GET /api/outbox/status': {
    id: 'readOutboxStatus',
    summary: 'Whether mail is being sent',
    action: 'outbox.read',
    answer: shape.OutboxStatus,
  },
  'GET /api/outbox/:id': {
    id: 'readMail',
    summary: 'One mail as its recipient sees it',
    action: 'outbox.read',
    params,
    answer: shape.OutboxMail,
  },
  'POST /api/outbox/:id/retry': {
    id: 'retryMail',
    summary: 'Try to send a failed mail again',
    action: 'outbox.send',
    params,
    status: 204,
    problems: ['wrong-state'],
  },
  'POST /api/outbox/:id/drop': {
    id: 'dropMail',
    summary: 'Do not send this mail',
    action: 'outbox.send',
    params,
    status: 204,
    problems: ['wrong-state'],
  },
});
