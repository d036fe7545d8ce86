import type { Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { bulkTakesBack } from '#db/queries/read-history.ts';
import { findRequest, type RequestRecord } from '#db/queries/requests.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { ProblemError, refuse } from '#shared/problem.ts';
import { problemWords } from '#shared/problem-texts.ts';
import type { BulkAnswer, BulkInput } from '#shared/requests/contract.ts';
import { whyNotArrange } from '#shared/requests/policy.ts';
import { beforeOf } from './advance.ts';
import { handOver } from './assign-request.ts';
import { lockedRequest } from './change-request.ts';
import { deskStep } from './desk-steps.ts';
import { tellMember } from './tell.ts';
import { undoBulk } from './undo-bulk.ts';
import { keepMessage, say } from './write-message.ts';

type Act = BulkInput['act'];
type Judged = { id: RequestId; version: number } | BulkAnswer['refused'][number];

/**
 * One act on many requests. Each is a transaction of its own and judged on its own, so that one that has moved on
 * does not hold up the rest; the answer says how each went.
 */
export async function actOnMany(ctx: Ctx, actor: Actor, { items, act }: BulkInput): Promise<BulkAnswer> {
  const bulk = newId();
  const judged: Judged[] = [];
  for (const item of items) judged.push(await judge(ctx, actor, item, act, bulk));
  const done = judged.filter((one) => 'version' in one);
  const refused = judged.filter((one) => 'detail' in one);
  return { undo: (await canUndo(ctx, actor, act, done, bulk)) ? bulk : null, done, refused };
}

/** What has been said cannot be unsaid, and what was given up by declining does not come back. */
async function canUndo(
  ctx: Ctx,
  actor: Actor,
  act: Act,
  done: readonly { id: RequestId }[],
  bulk: string,
): Promise<boolean> {
  if (act.do === 'ask' || act.do === 'message' || act.do === 'undo' || done.length === 0) return false;
  if (act.do !== 'decline') return true;
  const ids = done.map(({ id }) => id);
  return ctx.database.read(actor, (db) => bulkTakesBack(db, ids, bulk));
}

async function judge(
  ctx: Ctx,
  actor: Actor,
  { id, version }: BulkInput['items'][number],
  act: Act,
  bulk: string,
): Promise<Judged> {
  try {
    return await ctx.database.write(actor, async (tx) => {
      const after = await actOn(ctx, tx, actor, await lockedRequest(tx, actor, id, version), act, bulk);
      return { id, version: after.version };
    });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const request = await ctx.database.read(actor, (db) => findRequest(db, actor, id));
    return { id, reference: request?.reference ?? null, detail: detailOf(error, actor) };
  }
}

function detailOf({ code, params, extensions }: ProblemError, actor: Actor): string {
  const [field] = (extensions.errors ?? []) as { detail: string }[];
  return field?.detail ?? problemWords(code, params, actor.lang).detail;
}

async function actOn(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  act: Act,
  bulk: string,
): Promise<RequestRecord> {
  const details = { bulk, before: beforeOf(request), version: request.version + 1 };
  switch (act.do) {
    case 'assign':
      return handOver(ctx, tx, actor, request, { ownerId: act.ownerId, details, bulk });
    case 'message':
      return messageTo(ctx, tx, actor, request, act.body);
    case 'undo':
      return undoBulk(ctx, tx, actor, request, act.undoes);
    default: {
      const { do: action, ...input } = act;
      return deskStep(ctx, tx, actor, request, action, { ...input, details, bulk });
    }
  }
}

async function messageTo(ctx: Ctx, tx: Tx, actor: Actor, request: RequestRecord, body: string): Promise<RequestRecord> {
  const because = request.state === 'draft' ? whyNotArrange(actor, request) : null;
  if (because) refuse('wrong-state', { because });
  await keepMessage(tx, actor, request, say(ctx, actor, request, 'message', body));
  await tellMember(ctx, tx, actor, request, 'request.message-from-office');
  return request;
}
