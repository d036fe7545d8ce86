import type { z } from 'zod';
import { countMail, findMail, listMail, type OutboxEntry } from '#db/queries/outbox.ts';
import { theProgram } from '#server/who.ts';
import type { Actor } from '#shared/actor.ts';
import type { OutboxId, RequestId } from '#shared/ids.ts';
import type { OutboxMail, OutboxQuery, OutboxRow, OutboxStatus } from '#shared/notifications/contract.ts';
import { cutPage, decodeCursor, type Page } from '#shared/page.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { wordsMasked, wordsToSend } from './compose-mail.ts';

/** Mail, the latest first. */
export async function listOutbox(
  ctx: Ctx,
  actor: Actor,
  { state, limit, after }: z.output<typeof OutboxQuery>,
): Promise<Page<OutboxRow>> {
  const filter = { state, after: after === undefined ? undefined : cursorOf(after) };
  const rows = await ctx.database.read(actor, (db) => listMail(db, filter, limit + 1));
  const page = cutPage(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { ...page, items: page.items.map((row) => presentMail(row, wordsMasked(ctx, row).subject)) };
}

/** Whether mail is being sent, and how much waits. */
export async function readOutboxStatus(ctx: Ctx, actor: Actor): Promise<z.input<typeof OutboxStatus>> {
  const { ready, dead } = await ctx.database.read(actor, countMail);
  return { sending: ctx.settings.smtpUrl !== null, ready, dead };
}

/**
 * One mail as its recipient sees it, but for the secret of a link that signs in. Only the demonstration without a mail
 * server shows that too: nobody could sign in by link there otherwise, and there is nobody real to impersonate.
 */
export async function readMail(ctx: Ctx, actor: Actor, id: OutboxId): Promise<OutboxMail> {
  const row = (await ctx.database.read(actor, (db) => findMail(db, id))) ?? refuse('not-found', {});
  const open = ctx.settings.demo && ctx.settings.smtpUrl === null && row.state === 'ready';
  const words = open ? await ctx.database.write(theProgram, (tx) => wordsToSend(ctx, tx, row)) : wordsMasked(ctx, row);
  return { ...presentMail(row, words.subject), body: words.body };
}

function presentMail(row: OutboxEntry, subject: string): OutboxRow {
  const { to, toName, lang, template, state, attempts, lastError } = row;
  return {
    ...{ to, toName, lang, template, subject, state, attempts, lastError },
    id: row.id as OutboxId,
    requestId: row.requestId as RequestId | null,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}

function cursorOf(after: string): { createdAt: string; id: string } {
  const [createdAt, id] = decodeCursor(after) ?? [];
  if (typeof createdAt !== 'string' || typeof id !== 'string') refuse('bad-request', {});
  if (Number.isNaN(Date.parse(createdAt)) || !/^[0-9a-f-]{36}$/.test(id)) refuse('bad-request', {});
  return { createdAt, id };
}
