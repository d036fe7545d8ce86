import type { Tx } from '#db/connect.ts';
import { insertMessage } from '#db/queries/conversation.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import type { MessageView, RequestView } from '#shared/requests/contract.ts';
import type { RequestAction } from '#shared/requests/lifecycle.ts';
import type { RequestMail } from '#shared/requests/mails.ts';
import { policyTexts } from '#shared/requests/policy-texts.ts';
import { textsIn } from '#shared/text.ts';
import { advance } from './advance.ts';
import { changeRequest } from './change-request.ts';
import { refuseField } from './field-error.ts';
import { tellMember } from './tell.ts';
import { say } from './write-message.ts';

/** The steps that one act of the desk consists of, and what each tells the municipality. */
const MAIL = {
  start: null,
  ask: 'request.question',
  approve: 'request.approved',
  waitlist: 'request.waitlisted',
  offer: 'request.offer',
  decline: 'request.declined',
  reopen: 'request.reopened',
  complete: 'request.completed',
} as const satisfies Partial<Record<RequestAction, RequestMail | null>>;
/** What the municipality reads in the conversation along with the step. */
const SAYS = {
  ask: 'question',
  offer: 'offer',
  decline: 'decision',
  approve: 'decision',
  waitlist: 'decision',
} as const satisfies Partial<Record<RequestAction, MessageView['kind']>>;

export type DeskAction = keyof typeof MAIL;
export type DeskInput = {
  reason?: string;
  body?: string;
  nextStep?: string;
  /** As it came over the wire. */
  dueAt?: string;
  /** Goes into the history as it is. */
  details?: Record<string, unknown>;
  bulk?: string;
};

/** One step of the desk on one request. */
export function takeDeskStep(
  ctx: Ctx,
  actor: Actor,
  id: RequestId,
  version: number,
  action: DeskAction,
  input: DeskInput = {},
): Promise<RequestView> {
  return changeRequest(ctx, actor, id, version, (tx, request) => deskStep(ctx, tx, actor, request, action, input));
}

/** The same inside a transaction: the step, its words in the conversation, its mail. Answers the request as it then is. */
export async function deskStep(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  action: DeskAction,
  { reason, body, nextStep, dueAt, details, bulk }: DeskInput,
): Promise<RequestRecord> {
  const due = dueAt === undefined ? undefined : laterThanNow(ctx, actor, dueAt);
  const words = body ?? (action === 'decline' ? reason : undefined);
  const kind = action in SAYS ? SAYS[action as keyof typeof SAYS] : null;
  const messageId = kind && words ? await insertMessage(tx, say(ctx, actor, request, kind, words)) : null;
  const after = await advance(ctx, tx, actor, request, action, {
    ...(reason ? { reason } : {}),
    ...(nextStep ? { nextStep } : {}),
    ...(due ? { dueAt: due } : {}),
    details: { ...details, ...(messageId ? { messageId } : {}) },
  });
  const mail = MAIL[action];
  const asked = after.turn === 'member' ? { dueAt: after.dueAt } : {};
  if (mail) await tellMember(ctx, tx, actor, after, mail, { ...asked, ...(bulk ? { bulk } : {}) });
  return after;
}

/** An instant somebody gave; refuses one that is over at its field. */
export function laterThanNow(ctx: Ctx, actor: Actor, iso: string): Date {
  const date = new Date(iso);
  return date > ctx.now() ? date : refuseField('/dueAt', textsIn(policyTexts, actor.lang).past);
}
