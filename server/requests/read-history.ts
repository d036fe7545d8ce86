import { sealerState } from '#db/queries/history-seal.ts';
import { type HistorySelection, historyOfRequest, historyPage } from '#db/queries/read-history.ts';
import { findRequest } from '#db/queries/requests.ts';
import type { Ctx } from '#server/context.ts';
import { ownOnly } from '#server/reach.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { cutPage, decodeCursor, type Page } from '#shared/page.ts';
import { refuse } from '#shared/problem.ts';
import type { HistoryFilter, HistoryHead, HistoryView } from '#shared/requests/contract.ts';
import { SELECTED } from '#shared/requests/history-selections.ts';
import { policyTexts } from '#shared/requests/policy-texts.ts';
import { textsIn } from '#shared/text.ts';
import { addDays, JAPAN } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';
import { refuseField } from './field-error.ts';
import { presentHistory } from './present.ts';

type Asked = HistoryFilter & { limit: number; after?: string | undefined };

const readable = (actor: Actor, rows: Parameters<typeof presentHistory>[1][]) =>
  rows.map((row) => presentHistory(actor, row)).filter((view): view is HistoryView => view !== null);

/** Who did what to a request, oldest first, as far as it is the reader's business. */
export function readHistory(ctx: Ctx, actor: Actor, id: RequestId): Promise<{ items: HistoryView[] }> {
  return ctx.database.read(actor, async (db) => {
    if (!(await findRequest(db, actor, id))) refuse('not-found', {});
    return { items: readable(actor, await historyOfRequest(db, id)) };
  });
}

/** The record of changes, latest first: everything for the auditor, a municipality's own for its manager. */
export function listHistory(ctx: Ctx, actor: Actor, asked: Asked): Promise<Page<HistoryView>> {
  return pageOf(ctx, actor, asked, { memberId: ownOnly(actor, 'history.read') });
}

/** What the actor has changed, latest first. */
export function listOwnHistory(ctx: Ctx, actor: Actor, asked: Asked): Promise<Page<HistoryView>> {
  return pageOf(ctx, actor, asked, { actorId: actor.accountId ?? refuse('not-signed-in', {}) });
}

async function pageOf(ctx: Ctx, actor: Actor, asked: Asked, whose: HistorySelection): Promise<Page<HistoryView>> {
  const { limit, after, ...filter } = asked;
  const from = after === undefined ? null : cursorOf(actor, after);
  const selection = { ...selectionOf(filter), ...whose };
  const rows = await ctx.database.read(actor, (db) => historyPage(db, selection, limit + 1, from));
  const { items, next } = cutPage(rows, limit, (row) => [row.key, row.id]);
  return { items: readable(actor, items), next };
}

/** The end of the chain, for the auditor to note outside of the database. */
export async function readHistoryHead(ctx: Ctx, actor: Actor): Promise<HistoryHead> {
  const state = await ctx.database.read(actor, sealerState);
  return { head: state ? { seq: state.seq, hash: state.hash, sealedAt: state.sealedAt.toISOString() } : null };
}

/** A filter as the query wants it: days of Japan become instants. */
export function selectionOf({ person, thing, subject, action, since, until, only }: HistoryFilter): HistorySelection {
  const startOf = (day: string) => instantOf(day, '00:00', JAPAN);
  return {
    ...(only ? SELECTED[only] : {}),
    ...(subject ? { subject } : {}),
    ...(action ? { actions: [action] } : {}),
    ...{ person, thing },
    since: since ? startOf(since) : undefined,
    before: until ? startOf(addDays(until, 1)) : undefined,
  };
}

function cursorOf(actor: Actor, text: string): { at: string; id: string } {
  const [at, id] = decodeCursor(text) ?? [];
  const fits = typeof at === 'string' && /^[\dT:.-]{26}Z$/.test(at) && !Number.isNaN(Date.parse(at));
  if (fits && typeof id === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) return { at, id };
  return refuseField('?after', textsIn(policyTexts, actor.lang).cursor);
}
