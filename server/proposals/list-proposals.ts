import { rankedProposals } from '#db/queries/proposals.ts';
import type { Actor } from '#shared/actor.ts';
import type { CallId, ProposalId } from '#shared/ids.ts';
import { cutPage, decodeCursor, type Page } from '#shared/page.ts';
import { refuse } from '#shared/problem.ts';
import type { ProposalQuery, ProposalRow, ProposalView } from '#shared/proposals/contract.ts';
import { policyTexts } from '#shared/requests/policy-texts.ts';
import { textsIn } from '#shared/text.ts';
import { wholeCall } from '../calls/read-calls.ts';
import type { Ctx } from '../context.ts';
import { wholeProposal } from './open-proposal.ts';

/** The ranking of a call. */
export function listProposals(
  ctx: Ctx,
  actor: Actor,
  callId: CallId,
  query: ProposalQuery,
): Promise<Page<ProposalRow>> {
  const { limit, after, ...filter } = query;
  const from = after === undefined ? null : cursorOf(actor, after);
  return ctx.database.read(actor, async (db) => {
    await wholeCall(ctx, db, actor, callId);
    const rows = await rankedProposals(db, actor.accountId ?? '', { callId }, filter, limit + 1, from);
    const { items, next } = cutPage(rows, limit, ({ key, at, id }) => [key, at, id]);
    return { items: items.map(({ row }) => row), next };
  });
}

export function readProposal(ctx: Ctx, actor: Actor, id: ProposalId): Promise<ProposalView> {
  return ctx.database.read(actor, (db) => wholeProposal(db, actor, id));
}

const SHAPES = [/^-?\d{1,3}(\.\d{1,20})?$/, /^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z$/, /^[\da-f-]{36}$/];

function cursorOf(actor: Actor, cursor: string): { key: string; at: string; id: string } {
  const parts = decodeCursor(cursor)?.map(String) ?? [];
  const [key = '', at = '', id = ''] = parts;
  if (parts.length === 3 && parts.every((part, nth) => SHAPES[nth]?.test(part))) return { key, at, id };
  const detail = textsIn(policyTexts, actor.lang).cursor;
  return refuse('invalid-input', { count: 1 }, { errors: [{ pointer: '?after', detail }] });
}
