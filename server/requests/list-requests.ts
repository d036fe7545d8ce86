import { listQueue, type QueueCursor } from '#db/queries/queue.ts';
import type { Ctx } from '#server/context.ts';
import { type Reply, rawJson } from '#server/http/reply.ts';
import type { Actor } from '#shared/actor.ts';
import { decodeCursor, encodeCursor } from '#shared/page.ts';
import type { QueueQuery } from '#shared/requests/contract.ts';
import { policyTexts } from '#shared/requests/policy-texts.ts';
import { foldForSearch, searchWords } from '#shared/requests/search.ts';
import { textsIn } from '#shared/text.ts';
import { refuseField } from './field-error.ts';

/** A page of the queue, or of the municipality's own requests, as the JSON that PostgreSQL has built. */
export async function listRequests(ctx: Ctx, actor: Actor, query: QueueQuery): Promise<Reply<never>> {
  const { q, ...others } = query;
  const words = searchWords(q ?? '');
  const tooShort = words.length > 0 && words.every((word) => [...word].length < 2);
  if (tooShort) refuseField('?q', textsIn(policyTexts, actor.lang).tooShort);
  const asked = foldForSearch(q ?? '') === '' ? others : query;
  const after = query.after === undefined ? null : cursorOf(actor, query.after);
  const { items, last } = await ctx.database.read(actor, (db) => listQueue(db, actor, asked, ctx.now(), after));
  const next = last && encodeCursor([last.now.toISOString(), last.part, last.key, last.id]);
  return rawJson(`{"items":${items},"next":${JSON.stringify(next)}}`);
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3,6}Z$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function cursorOf(actor: Actor, text: string): QueueCursor {
  const [now, part, key, id] = decodeCursor(text) ?? [];
  const isInstant = (value: unknown): value is string =>
    typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
  if (isInstant(now) && (part === 0 || part === 1) && isInstant(key) && typeof id === 'string' && ID.test(id)) {
    return { now: new Date(now), part, key, id };
  }
  return refuseField('?after', textsIn(policyTexts, actor.lang).cursor);
}
