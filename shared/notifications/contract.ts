import { z } from 'zod';
import { OutboxId, RequestId } from '#shared/ids.ts';
import { Lang } from '#shared/lang.ts';
import { PageQuery, pageOf } from '#shared/page.ts';
import { Instant } from '#shared/shapes.ts';

export const OUTBOX_STATES = ['ready', 'sent', 'dead', 'dropped'] as const;

export const OutboxRow = z.strictObject({
  id: OutboxId,
  to: z.string(),
  toName: z.string(),
  lang: Lang,
  template: z.string(),
  subject: z.string(),
  state: z.enum(OUTBOX_STATES),
  attempts: z.int(),
  lastError: z.string().nullable(),
  requestId: RequestId.nullable(),
  createdAt: Instant,
  sentAt: Instant.nullable(),
});
export type OutboxRow = z.infer<typeof OutboxRow>;
export const OutboxPage = pageOf(OutboxRow);
export const OutboxQuery = z.strictObject({ ...PageQuery, state: z.enum(OUTBOX_STATES).optional() });
export const OutboxMail = z.strictObject({ ...OutboxRow.shape, body: z.string() });
export type OutboxMail = z.infer<typeof OutboxMail>;
/** `sending` is false without an SMTP server: mail then waits here to be read. */
export const OutboxStatus = z.strictObject({ sending: z.boolean(), ready: z.int(), dead: z.int() });
