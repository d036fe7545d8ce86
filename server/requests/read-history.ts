import { historyOfRequest, historyPage } from '#db/queries/read-history.ts';
import { findRequest } from '#db/queries/requests.ts';
import type { Ctx } from '#server/context.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { cutPage, decodeCursor, type Page } from '#shared/page.ts';
import { refuse } from '#shared/problem.ts';
import type { HistoryView } from '#shared/requests/contract.ts';
import { policyTexts } from '#shared/requests/policy-texts.ts';
import { textsIn } from '#shared/text.ts';
import { refuseField } from './field-error.ts';
import { presentHistory } from './present.ts';

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
export async function listHistory(
  ctx: Ctx,
  actor: Actor,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<Page<HistoryView>> {
  const memberId = isMember(actor) ? actor.memberId : null;
  const from = after === undefined ? null : cursorOf(actor, after);
  const rows = await ctx.database.read(actor, (db) => historyPage(db, memberId, limit + 1, from));
  const { items, next } = cutPage(rows, limit, (row) => [row.key, row.id]);
  return { items: readable(actor, items), next };
}

function cursorOf(actor: Actor, text: string): { at: string; id: string } {
  const [at, id] = decodeCursor(text) ?? [];
  const fits = typeof at === 'string' && /^[\dT:.-]{26}Z$/.test(at) && !Number.isNaN(Date.parse(at));
  if (fits && typeof id === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) return { at, id };
  return refuseField('?after', textsIn(policyTexts, actor.lang).cursor);
}
